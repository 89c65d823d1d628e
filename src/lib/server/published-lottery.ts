/** The records of a jury's draws as anyone may read them: nothing of a draw before its freeze, and its `draw.json` from the draw on. */
import type { Selection } from '../jury/recruitment/selection.ts';
import type { JuryId } from '../jury/terms.ts';
import { chancesIn } from '../lottery/index.ts';
import type { RecordFiles } from '../lottery/index.ts';
import { readRecordFile } from '../lottery/record/files.ts';
import type { LotteryResult } from './lottery/solve-task.ts';
import type { Database } from './records/database.ts';
import { resultWithList } from './records/lotteries.ts';
import { recordFileOf, recordFilesOf } from './records/record-files.ts';

/** The first draw, under whose name its files are kept. */
export const PANEL = 'panel';

/** A draw whose list is fixed and public. */
export interface FrozenDraw {
  readonly id: string;
  /** What was made public before the seed existed. */
  readonly commitment: string;
  readonly drawn: boolean;
}

/** The panel's draw first, then the replacements in their order. */
export function frozenDraws({ frozen, draw, replacements, replacement }: Selection): readonly FrozenDraw[] {
  // A selection from before there were lists has no files.
  if (!frozen?.chances) return [];
  const panel = { id: PANEL, commitment: frozen.commitment, drawn: draw !== null };
  const done = replacements.map(({ id, commitment }) => ({ id, commitment, drawn: true }));
  const open = replacement ? [{ id: replacement.id, commitment: replacement.commitment, drawn: false }] : [];
  return [panel, ...done, ...open];
}

export async function publishedRecords(
  database: Database,
  jury: JuryId,
  selection: Selection,
): Promise<readonly RecordFiles[]> {
  const records = await Promise.all(frozenDraws(selection).map(({ id }) => recordFilesOf(database, jury, id)));
  return records.flatMap((files) => files ?? []);
}

/** Everybody's chance, 0 to 1, as anyone can count it on the published list; empty where there is none. */
export async function chancesOnList(
  database: Database,
  jury: JuryId,
  { pool, frozen }: Selection,
): Promise<readonly number[]> {
  const text = frozen?.chances && (await recordFileOf(database, jury, PANEL, 'list.json'));
  if (!pool || text === undefined) return [];
  const list = readRecordFile('list.json', text);
  if (!list.ok) throw new Error(`The list of ${jury} is ${list.error}`);
  const chances = [...chancesIn(list.value.panels).values()];
  return [...chances, ...Array.from({ length: pool.size - chances.length }, () => 0)];
}

/** How many people no panel can have, by the targets that keep them out. */
export async function unselectableOf(
  database: Database,
  jury: JuryId,
  { frozen }: Selection,
): Promise<LotteryResult['unselectable']> {
  const result = frozen?.chances && (await resultWithList(database, jury, frozen.chances.listHash));
  return result?.unselectable ?? [];
}
