/**
 * The one road: every change of every jury is decided, recorded and announced here. The commands of one jury are decided one after the other;
 * those that wait together, and juries among each other, share commits. Nobody is told of anything before it is safe on the disk.
 */
import type { Command, CommandOf } from '../jury/commands.ts';
import type { Context, Facts } from '../jury/context.ts';
import { admit, decide, decideFounding, evolve, foundJury } from '../jury/jury.ts';
import type { Jury, JuryEvent } from '../jury/jury.ts';
import { contentHash, genesis, sealEntry } from '../jury/journal.ts';
import type { Entry, SealedEntry } from '../jury/journal.ts';
import { changesViewer } from '../jury/changes-viewer.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Refusal, Result } from '../jury/result.ts';
import type { Actor, JuryId } from '../jury/terms.ts';
import type { Errands } from './errands/errands.ts';
import { fingerprint } from './fingerprint.ts';
import { freshHex } from './fresh.ts';
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
import { createTurns } from './turns.ts';

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
  readonly presence: Pick<Presence, 'of' | 'facilitated' | 'lineOf'>;
  readonly now: () => number;
}

/** What a command comes to, before any of it is written. */
interface Draft {
  readonly answer: Result<Done>;
  readonly entries: readonly Entry[];
  readonly rows: readonly Statement[];
  /** Where the jury stands with the entries. */
  readonly after: Place;
  readonly afterwards?: (() => Promise<void>) | undefined;
}

type Place = Omit<Standing, 'recent'>;
type Founding = Request<CommandOf<'create-jury'>>;

/** What waits for its turn; a founding comes by a way of its own, for no other command may be one. */
interface Asked {
  readonly jury: JuryId;
  readonly id: string;
  readonly request: Request;
  readonly founding?: Founding;
}

export function createCommands({ database, juries, errands, presence, now }: Surroundings): Commands {
  const listeners = new Set<(announcement: Announcement) => void>();

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

  const refused = (request: Request, after: Place, error: Refusal, at: number): Draft => {
    const answer: Result<Done> = { ok: false, error };
    // Those without a voice here are not given a row each.
    const rows = error.code === 'not-allowed' ? [] : outcomeStatements(request, answer, at);
    return { answer, entries: [], rows, after };
  };

  const granted = (
    request: Request,
    { seq, head }: Omit<Place, 'jury'>,
    jury: Jury,
    events: readonly JuryEvent[],
    rows: readonly Statement[],
    at: number,
  ): Draft => {
    const entries = entriesOf(request, seq, at, events);
    const sealed: SealedEntry[] = [];
    for (const entry of entries) sealed.push(sealEntry(entry, sealed.at(-1)?.hash ?? head));
    const done: Done = { seq: seq + entries.length, events };
    const remembered = outcomeStatements(request, ok({ seq: done.seq }), at);
    return {
      answer: ok(done),
      entries,
      rows: [...rows, ...appendStatements(sealed), ...remembered],
      after: { jury, seq: done.seq, head: sealed.at(-1)?.hash ?? head },
    };
  };

  const draft = async (request: Request, before: Place): Promise<Draft> => {
    const repeated = await recall(request);
    if (repeated) return { answer: repeated, entries: [], rows: [], after: before };

    const at = now();
    // Before anything is found out for them, which may be long work.
    const admitted = admit(before.jury, request.command.type, request.actor);
    if (!admitted.ok) return refused(request, before, admitted.error, at);
    const errand = errands[request.command.type];
    const facts = await errand?.facts?.(before.jury, request.command, request.actor);
    if (facts && !facts.ok) return refused(request, before, facts.error, at);
    const desk = createDesk(request, at, facts?.value ?? {}, presence);
    const decided = decide(before.jury, request.command, desk.context);
    if (!decided.ok) return refused(request, before, decided.error, at);

    const jury = decided.value.reduce(evolve, before.jury);
    const rows = [
      ...desk.rows(),
      ...((await errand?.alongside?.(jury, request.command, facts?.value ?? {})) ?? []),
      ...(request.alongside?.(decided.value) ?? []),
      ...occasionStatements(
        jury.id,
        decided.value.flatMap((event) => occasionsOf(jury, event)),
        at,
      ),
    ];
    return { ...granted(request, before, jury, decided.value, rows, at), afterwards: errand?.afterwards };
  };

  const draftFounding = async (request: Founding): Promise<Draft | Result<Done>> => {
    if (await juries.standing(request.jury)) return (await recall(request)) ?? refuse('command-id-reused');
    const at = now();
    const founder = request.actor.kind === 'member' ? await accountById(database, request.actor.id) : undefined;
    const desk = createDesk(request, at, { mayFound: founder?.mayCreate ?? false }, presence);
    const decided = decideFounding(request.command, desk.context);
    if (!decided.ok) return decided;
    const rows = [
      ...openJournalStatements(request.jury, at),
      ...desk.rows(),
      ...(request.alongside?.(decided.value) ?? []),
    ];
    const jury = foundJury(request.jury, decided.value[0]);
    return granted(request, { seq: 0, head: genesis(request.jury) }, jury, decided.value, rows, at);
  };

  /** Puts what was drafted on the disk in one piece, and only then into the memory and to those who listen. */
  const carryThrough = async (drafts: readonly Draft[], recent: readonly Entry[]): Promise<Result<Done>[]> => {
    const rows = drafts.flatMap((one) => one.rows);
    const acts = drafts.filter(({ entries }) => entries.length > 0);
    const last = acts.at(-1);
    try {
      if (rows.length > 0) await database.write(rows);
    } catch (error) {
      if (last) juries.forget(last.after.jury.id);
      throw error;
    }
    const entries = acts.flatMap((one) => one.entries);
    if (last) juries.advance(last.after, recent, entries);
    // Where somebody's place changes, each act is told to those who were there for it.
    const reseating = entries.some(({ event }) => changesViewer(event));
    const told = reseating ? acts.map((one) => ({ jury: one.after.jury, entries: one.entries })) : [];
    if (!reseating && last) told.push({ jury: last.after.jury, entries });
    for (const announcement of told) for (const listener of listeners) listener(announcement);
    for (const { afterwards } of drafts) await afterwards?.();
    return drafts.map(({ answer }) => answer);
  };

  const carryOut = async (requests: readonly Request[]): Promise<readonly Result<Done>[]> => {
    const [first] = requests;
    const before = first && (await juries.standing(first.jury));
    if (!before) return requests.map(() => refuse('unknown-jury'));
    const drafts: Draft[] = [];
    for (const request of requests) drafts.push(await draft(request, drafts.at(-1)?.after ?? before));
    return carryThrough(drafts, before.recent);
  };

  const found = async (request: Founding): Promise<Result<Done>> => {
    const drafted = await draftFounding(request);
    if ('ok' in drafted) return drafted;
    const [answer] = await carryThrough([drafted], []);
    return answer as Result<Done>;
  };

  const turns = createTurns<Asked, Result<Done>>({
    async serve(asked) {
      try {
        const [first] = asked;
        return first?.founding ? [await found(first.founding)] : await carryOut(asked.map(({ request }) => request));
      } catch (error) {
        if (error instanceof WriteError && error.code === 'read-only') return asked.map(() => refuse('read-only'));
        throw error;
      }
    },
    // What reads or writes beside the journal needs the journal on the disk up to there.
    mayShare: ({ request, founding }) => !founding && !request.alongside && !errands[request.command.type],
  });

  return {
    run: (request) => turns.take({ jury: request.jury, id: request.id, request }),
    found: (founding) => turns.take({ jury: founding.jury, id: founding.id, request: founding, founding }),
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
    seed: freshHex(),
    // Whoever acts is here, also by a form without a socket.
    present: actor.kind === 'seat' ? new Set([...presence.of(jury), actor.id]) : presence.of(jury),
    facilitated: presence.facilitated(jury),
    lineOf: (seat) => presence.lineOf(jury, seat),
    seal(text) {
      const salt = freshHex();
      const sha256 = contentHash(salt, text);
      texts.push({ sha256, salt, text });
      return { sha256, text };
    },
    cast: (ballot, choice) => void papers.push(...castStatements(jury, ballot, choice, freshHex())),
  };
  return { context, rows: (): Statement[] => [...keepContentStatements(jury, texts), ...papers] };
}
