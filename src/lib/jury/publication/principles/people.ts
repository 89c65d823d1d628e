/** Inclusiveness, representativeness and privacy: who could sit, who sat, and what is known of them. */
import { reached, shareOf } from './reading.ts';
import type { Finding, Reading } from './reading.ts';

interface Seats {
  readonly seats: number;
  readonly seated: number;
  readonly left: number;
  readonly replaced: number;
}

/** The smallest part of the seats with which the work can go on as planned: the usual quorum of a vote. */
const MOST_SEATS = { num: 3, den: 4 } as const;

export function seatsFilled(reading: Reading): Finding<Seats> {
  const { charter, seating } = reading.record;
  const figures = { seats: charter.seats, seated: seating.seated, left: seating.left, replaced: seating.replaced };
  if (!reached(reading, 'learning')) return { outcome: 'not-yet', figures };
  if (figures.seated >= figures.seats) return { outcome: 'met', figures };
  const most = figures.seated * MOST_SEATS.den >= figures.seats * MOST_SEATS.num;
  return { outcome: most ? 'partly' : 'not-met', figures };
}

/** Somebody who lives with the question was heard. */
export function livedExperience(reading: Reading): Finding<{ readonly heard: number }> {
  const heard = reading.record.witnesses.filter(
    ({ kind, hearing }) => kind === 'lived-experience' && hearing === 'closed',
  ).length;
  if (heard > 0) return { outcome: 'met', figures: { heard } };
  return { outcome: reached(reading, 'drafting') ? 'not-met' : 'not-yet', figures: { heard } };
}

interface Groups {
  readonly groups: number;
  readonly within: number;
  /** Bounds that a later replacement could not restore. */
  readonly deviations: number;
}

/** Each group has as many seats as its target says; later deviations count against it. */
export function targetsMet({ record }: Reading): Finding<Groups> {
  const { targets, draw, replacements, replacement } = record.selection;
  const countOf = (category: string, value: string): number =>
    draw?.composition.find((one) => one.category === category && one.value === value)?.count ?? 0;
  const within = targets.filter(({ category, value, min, max }) => {
    const count = countOf(category, value);
    return min <= count && count <= max;
  }).length;
  const later = [...replacements, ...(replacement ? [replacement] : [])];
  const deviations = later.reduce((sum, one) => sum + one.deviations.length, 0);
  const figures = { groups: targets.length, within: draw ? within : 0, deviations };
  if (!draw || targets.length === 0) return { outcome: 'not-yet', figures };
  const outcome = shareOf(within, targets.length);
  return { outcome: outcome === 'met' && deviations > 0 ? 'partly' : outcome, figures };
}

/** The attitude to the question is among what the jury had to mirror. */
export function attitudeAmongTargets({ record }: Reading): Finding<{ readonly groups: number }> {
  const { frozen, targets, attitude } = record.selection;
  const groups = targets.filter(({ category }) => category === attitude).length;
  if (!frozen) return { outcome: 'not-yet', figures: { groups } };
  return { outcome: groups > 1 ? 'met' : 'not-met', figures: { groups } };
}

/** Nobody in the pool was without any chance. */
export function everyoneHadAChance({
  record,
}: Reading): Finding<{ readonly pool: number; readonly without: number | null }> {
  const { frozen, pool } = record.selection;
  const without = frozen?.chances?.unselectable ?? null;
  const figures = { pool: pool?.size ?? 0, without };
  if (!frozen) return { outcome: 'not-yet', figures };
  if (without === null) return { outcome: 'cannot-tell', figures };
  return { outcome: shareOf(figures.pool - without, figures.pool), figures };
}

/** [P45] Of a vote in which all were of one mind, everybody knows how each voted. */
export function votesHidden({ record }: Reading): Finding<{ readonly votes: number; readonly unanimous: number }> {
  const ballots = (record.verdict?.recommendations ?? []).map(({ ballot }) => ballot);
  const unanimous = ballots.filter(({ electorate, decision: { counts } }) =>
    Object.values(counts).includes(electorate),
  ).length;
  const figures = { votes: ballots.length, unanimous };
  if (!record.verdict) return { outcome: 'not-yet', figures };
  if (ballots.length === 0) return { outcome: 'cannot-tell', figures };
  return { outcome: shareOf(ballots.length - unanimous, ballots.length), figures };
}
