/** Information, group deliberation and time: what the jury was told, how it talked and for how long. */
import type { Position } from '../../evidence/position.ts';
import { reached, shareOf } from './reading.ts';
import type { Finding, Outcome, Reading } from './reading.ts';
import type { MinutesFor } from '../process-record.ts';

interface Sides {
  /** Minutes heard, or planned where a hearing is still to come. */
  readonly minutesFor: number;
  readonly minutesAgainst: number;
  readonly exhibitsFor: number;
  readonly exhibitsAgainst: number;
}

/** Both sides were heard, neither for more than three fifths of what both got ([E44]). */
export function sidesBalanced(reading: Reading): Finding<Sides> {
  const { balance } = reading.record;
  const of = (position: Position) => balance.positions.find((row) => row.position === position);
  const figures = {
    minutesFor: of('for')?.planned ?? 0,
    minutesAgainst: of('against')?.planned ?? 0,
    exhibitsFor: of('for')?.exhibits ?? 0,
    exhibitsAgainst: of('against')?.exhibits ?? 0,
  };
  const [pro, con] = [figures.minutesFor + figures.exhibitsFor, figures.minutesAgainst + figures.exhibitsAgainst];
  if (pro + con === 0) return { outcome: sinceDrafting(reading, 'cannot-tell'), figures };
  if (pro === 0 || con === 0) return { outcome: sinceDrafting(reading, 'not-met'), figures };
  return { outcome: balance.leansTo === null ? 'met' : 'partly', figures };
}

/** While evidence is still taken, what is missing may come. */
const sinceDrafting = (reading: Reading, outcome: Outcome): Outcome =>
  reached(reading, 'drafting') ? outcome : 'not-yet';

const FEWEST_TO_JUDGE = 3;

/** What was shown and told was not put forward by one side alone. */
export function severalNominators(reading: Reading): Finding<{ readonly items: number; readonly nominators: number }> {
  const { nominators } = reading.record.balance;
  const figures = {
    items: nominators.reduce((sum, row) => sum + row.witnesses + row.exhibits, 0),
    nominators: nominators.filter((row) => row.witnesses + row.exhibits > 0).length,
  };
  if (figures.nominators > 1) return { outcome: 'met', figures };
  const judged = figures.items >= FEWEST_TO_JUDGE;
  return { outcome: sinceDrafting(reading, judged ? 'not-met' : 'cannot-tell'), figures };
}

interface Called {
  readonly calls: number;
  readonly granted: number;
  /** Witnesses whom jurors put forward. */
  readonly witnesses: number;
}

/** Jurors could say whom they wanted to hear, and were heeded. */
export function jurorsChose(reading: Reading): Finding<Called> {
  const { calls, witnesses } = reading.record;
  const figures = {
    calls: calls.length,
    granted: calls.filter(({ answer }) => answer.granted).length,
    witnesses: witnesses.filter(({ nominatedBy }) => nominatedBy === 'jurors').length,
  };
  if (figures.granted + figures.witnesses > 0) return { outcome: 'met', figures };
  return { outcome: sinceDrafting(reading, figures.calls > 0 ? 'not-met' : 'cannot-tell'), figures };
}

interface Questions {
  readonly admitted: number;
  readonly answered: number;
  readonly owed: number;
  readonly overdue: number;
  readonly declined: number;
}

/** Admitted questions to witnesses were answered, at the hearing or by the day on which the answer was owed. */
export function questionsAnswered(reading: Reading): Finding<Questions> {
  const { record, today } = reading;
  const log = record.process.questions;
  const answered = log.live + log.written;
  const overdue = record.owed.filter(({ due }) => today > due).length;
  const declined = Object.values(log.declined).reduce((sum, count) => sum + count, 0);
  const figures = { admitted: answered + log.owed + log.admitted, answered, owed: log.owed, overdue, declined };
  if (figures.admitted === 0) return { outcome: sinceDrafting(reading, 'cannot-tell'), figures };
  if (answered === figures.admitted) return { outcome: 'met', figures };
  if (overdue === 0 && (log.owed > 0 || !reached(reading, 'drafting'))) return { outcome: 'not-yet', figures };
  return { outcome: shareOf(answered, figures.admitted), figures };
}

const TOLD: readonly MinutesFor[] = ['reading', 'exhibit', 'hearing', 'questions'];
const AMONG: readonly MinutesFor[] = ['discussion', 'tables', 'statements', 'temperature-check', 'drafting'];

/** Minutes of items that were held. */
interface Formats {
  readonly told: number;
  readonly among: number;
  readonly unsaid: number;
}

/** There was time to be told and time to talk among themselves. */
export function mixedFormats(reading: Reading): Finding<Formats> {
  const held = heldMinutes(reading);
  const figures = { told: held(TOLD), among: held(AMONG), unsaid: held(['unsaid']) };
  if (figures.told > 0 && figures.among > 0) return { outcome: 'met', figures };
  const known = figures.unsaid === 0 && figures.told + figures.among > 0;
  return { outcome: sinceVoting(reading, known ? 'partly' : 'cannot-tell'), figures };
}

const sinceVoting = (reading: Reading, outcome: Outcome): Outcome => (reached(reading, 'voting') ? outcome : 'not-yet');

const heldMinutes =
  ({ record }: Reading) =>
  (kinds: readonly MinutesFor[]): number =>
    record.process.minutes.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { held }) => sum + held, 0);

export function facilitated(reading: Reading): Finding<{ readonly facilitators: number }> {
  const facilitators = reading.record.process.offices.facilitator;
  if (facilitators > 0) return { outcome: 'met', figures: { facilitators } };
  return { outcome: reached(reading, 'learning') ? 'not-met' : 'not-yet', figures: { facilitators } };
}

/** Minutes. Four full days are the OECD's norm; the juries of Oregon, Jersey and Nuffield sat for some 24 hours. 16 hours are two thirds of that. */
export const HOURS = { norm: 24 * 60, fewest: 16 * 60 } as const;

interface Sat {
  readonly minutes: number;
  readonly sessions: number;
}

/** [P46] The time of agenda items that were held, without the breaks. */
export function hoursSat(reading: Reading): Finding<Sat> {
  const { minutes: rows, sessions } = reading.record.process;
  const minutes = rows.filter(({ kind }) => kind !== 'break').reduce((sum, { held }) => sum + held, 0);
  const figures = { minutes, sessions: sessions.filter(({ state }) => state === 'closed').length };
  if (minutes >= HOURS.norm) return { outcome: 'met', figures };
  if (!reached(reading, 'published')) return { outcome: 'not-yet', figures };
  if (sessions.length === 0) return { outcome: 'cannot-tell', figures };
  return { outcome: minutes >= HOURS.fewest ? 'partly' : 'not-met', figures };
}
