/** Shared drafts as they lie on the disk: a snapshot and the changes since. Who wrote what is not kept beside them. */
import type { JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

export interface DraftKey {
  readonly jury: JuryId;
  readonly recommendation: string;
}

export interface StoredDraft {
  readonly epoch: string;
  readonly baseVersion: number;
  readonly base: Uint8Array;
  readonly snapshot: Uint8Array;
  readonly updates: readonly Uint8Array[];
}

/** The draft of a recommendation; undefined where nobody has begun one. */
export async function readDraft(
  { reader }: Database,
  { jury, recommendation }: DraftKey,
): Promise<StoredDraft | undefined> {
  const row = await reader
    .selectFrom('draft')
    .select(['epoch', 'base_version', 'base', 'snapshot'])
    .where('jury', '=', jury)
    .where('recommendation', '=', recommendation)
    .executeTakeFirst();
  if (!row) return undefined;
  const updates = await reader
    .selectFrom('draft_update')
    .select('bytes')
    .where('jury', '=', jury)
    .where('recommendation', '=', recommendation)
    .orderBy('seq')
    .execute();
  const { epoch, base_version: baseVersion, base, snapshot } = row;
  return { epoch, baseVersion, base, snapshot, updates: updates.map(({ bytes }) => bytes) };
}

export const beginDraftStatements = (
  { jury, recommendation }: DraftKey,
  { epoch, baseVersion, base, snapshot }: Omit<StoredDraft, 'updates'>,
): Statement[] => [
  compose
    .insertInto('draft')
    .values({ jury, recommendation, epoch, base_version: baseVersion, base, snapshot })
    .compile(),
];

export const appendUpdateStatements = (
  { jury, recommendation }: DraftKey,
  seq: number,
  bytes: Uint8Array,
): Statement[] => [compose.insertInto('draft_update').values({ jury, recommendation, seq, bytes }).compile()];

/** Puts a snapshot in the place of all changes before it. */
export const foldStatements = ({ jury, recommendation }: DraftKey, snapshot: Uint8Array): Statement[] => [
  compose
    .updateTable('draft')
    .set({ snapshot })
    .where('jury', '=', jury)
    .where('recommendation', '=', recommendation)
    .compile(),
  compose.deleteFrom('draft_update').where('jury', '=', jury).where('recommendation', '=', recommendation).compile(),
];

/** Says from which version the draft goes on. */
export const rebaseStatements = (
  { jury, recommendation }: DraftKey,
  version: number,
  base: Uint8Array,
): Statement[] => [
  compose
    .updateTable('draft')
    .set({ base_version: version, base })
    .where('jury', '=', jury)
    .where('recommendation', '=', recommendation)
    .compile(),
];

/** Destroys one draft, or all of a jury, with everything that was ever written and deleted in it. */
export function destroyDraftsStatements(jury: JuryId, recommendation?: string): Statement[] {
  const all = compose.deleteFrom('draft').where('jury', '=', jury);
  return [(recommendation === undefined ? all : all.where('recommendation', '=', recommendation)).compile()];
}
