/** Plays commands on a jury as a server would, with a clock and a salt that depend on nothing but what went before. */
import * as v from 'valibot';
import { commandSchema } from '../../src/lib/jury/commands.ts';
import type { Command, CommandOf } from '../../src/lib/jury/commands.ts';
import type { Context, Facts, Line } from '../../src/lib/jury/context.ts';
import { contentHash, hexHash } from '../../src/lib/jury/journal.ts';
import type { Entry } from '../../src/lib/jury/journal.ts';
import { decide, decideFounding, evolve, foundJury } from '../../src/lib/jury/jury.ts';
import type { Jury, JuryEvent } from '../../src/lib/jury/jury.ts';
import { jurorsOf } from '../../src/lib/jury/recruitment/seats.ts';
import type { RefusalCode } from '../../src/lib/jury/refusals.ts';
import type { Refusal, Result } from '../../src/lib/jury/result.ts';
import { numbered } from '../../src/lib/jury/terms.ts';
import type { Actor, SeatId } from '../../src/lib/jury/terms.ts';
import { linesFor } from './lines.ts';
import { factsFor } from './facts.ts';

export * from './facts.ts';
/** Plays commands on a jury as a server would, with a clock and a salt that depend on nothing but what went before. */

export type { Actor };

export const START = Date.UTC(2027, 0, 11, 9);

export const member = (id: string): Actor => ({ kind: 'member', id });
export const juror = (number: number): Actor => ({ kind: 'seat', id: numbered('S', number) });
export const alternate = (number: number): Actor => ({ kind: 'seat', id: numbered('A', number) });
export const witness = (number: number): Actor => ({ kind: 'witness', id: `W${number}` });

export const ORGANISER = member('Aigerim');
export const FACILITATOR = member('Farida');
export const OVERSIGHT = member('Olzhas');
export const OFFICER = member('Ruslan');
export const AUTHORITY = member('Akimat');
export const OBSERVER = member('Nazgul');

export interface Paper {
  readonly ballot: string;
  readonly choice: string;
}

/** A jury with what lies beside it: its journal's entries and the papers in the box. */
export interface Played {
  readonly jury: Jury;
  readonly log: readonly Entry[];
  readonly papers: readonly Paper[];
}

export type Step = readonly [Actor, Command];

/** What a test may want otherwise than the kit would have it. */
export interface Given {
  readonly present?: readonly SeatId[];
  readonly facts?: Facts;
  readonly facilitated?: boolean;
  /** Lines that are not as the kit has them: open where somebody is present, else none. */
  readonly lines?: Readonly<Record<SeatId, Line>>;
  /** The time; without it a second for every entry. */
  readonly now?: number;
}

/** What a command did: its events, papers and texts; all three are empty when it was refused. */
export interface Attempt {
  readonly result: Result<readonly JuryEvent[]>;
  readonly papers: readonly Paper[];
  readonly texts: readonly string[];
}

const commandIdOf = (number: number): string => hexHash(`command ${number}`).slice(0, 32);

export function contextOf(
  log: readonly Entry[],
  actor: Actor,
  given: Required<Omit<Given, 'now' | 'lines'>> & Pick<Given, 'now' | 'lines'>,
): { context: Context; papers: Paper[]; texts: string[] } {
  const papers: Paper[] = [];
  const texts: string[] = [];
  const context: Context = {
    actor,
    now: given.now ?? START + log.length * 1_000,
    seal: (text) => {
      texts.push(text);
      return { sha256: contentHash(`salt ${log.length}.${texts.length}`, text), text };
    },
    cast: (ballot, choice) => papers.push({ ballot, choice }),
    seed: hexHash(`seed ${log.length}`).slice(0, 32),
    present: new Set(given.present),
    facilitated: given.facilitated,
    lineOf: (seat) => given.lines?.[seat] ?? (given.present.includes(seat) ? 'open' : 'none'),
    facts: given.facts,
  };
  return { context, papers, texts };
}

export function attempt({ jury, log, papers }: Played, actor: Actor, command: Command, given: Given = {}): Attempt {
  const all = {
    present: given.present ?? Object.keys(jury.seats),
    facts: given.facts ?? factsFor(jury, papers, command, log),
    facilitated: given.facilitated ?? true,
    lines: given.lines ?? linesFor(jury, command, START + log.length * 1_000),
    ...(given.now === undefined ? {} : { now: given.now }),
  };
  const { context, ...aside } = contextOf(log, actor, all);
  return { result: decide(jury, command, context), ...aside };
}

/** Plays steps in order. A refusal ends the test with the step that met it. */
export function play(from: Played, steps: readonly Step[], given: Given = {}): Played {
  return steps.reduce((played, [actor, command], index) => {
    const parsed = v.parse(commandSchema, command);
    const { result, papers } = attempt(played, actor, parsed, given);
    if (!result.ok)
      throw new Error(`Step ${index + 1}, ${JSON.stringify(command)}, was refused: ${JSON.stringify(result.error)}`);
    return record(played, actor, result.value, papers);
  }, from);
}

export function record(played: Played, actor: Actor, events: readonly JuryEvent[], papers: readonly Paper[]): Played {
  const { jury, log } = played;
  const command = commandIdOf(log.length);
  const entries = events.map((event, index) => {
    return { jury: jury.id, seq: log.length + index + 1, at: START + log.length * 1_000, actor, command, event };
  });
  const emptied = events.flatMap((event) =>
    event.type === 'ballot-voided' || event.type === 'ballot-reopened'
      ? [event.ballot]
      : event.type === 'round-closed' || event.type === 'round-abandoned'
        ? [event.round]
        : [],
  );
  // A changed paper bears the code of the one that it takes the place of.
  const changing = events.some(({ type }) => type === 'paper-changed' || type === 'sounding-answer-changed')
    ? papers
    : [];
  const unchanged = played.papers.filter(
    (old) => !changing.some((one) => one.ballot === old.ballot && one.choice.slice(-12) === old.choice.slice(-12)),
  );
  return {
    jury: deepFreeze(events.reduce(evolve, jury)),
    log: [...log, ...entries],
    papers: [...unchanged, ...papers].filter(({ ballot }) => !emptied.includes(ballot)),
  };
}

/** The events of one command that must be carried out. */
export function eventsOf(from: Played, actor: Actor, command: Command, given: Given = {}): readonly JuryEvent[] {
  const { result } = attempt(from, actor, command, given);
  if (!result.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal of a command that must be refused, leaving nothing behind: [A4] no change, no paper, no text. */
export function refusalOf(from: Played, actor: Actor, command: Command, given: Given = {}): Refusal {
  const before = JSON.stringify(from.jury);
  const { result, papers, texts } = attempt({ ...from, jury: deepFreeze(from.jury) }, actor, command, given);
  if (result.ok) throw new Error(`${command.type} was carried out: ${JSON.stringify(result.value)}`);
  if (JSON.stringify(from.jury) !== before || papers.length > 0 || texts.length > 0)
    throw new Error(`${command.type} was refused with ${result.error.code} and left something behind`);
  return result.error;
}

export const codeOf = (from: Played, actor: Actor, command: Command, given: Given = {}): RefusalCode =>
  refusalOf(from, actor, command, given).code;

export function found(id: string, founder: Actor, command: CommandOf<'create-jury'>): Played {
  const { context } = contextOf([], founder, { present: [], facilitated: false, facts: { mayFound: true } });
  const result = decideFounding(command, context);
  if (!result.ok) throw new Error(`create-jury was refused: ${JSON.stringify(result.error)}`);
  const [event] = result.value;
  const entry: Entry = { jury: id, seq: 1, at: START, actor: founder, command: commandIdOf(0), event };
  return { jury: deepFreeze(foundJury(id, event)), log: [entry], papers: [] };
}

/** Seats of the jury's confirmed jurors as actors, in order. */
export const sitting = ({ jury }: Played): readonly Actor[] =>
  jurorsOf(jury.seats)
    .filter((seat) => seat.state === 'confirmed')
    .map((seat) => ({ kind: 'seat', id: seat.id }));

const frozenAlready = new WeakSet<object>();

/** So that a rule that changed the state in place would fail at once. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozenAlready.has(value)) return value;
  frozenAlready.add(value);
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
