/** The outbox: letters that are to be sent, written in the same unit as what gives reason for them. */
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import type { Letter, Occasion } from '../../jury/publication/letter-kinds.ts';
import type { Instant, JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { MailState, Tables } from './schema.ts';
import { expecting, type Statement } from './statement.ts';

export interface Mail {
  /** 128 random bits in hexadecimal; the Message-ID is made from it, so that it is the same at every attempt. */
  readonly id: string;
  /** `seat:S01`, `witness:W1`, `account:<id>` or `follower:<id>`. */
  readonly recipient: string;
  readonly jury: JuryId | null;
  readonly letter: Letter;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly nextAt: Instant;
  readonly notAfter: Instant | null;
  readonly doneAt: Instant | null;
  /** Why it was not sent: a word of ours, or the mail server's code with its answer. */
  readonly problem: string | null;
}

const WRITE = `INSERT INTO mail (id, reason, recipient, jury, letter, state, created_at, next_at, not_after)`;
const VALUES = `lower(hex(randomblob(16))), ?, %, ?, ?, 'waiting', ?, ?, ?`;
const ONCE = 'ON CONFLICT (reason, recipient) DO NOTHING';

/** To whom: each kind of addressee with those of them who have an address and want letters. */
const AMONG: Readonly<Record<Occasion['to']['kind'], string>> = {
  seats: `SELECT ${VALUES.replace('%', "'seat:' || ref")} FROM person
    WHERE jury = ? AND email <> '' AND ref IN (SELECT value FROM json_each(?))`,
  witnesses: `SELECT ${VALUES.replace('%', "'witness:' || ref")} FROM person
    WHERE jury = ? AND email <> '' AND ref IN (SELECT value FROM json_each(?))`,
  members: `SELECT ${VALUES.replace('%', "'account:' || id")} FROM account
    WHERE ? IS NOT NULL AND disabled_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
  followers: `SELECT ${VALUES.replace('%', "'follower:' || id")} FROM follower
    WHERE jury = ? AND confirmed_at IS NOT NULL AND ? IS NOT NULL`,
};

function chosen(to: Occasion['to']): readonly string[] {
  switch (to.kind) {
    case 'seats':
      return to.seats;
    case 'witnesses':
      return to.witnesses;
    case 'members':
      return to.members;
    case 'followers':
      return [];
  }
}

/** [P20] A letter to each of them, unless they have one for the same reason. */
export function occasionStatements(jury: JuryId, occasions: readonly Occasion[], now: Instant): Statement[] {
  return occasions.map(({ reason, to, letter, notBefore = now, notAfter = null }) => {
    const columns = [reason, jury, JSON.stringify(letter), now, Math.max(now, notBefore), notAfter];
    return { sql: `${WRITE} ${AMONG[to.kind]} ${ONCE}`, parameters: [...columns, jury, JSON.stringify(chosen(to))] };
  });
}

/** A letter to one recipient that somebody asked for. */
export function letterStatements(
  { reason, recipient, jury, letter }: Pick<Mail, 'recipient' | 'jury' | 'letter'> & { readonly reason: string },
  now: Instant,
): Statement[] {
  const id = randomBytes(16).toString('hex');
  const parameters = [id, reason, recipient, jury, JSON.stringify(letter), now, now];
  return [{ sql: `${WRITE} VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, NULL) ${ONCE}`, parameters }];
}

/** The letter whose turn it is; undefined when none is due. */
export async function nextMail({ reader }: Database, now: Instant): Promise<Mail | undefined> {
  const query = reader.selectFrom('mail').selectAll().where('state', '=', 'waiting').where('next_at', '<=', now);
  const row = await query.orderBy('next_at').orderBy('id').limit(1).executeTakeFirst();
  return row && mailOf(row);
}

/** When the next letter that waits is due; undefined when none waits. */
export async function nextMailAt({ reader }: Database): Promise<Instant | undefined> {
  const query = reader.selectFrom('mail').select(({ fn }) => fn.min('next_at').as('at'));
  return (await query.where('state', '=', 'waiting').executeTakeFirst())?.at ?? undefined;
}

/** Takes a letter up. Fails with `conflict` or `constraint` when it, or another one, is on its way already. */
export function takeUpStatements(id: string): Statement[] {
  const query = compose.updateTable('mail').set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1) }));
  return [expecting(1, query.where('id', '=', id).where('state', '=', 'waiting').compile())];
}

/** Written before the words of the letter leave the house. */
export function handOverStatements(id: string): Statement[] {
  const query = compose.updateTable('mail').set({ state: 'handed-over' });
  return [expecting(1, query.where('id', '=', id).where('state', '=', 'sending').compile())];
}

export function settleStatements(
  id: string,
  state: Exclude<MailState, 'waiting' | 'sending' | 'handed-over'>,
  at: Instant,
  problem: string | null = null,
): Statement[] {
  return [compose.updateTable('mail').set({ state, done_at: at, problem }).where('id', '=', id).compile()];
}

export function postponeStatements(id: string, nextAt: Instant, problem: string): Statement[] {
  const query = compose.updateTable('mail').set({ state: 'waiting', next_at: nextAt, problem });
  // What became `unsure` meanwhile stays so.
  return [query.where('id', '=', id).where('state', 'in', ['waiting', 'sending', 'handed-over']).compile()];
}

/**
 * What a server that was killed left behind. Whose words had not left the house waits again; of the others nobody can know whether they
 * arrived, and they are not sent a second time unless somebody says so.
 */
export function recoverStatements(now: Instant): Statement[] {
  return [
    compose.updateTable('mail').set({ state: 'waiting' }).where('state', '=', 'sending').compile(),
    compose
      .updateTable('mail')
      .set({ state: 'unsure', done_at: now, problem: 'interrupted' })
      .where('state', '=', 'handed-over')
      .compile(),
  ];
}

/** Lets a letter that was given up, or of which nobody knows, be tried again from the beginning. */
export function tryAgainStatements(jury: JuryId, id: string, now: Instant): Statement[] {
  const query = compose
    .updateTable('mail')
    .set({ state: 'waiting', attempts: 0, next_at: now, done_at: null, problem: null });
  const mine = query.where('jury', '=', jury).where('id', '=', id);
  return [expecting(1, mine.where('state', 'in', ['given-up', 'unsure']).compile())];
}

/** Removes what was settled before; letters that wait stay. */
export function sweepMailStatements(before: Instant): Statement[] {
  return [compose.deleteFrom('mail').where('done_at', '<', before).compile()];
}

/** How many letters of a jury are in each state, by what they are. */
export async function mailCounts(
  { reader }: Database,
  jury: JuryId,
): Promise<readonly { readonly kind: Letter['kind']; readonly state: MailState; readonly count: number }[]> {
  const query = reader
    .selectFrom('mail')
    .select(({ fn }) => [
      'state',
      sql<Letter['kind']>`letter ->> 'kind'`.as('kind'),
      fn.countAll<number>().as('count'),
    ]);
  return query.where('jury', '=', jury).groupBy(['kind', 'state']).orderBy('kind').execute();
}

/** The letters of a jury that did not go out and will not by themselves, or that wait after a failure; newest first, at most 200. */
export async function troubledMail({ reader }: Database, jury: JuryId): Promise<Mail[]> {
  const query = reader.selectFrom('mail').selectAll().where('jury', '=', jury);
  const troubled = query.where(({ eb, or, and }) =>
    or([eb('state', 'in', ['given-up', 'unsure']), and([eb('state', '=', 'waiting'), eb('problem', 'is not', null)])]),
  );
  return (await troubled.orderBy('created_at', 'desc').limit(200).execute()).map(mailOf);
}

function mailOf(row: Tables['mail']): Mail {
  const { created_at, next_at, not_after, done_at, letter, reason: _reason, ...rest } = row;
  return {
    ...rest,
    letter: JSON.parse(letter) as Letter,
    createdAt: created_at,
    nextAt: next_at,
    notAfter: not_after,
    doneAt: done_at,
  };
}
