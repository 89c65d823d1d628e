/** Where each adopted recommendation stands with the authority, and what is late. Computed from entries and the day; never stored. */
import type { Day, Instant } from '../terms.ts';
import type { Answer, Progress, Report } from './response.ts';
import { addMonths } from '../charter/working-days.ts';

/** In the order in which the board counts them. */
export const STANDINGS = [
  'awaiting',
  'acknowledged',
  'needs-study',
  'accepted',
  'in-development',
  'adopted',
  'changed',
  'implemented',
  'dropped',
  'rejected',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Entries of one recommendation with the days, in the institution's time zone, on which they were made; oldest first. */
export interface Course {
  /** The authority has said that it has the recommendation ([P61]). */
  readonly received?: boolean;
  readonly answers: readonly (Pick<Answer, 'position' | 'until'> & { readonly on: Day })[];
  readonly reports: readonly (Pick<Report, 'progress' | 'step'> & { readonly on: Day })[];
  readonly respondBy: Day;
}

export interface Where {
  readonly standing: Standing;
  /** The day by which the authority owes the next entry; null when it owes none. */
  readonly due: Day | null;
  readonly overdue: boolean;
  /** [P93] What was promised and has gone quiet: since the day of the last word. */
  readonly stalledSince?: Day;
}

/** Entries with the days on which they were made. */
export const dated = <T extends { readonly at: Instant }>(
  entries: readonly T[],
  dayAt: (at: Instant) => Day,
): readonly (T & { readonly on: Day })[] => entries.map((entry) => ({ ...entry, on: dayAt(entry.at) }));

/** After these nothing is owed any more. */
export const OVER: readonly Progress[] = ['implemented', 'dropped'];

export function whereItStands({ received = false, answers, reports, respondBy }: Course, today: Day): Where {
  const answer = answers.at(-1);
  const at = (standing: Standing, due: Day | null): Where => ({ standing, due, overdue: due !== null && today > due });
  if (!answer) return at(received ? 'acknowledged' : 'awaiting', respondBy);
  if (answer.position === 'rejected') return at('rejected', null);
  if (answer.position === 'needs-more-time') return at('needs-study', answer.until ?? respondBy);
  const report = reports.at(-1);
  if (report && OVER.includes(report.progress)) return at(report.progress, null);
  const started = answers.find((one) => one.position !== 'needs-more-time')?.on ?? answer.on;
  const next = nextReport(started, report?.on);
  // [P70] Whoever names a day for the next step says by then what became of it.
  const step = report?.step?.by;
  const where = at(report?.progress ?? 'accepted', step !== undefined && step < next ? step : next);
  return where.overdue ? { ...where, stalledSince: report?.on ?? started } : where;
}

/**
 * [P10] Reports fall due three months after the answer and then every six (DemocracyNext's guidance on follow-up). A report made
 * in the month before its day is for that day.
 */
export function nextReport(answered: Day, lastReport: Day | undefined): Day {
  let months = 3;
  while (lastReport !== undefined && addMonths(answered, months - 1) <= lastReport) months += 6;
  return addMonths(answered, months);
}
