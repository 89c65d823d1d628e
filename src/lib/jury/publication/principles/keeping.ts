/** Integrity and evaluation: who watched, what was counted and by whom, and what the jurors themselves said at the end. */
import type { SurveyId } from '../../surveys/items.ts';
import { reached, shareOf } from './reading.ts';
import type { Finding, Reading } from './reading.ts';

/** Oversight holds an office of its own, which the organiser cannot hold at the same time. */
export function overseen({ record }: Reading): Finding<{ readonly oversight: number }> {
  const { oversight } = record.process.offices;
  return { outcome: oversight > 0 ? 'met' : 'not-met', figures: { oversight } };
}

/** Every count was certified by the returning officer. */
export function countsCertified({ record }: Reading): Finding<{ readonly votes: number; readonly certified: number }> {
  const ballots = [...(record.verdict?.recommendations ?? []), ...(record.verdict?.polls ?? [])].map(
    ({ ballot }) => ballot,
  );
  const certified = ballots.filter(({ certifiedAt }) => certifiedAt !== undefined).length;
  const figures = { votes: ballots.length, certified };
  if (!record.verdict) return { outcome: 'not-yet', figures };
  return { outcome: ballots.length === 0 ? 'cannot-tell' : shareOf(certified, ballots.length), figures };
}

interface Appeals {
  readonly actions: number;
  readonly appeals: number;
  readonly decided: number;
}

/** Whoever appealed against a step of the moderators got a decision. */
export function appealsDecided(reading: Reading): Finding<Appeals> {
  const { moderation } = reading.record;
  const appeals = moderation.flatMap(({ appeal }) => (appeal ? [appeal] : []));
  const decided = appeals.filter(({ outcome }) => outcome !== null).length;
  const figures = { actions: moderation.length, appeals: appeals.length, decided };
  const open = reached(reading, 'published') ? 'cannot-tell' : 'not-yet';
  if (appeals.length === 0) return { outcome: open, figures };
  if (decided < appeals.length && !reached(reading, 'closed')) return { outcome: 'not-yet', figures };
  return { outcome: shareOf(decided, appeals.length), figures };
}

/** Whoever complained about the process got an answer. */
export function complaintsAnswered(
  reading: Reading,
): Finding<{ readonly complaints: number; readonly answered: number }> {
  const { complaints } = reading.record.process;
  const answered = complaints.filter(({ answer }) => answer !== null).length;
  const figures = { complaints: complaints.length, answered };
  if (complaints.length === 0) return { outcome: reached(reading, 'published') ? 'cannot-tell' : 'not-yet', figures };
  if (answered < complaints.length && !reached(reading, 'closed')) return { outcome: 'not-yet', figures };
  return { outcome: shareOf(answered, complaints.length), figures };
}

/** The most answers that an item of a survey got; null where fewer than five answered or none is told. */
function answersIn({ record }: Reading, survey: SurveyId): number | null {
  const counts = Object.values(record.surveys?.surveys[survey] ?? {}).flatMap(({ answers }) => answers ?? []);
  return counts.length === 0 ? null : Math.max(...counts);
}

const wasHeld = ({ record }: Reading, survey: SurveyId): boolean => record.surveys?.surveys[survey] !== undefined;

export function evaluationHeld(
  reading: Reading,
): Finding<{ readonly answers: number | null; readonly seated: number }> {
  const figures = { answers: answersIn(reading, 'evaluation'), seated: reading.record.seating.seated };
  if (wasHeld(reading, 'evaluation')) return { outcome: 'met', figures };
  return { outcome: reached(reading, 'closed') ? 'not-met' : 'not-yet', figures };
}

/** The same questions before and after, so that a change can be seen. */
export function askedBeforeAndAfter(
  reading: Reading,
): Finding<{ readonly before: number | null; readonly after: number | null }> {
  const figures = { before: answersIn(reading, 'before'), after: answersIn(reading, 'after') };
  const held = [wasHeld(reading, 'before'), wasHeld(reading, 'after')].filter(Boolean).length;
  if (held === 2) return { outcome: 'met', figures };
  if (!reached(reading, 'closed')) return { outcome: 'not-yet', figures };
  return { outcome: held === 1 ? 'partly' : 'not-met', figures };
}
