/** Where recommendations stand with the authority, from the published record and the day that it is. */
import { dayAt } from '../../lib/i18n/deadline.ts';
import type { PublicRecord, PublishedRecommendation } from '../../lib/jury/publication/record.ts';
import { STANDINGS, dated, whereItStands } from '../../lib/jury/response/standing.ts';
import type { Standing, Where } from '../../lib/jury/response/standing.ts';
import type { Day, Instant } from '../../lib/jury/terms.ts';

export const whereOf = (
  { acknowledgedAt, answers, reports }: PublishedRecommendation,
  respondBy: Day,
  now: Instant,
): Where =>
  whereItStands(
    {
      received: acknowledgedAt !== undefined,
      answers: dated(answers, dayAt),
      reports: dated(reports, dayAt),
      respondBy,
    },
    dayAt(now),
  );

export interface Board {
  readonly rows: readonly { readonly recommendation: PublishedRecommendation; readonly where: Where }[];
  /** Only those that there are, in their order. */
  readonly counts: readonly { readonly standing: Standing; readonly count: number }[];
  readonly overdue: number;
  /** [P93] Of those, how many are promises that have gone quiet. */
  readonly stalled: number;
}

/** Every adopted recommendation; empty before there is a verdict. */
export function boardOf({ verdict, charter }: Pick<PublicRecord, 'verdict' | 'charter'>, now: Instant): Board {
  const respondBy = charter.mandate?.respondBy ?? charter.ends;
  const rows = (verdict?.recommendations ?? [])
    .filter((one) => one.ballot.decision.outcome === 'adopted')
    .map((recommendation) => ({ recommendation, where: whereOf(recommendation, respondBy, now) }));
  const countOf = (standing: Standing): number => rows.filter(({ where }) => where.standing === standing).length;
  return {
    rows,
    counts: STANDINGS.map((standing) => ({ standing, count: countOf(standing) })).filter(({ count }) => count > 0),
    overdue: rows.filter(({ where }) => where.overdue).length,
    stalled: rows.filter(({ where }) => where.stalledSince !== undefined).length,
  };
}
