/** What a freeze commits to and what a draw decides, found out by the lottery library from what is kept. */
import { randomBytes } from 'node:crypto';
import type { Facts } from '../../jury/context.ts';
import type { Jury } from '../../jury/jury.ts';
import { ok, refuse } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import { commitmentHash, drawFromList, sha256Hex } from '../../lottery/index.ts';
import type { RecordFiles, ReplacementTerms } from '../../lottery/index.ts';
import { readRecordFile } from '../../lottery/record/files.ts';
import type { JsonFileName } from '../../lottery/record/files.ts';
import type { Job, LotteryDesk } from '../lottery/desk.ts';
import { figuresOf } from '../lottery/figures.ts';
import { membersOf, panelJob, replacementJob, targetsOf } from '../lottery/terms.ts';
import type { Database } from '../records/database.ts';
import { lotteryOf } from '../records/lotteries.ts';
import type { KeptLottery } from '../records/lotteries.ts';
import { poolSummaryOf } from '../records/pools.ts';
import { recordFileOf, recordFilesOf } from '../records/record-files.ts';
import { registrantsWith } from '../records/registrants.ts';

interface Offices {
  readonly database: Database;
  readonly desk: LotteryDesk;
}

export async function freezePanel({ database, desk }: Offices, jury: Jury, alternates: number): Promise<Result<Facts>> {
  // Whether the order of stages allows it at all is the rules' to say.
  if (jury.selection.frozen || !jury.selection.pool) return ok({});
  const pool = await poolSummaryOf(database, jury.id);
  const job = pool && panelJob(jury, pool);
  const lottery = job && (await lotteryOf(database, jury.id, job.terms));
  if (!lottery) return ok({});
  const files = await commit(desk, job, lottery, { alternates });
  const { pool: poolHash, targets, method, alternates: promised } = contentOf('commitment.json', files);
  const hashes = { poolHash, targetsHash: targets, commitment: commitmentHash(files), method };
  return ok({ freeze: { ...hashes, alternates: promised, chances: lottery.result.chances }, files });
}

export async function freezeReplacement({ database, desk }: Offices, jury: Jury): Promise<Result<Facts>> {
  const { draw, replacement, replacements } = jury.selection;
  if (!draw || replacement) return ok({});
  const pool = await poolSummaryOf(database, jury.id);
  const job = pool && replacementJob(jury, pool);
  const lottery = job && (await lotteryOf(database, jury.id, job.terms));
  const before = await recordFileOf(database, jury.id, replacements.at(-1)?.id ?? 'panel', 'draw.json');
  if (!lottery || before === undefined) return ok({});
  const { deviations, chances } = lottery.result;
  const terms: ReplacementTerms = { of: sha256Hex(before), ...membersOf(jury), deviations: [...deviations] };
  const files = await commit(desk, job, lottery, { alternates: draw.alternates.length, replacement: terms });
  const { listHash, panels } = chances;
  return ok({ replacement: { commitment: commitmentHash(files), listHash, panels, deviations }, files });
}

async function commit(
  desk: LotteryDesk,
  { input }: Job,
  { list }: KeptLottery,
  terms: { readonly alternates: number; readonly replacement?: ReplacementTerms },
): Promise<RecordFiles> {
  const { jury, households, targets, seats, objective } = input;
  const outcome = await desk.run('commit', { jury, households, targets, seats, objective, list, ...terms });
  if (!outcome.ok) throw new Error(`The record could not be put together: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

/** What the seed or the dice make of the list that was frozen under this name. */
export async function draw(
  database: Database,
  jury: Jury,
  name: string,
  { seed, dice }: { readonly seed?: string | undefined; readonly dice?: string | undefined },
): Promise<Result<Facts>> {
  const committed = await recordFilesOf(database, jury.id, name);
  const source = seed !== undefined ? { seed } : { ticket: dice ?? '' };
  const drawn = committed && drawFromList(committed, source, { drawnAt: new Date().toISOString() });
  // A seed and dice together, or a number beyond the list, are the rules' to refuse.
  if (!drawn?.ok) return ok({});
  const { number, panel, alternates, commitment } = contentOf('draw.json', drawn.value);
  const registrants = await registrantsWith(database, jury.id, panel);
  if (registrants.length !== panel.length) return refuse('pool-does-not-match');
  const people = registrants.map(({ ticket, answers }) => ({ id: ticket, values: answers }));
  const { replacement } = contentOf('commitment.json', drawn.value);
  const newcomers = panel.filter((ticket) => !replacement?.seated.includes(ticket));
  return ok({
    draw: {
      ...{ commitment, number, panel: newcomers, alternates },
      seating: { panel: inSecretOrder(newcomers), alternates: inSecretOrder(alternates) },
      composition: figuresOf(people, targetsOf(jury.selection)),
    },
    files: drawn.value,
  });
}

/** [W3] The record of the draw is public, so a seat's number must not be a ticket's place in it. */
function inSecretOrder(tickets: readonly string[]): readonly string[] {
  return tickets
    .map((ticket) => ({ ticket, key: randomBytes(16).toString('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ ticket }) => ticket);
}

function contentOf<Name extends JsonFileName>(name: Name, files: RecordFiles) {
  const read = readRecordFile(name, files[name] ?? '');
  if (!read.ok) throw new Error(`${name} of a record that was just made is ${read.error}`);
  return read.value;
}
