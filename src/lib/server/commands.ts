/**
 * The one road: every change of every jury is decided, recorded and announced here. The commands of one jury run one at a time;
 * juries share commits. Nobody is told of anything before it is safe on the disk.
 */
import { randomBytes } from 'node:crypto';
import type { Command, CommandOf } from '../jury/commands.ts';
import type { Context, Facts } from '../jury/context.ts';
import { admit, decide, decideFounding, evolve, foundJury } from '../jury/jury.ts';
import type { Jury, JuryEvent } from '../jury/jury.ts';
import { contentHash, genesis, sealEntry } from '../jury/journal.ts';
import type { Entry, SealedEntry } from '../jury/journal.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Refusal, Result } from '../jury/result.ts';
import type { Actor, JuryId } from '../jury/terms.ts';
import type { Errands } from './errands/errands.ts';
import { fingerprint } from './fingerprint.ts';
import { occasionsOf } from '../jury/publication/letters.ts';
import type { Juries, Standing } from './juries.ts';
import type { Presence } from './presence.ts';
import { accountById } from './records/accounts.ts';
import { recallCommand, rememberStatements } from './records/commands.ts';
import { keepContentStatements } from './records/contents.ts';
import type { SaltedText } from './records/contents.ts';
import type { Database } from './records/database.ts';
import { occasionStatements } from './records/mail.ts';
import { appendStatements, openJournalStatements } from './records/journal.ts';
import { castStatements } from './records/papers.ts';
import type { Statement } from './records/statement.ts';
import { WriteError } from './records/write-error.ts';

export interface Request<C extends Command = Command> {
  readonly jury: JuryId;
  readonly actor: Actor;
  /** Made up by whoever asks; the same id is carried out once. */
  readonly id: string;
  readonly command: C;
  /** Rows outside the journal that belong to the same act, such as a name; written with it or not at all. */
  readonly alongside?: (events: readonly JuryEvent[]) => readonly Statement[];
}

/** The number of the last entry that the command led to, and the ids it gave out. */
export interface Done {
  readonly seq: number;
  readonly events: readonly JuryEvent[];
}

export interface Announcement {
  readonly jury: Jury;
  readonly entries: readonly Entry[];
}

export interface Commands {
  run(request: Request): Promise<Result<Done>>;
  found(request: Request<CommandOf<'create-jury'>>): Promise<Result<Done>>;
  /** Hears of every change after it is on disk. Returns the way to stop listening. */
  onAnnounced(listener: (announcement: Announcement) => void): () => void;
}

interface Surroundings {
  readonly database: Database;
  readonly juries: Juries;
  readonly errands: Errands;
  readonly presence: Pick<Presence, 'of' | 'facilitated'>;
  readonly now: () => number;
}

export function createCommands({ database, juries, errands, presence, now }: Surroundings): Commands {
  const listeners = new Set<(announcement: Announcement) => void>();
  const queues = new Map<JuryId, Promise<unknown>>();

  /** Lets one command of a jury run after the one before it, whatever became of that. */
  const inTurn = <T>(jury: JuryId, act: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(jury) ?? Promise.resolve()).then(act, act);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    queues.set(jury, settled);
    void settled.then(() => queues.get(jury) === settled && queues.delete(jury));
    return turn;
  };

  const recall = async ({ jury, id, actor, command }: Request): Promise<Result<Done> | null> => {
    const remembered = await recallCommand(database, jury, id);
    if (!remembered) return null;
    if (remembered.actor !== nameOf(actor) || remembered.fingerprint !== fingerprint(command))
      return refuse('command-id-reused');
    const outcome = JSON.parse(remembered.outcome) as Result<Pick<Done, 'seq'>>;
    if (!outcome.ok) return outcome;
    const entries = await juries.entriesAfter(jury, 0);
    return ok({
      ...outcome.value,
      events: entries.filter((entry) => entry.command === id).map((entry) => entry.event),
    });
  };

  const outcomeStatements = (
    { jury, id, actor, command }: Request,
    outcome: Result<Pick<Done, 'seq'>>,
    at: number,
  ): Statement[] =>
    rememberStatements({
      jury,
      id,
      actor: nameOf(actor),
      fingerprint: fingerprint(command),
      outcome: JSON.stringify(outcome),
      at,
    });

  const rememberRefusal = async (request: Request, refusal: Refusal, at: number): Promise<Result<Done>> => {
    const refused: Result<Done> = { ok: false, error: refusal };
    // Those without a voice here are not given a row each.
    if (refusal.code === 'not-allowed') return refused;
    await database.write(outcomeStatements(request, refused, at));
    return refused;
  };

  const record = async (
    request: Request,
    before: Omit<Standing, 'jury'>,
    jury: Jury,
    entries: readonly Entry[],
    rows: readonly Statement[],
    at: number,
  ): Promise<Done> => {
    const sealed: SealedEntry[] = [];
    for (const entry of entries) sealed.push(sealEntry(entry, sealed.at(-1)?.hash ?? before.head));
    const done: Done = { seq: before.seq + entries.length, events: entries.map((entry) => entry.event) };
    const remembered = outcomeStatements(request, ok({ seq: done.seq }), at);
    try {
      await database.write([...rows, ...appendStatements(sealed), ...remembered]);
    } catch (error) {
      juries.forget(jury.id);
      throw error;
    }
    juries.advance({ jury, seq: done.seq, head: sealed.at(-1)?.hash ?? before.head }, before.recent, entries);
    for (const listener of listeners) listener({ jury, entries });
    return done;
  };

  const carryOut = async (request: Request): Promise<Result<Done>> => {
    const before = await juries.standing(request.jury);
    if (!before) return refuse('unknown-jury');
    const repeated = await recall(request);
    if (repeated) return repeated;

    const at = now();
    // Before anything is found out for them, which may be long work.
    const admitted = admit(before.jury, request.command.type, request.actor);
    if (!admitted.ok) return rememberRefusal(request, admitted.error, at);
    const errand = errands[request.command.type];
    const facts = await errand?.facts?.(before.jury, request.command, request.actor);
    if (facts && !facts.ok) return rememberRefusal(request, facts.error, at);
    const desk = createDesk(request, at, facts?.value ?? {}, presence);
    const decided = decide(before.jury, request.command, desk.context);
    if (!decided.ok) return rememberRefusal(request, decided.error, at);

    const entries = entriesOf(request, before.seq, at, decided.value);
    const after = decided.value.reduce(evolve, before.jury);
    const rows = [
      ...desk.rows(),
      ...((await errand?.alongside?.(after, request.command, facts?.value ?? {})) ?? []),
      ...(request.alongside?.(decided.value) ?? []),
      ...occasionStatements(
        after.id,
        decided.value.flatMap((event) => occasionsOf(after, event)),
        at,
      ),
    ];
    const done = await record(request, before, after, entries, rows, at);
    await errand?.afterwards?.();
    return ok(done);
  };

  const found = async (request: Request<CommandOf<'create-jury'>>): Promise<Result<Done>> => {
    if (await juries.standing(request.jury)) return (await recall(request)) ?? refuse('command-id-reused');
    const at = now();
    const founder = request.actor.kind === 'member' ? await accountById(database, request.actor.id) : undefined;
    const desk = createDesk(request, at, { mayFound: founder?.mayCreate ?? false }, presence);
    const decided = decideFounding(request.command, desk.context);
    if (!decided.ok) return decided;
    const entries = entriesOf(request, 0, at, decided.value);
    const rows = [
      ...openJournalStatements(request.jury, at),
      ...desk.rows(),
      ...(request.alongside?.(decided.value) ?? []),
    ];
    return ok(
      await record(
        request,
        { seq: 0, head: genesis(request.jury), recent: [] },
        foundJury(request.jury, decided.value[0]),
        entries,
        rows,
        at,
      ),
    );
  };

  const guarded = (act: () => Promise<Result<Done>>) => async (): Promise<Result<Done>> => {
    try {
      return await act();
    } catch (error) {
      if (error instanceof WriteError && error.code === 'read-only') return refuse('read-only');
      throw error;
    }
  };

  return {
    run: (request) =>
      inTurn(
        request.jury,
        guarded(() => carryOut(request)),
      ),
    found: (request) =>
      inTurn(
        request.jury,
        guarded(() => found(request)),
      ),
    onAnnounced(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const nameOf = (actor: Actor): string => (actor.kind === 'public' ? 'public' : `${actor.kind}:${actor.id}`);

const entriesOf = ({ jury, actor, id }: Request, seq: number, at: number, events: readonly JuryEvent[]): Entry[] =>
  events.map((event, index) => ({ jury, seq: seq + index + 1, at, actor, command: id, event }));

/** What lies before the rules while they decide: fresh salts, and an open ballot box. */
function createDesk(request: Request, now: number, facts: Facts, presence: Surroundings['presence']) {
  const { jury, actor } = request;
  const texts: SaltedText[] = [];
  const papers: Statement[] = [];
  const context: Context = {
    actor,
    now,
    facts,
    seed: randomBytes(16).toString('hex'),
    // Whoever acts is here, also by a form without a socket.
    present: actor.kind === 'seat' ? new Set([...presence.of(jury), actor.id]) : presence.of(jury),
    facilitated: presence.facilitated(jury),
    seal(text) {
      const salt = randomBytes(16).toString('hex');
      const sha256 = contentHash(salt, text);
      texts.push({ sha256, salt, text });
      return { sha256, text };
    },
    cast: (ballot, choice) =>
      void papers.push(...castStatements(jury, ballot, choice, randomBytes(16).toString('hex'))),
  };
  return { context, rows: (): Statement[] => [...keepContentStatements(jury, texts), ...papers] };
}
