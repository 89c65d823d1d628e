/** Purpose, accountability and transparency: what was promised before the jury began, and what was answered after it. */
import { dated, whereItStands } from '../../response/standing.ts';
import type { Day } from '../../terms.ts';
import type { PublishedRecommendation } from '../record.ts';
import { beganAt, reached, shareOf } from './reading.ts';
import type { Finding, Reading } from './reading.ts';

/** The promise was signed before anyone was invited. */
export function mandateFirst(reading: Reading): Finding<{ readonly signed: Day | null; readonly invited: Day | null }> {
  const { record, dayOf } = reading;
  const signedAt = record.charter.mandate?.signedAt ?? null;
  const invitedAt = beganAt(reading, 'inviting');
  const figures = {
    signed: signedAt === null ? null : dayOf(signedAt),
    invited: invitedAt === null ? null : dayOf(invitedAt),
  };
  const first = signedAt !== null && invitedAt !== null && signedAt <= invitedAt;
  return { outcome: first ? 'met' : 'not-met', figures };
}

export function answerPromised({ record }: Reading): Finding<{ readonly by: Day | null }> {
  const by = record.charter.mandate?.respondBy ?? null;
  return { outcome: by === null ? 'not-met' : 'met', figures: { by } };
}

interface Answered {
  readonly adopted: number;
  readonly inTime: number;
  readonly late: number;
  /** Without an answer, and those for which more time was asked. */
  readonly waiting: number;
  readonly by: Day | null;
}

/** [P42] Every adopted recommendation answered by the promised day. To ask for more time is no answer. */
export function answeredInTime({ record, today, dayOf }: Reading): Finding<Answered> {
  const by = record.charter.mandate?.respondBy ?? null;
  const adopted = adoptedIn(record.verdict?.recommendations);
  const days = adopted.flatMap(({ answers }) => {
    const answer = answers.find(({ position }) => position !== 'needs-more-time');
    return answer ? [dayOf(answer.at)] : [];
  });
  const inTime = by === null ? 0 : days.filter((day) => day <= by).length;
  const figures = {
    adopted: adopted.length,
    inTime,
    late: days.length - inTime,
    waiting: adopted.length - days.length,
    by,
  };
  if (!record.verdict) return { outcome: 'not-yet', figures };
  if (by === null || adopted.length === 0) return { outcome: 'cannot-tell', figures };
  if (today <= by && inTime < adopted.length) return { outcome: 'not-yet', figures };
  return { outcome: shareOf(inTime, adopted.length), figures };
}

interface Reported {
  /** Recommendations on which reports are owed. */
  readonly followed: number;
  readonly reports: number;
  readonly overdue: number;
}

/** Reports on what was accepted come when they fall due ([P10]). */
export function reportedInTime({ record, today, dayOf }: Reading): Finding<Reported> {
  const respondBy = record.charter.mandate?.respondBy ?? record.charter.ends;
  const followed = adoptedIn(record.verdict?.recommendations).filter(({ answers }) => {
    const position = answers.at(-1)?.position;
    return position !== undefined && position !== 'rejected' && position !== 'needs-more-time';
  });
  const overdue = followed.filter(
    ({ answers, reports }) =>
      whereItStands({ answers: dated(answers, dayOf), reports: dated(reports, dayOf), respondBy }, today).overdue,
  ).length;
  const reports = followed.reduce((sum, one) => sum + one.reports.length, 0);
  const figures = { followed: followed.length, reports, overdue };
  if (overdue === 0 && reports === 0) return { outcome: 'not-yet', figures };
  return { outcome: shareOf(followed.length - overdue, followed.length), figures };
}

const adoptedIn = (recommendations: readonly PublishedRecommendation[] = []): readonly PublishedRecommendation[] =>
  recommendations.filter(({ ballot }) => ballot.decision.outcome === 'adopted');

/** The record began before the jury did. */
export function announcedFirst(reading: Reading): Finding<{ readonly announced: Day | null; readonly starts: Day }> {
  const at = beganAt(reading, 'inviting');
  const announced = at === null ? null : reading.dayOf(at);
  const { starts } = reading.record.charter;
  return { outcome: announced !== null && announced < starts ? 'met' : 'not-met', figures: { announced, starts } };
}

/** Everything that the draw depends on was fixed before the number was drawn, and the list can be read. */
export function drawCheckable({
  record,
  dayOf,
}: Reading): Finding<{ readonly frozen: Day | null; readonly drawn: Day | null; readonly panels: number }> {
  const { frozen, draw } = record.selection;
  const panels = frozen?.chances?.panels ?? 0;
  const figures = { frozen: frozen ? dayOf(frozen.at) : null, drawn: draw ? dayOf(draw.at) : null, panels };
  if (!frozen || !draw) return { outcome: 'not-yet', figures };
  if (frozen.at > draw.at) return { outcome: 'not-met', figures };
  return { outcome: panels > 0 ? 'met' : 'partly', figures };
}

/** Whoever was heard has declared their interests. */
export function interestsDeclared(reading: Reading): Finding<{ readonly heard: number; readonly declared: number }> {
  const heard = reading.record.witnesses.filter(({ hearing }) => hearing === 'closed');
  const figures = { heard: heard.length, declared: heard.filter(({ interests }) => interests !== null).length };
  if (figures.heard > 0) return { outcome: shareOf(figures.declared, figures.heard), figures };
  return { outcome: reached(reading, 'drafting') ? 'cannot-tell' : 'not-yet', figures };
}
