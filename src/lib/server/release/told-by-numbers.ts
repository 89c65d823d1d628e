/** Published numbers that leave no doubt about any one juror, because all were of one mind. */
import type { PublicRecord, PublishedPoll, PublishedRecommendation } from '../../jury/publication/record.ts';
import type { WithOutcome } from '../../jury/publication/outcome-record.ts';
import type { PublishedStatement } from '../../jury/publication/published-words.ts';
import type { PollDecision } from '../../jury/verdict/poll.ts';
import type { Ranked } from '../../jury/verdict/ranking.ts';
import { whatNumbersTell } from '../../jury/verdict/telling.ts';

export interface Told {
  /**
   * `unanimous`: all papers are alike; `unanimous-order`: all papers put the same option before another; `everybody`: the number counts every
   * juror who could be in it.
   */
  readonly kind: 'unanimous' | 'unanimous-order' | 'everybody';
  readonly where: string;
  /** How many they are. */
  readonly shown: string;
}

/** [P53] One line for each vote, statement or count that tells it. */
export const toldByNumbers = (record: PublicRecord): readonly Told[] => [
  ...(record.verdict?.recommendations ?? []).flatMap(ofRecommendation),
  ...(record.verdict?.polls ?? []).flatMap(ofPoll),
  ...(record.verdict?.minorityStatements ?? []).flatMap((one) => ofStatement(one, record.seating.seated)),
  ...ofRoom(record),
];

type Decision = PublishedRecommendation['ballot']['decision'];

/** [V116] All jurors agreeing is told of them, as it is of a statement. */
const ofOutcome = (id: string, { stated }: WithOutcome): Told[] =>
  [...(stated?.earlier ?? []), ...(stated ? [stated] : [])]
    .filter(({ agreed, jurors }) => jurors > 0 && agreed >= jurors)
    .map(({ agreed }) => told('everybody', id, agreed));

function ofRecommendation(recommendation: PublishedRecommendation): Told[] {
  const { id, ballot, minorityStatements } = recommendation;
  const votes = [ballot, ...(ballot.heldAgain ?? [])].map(({ decision }) => decision);
  return [
    ...votes.filter(allAlike).map(({ cast }) => told('unanimous', id, cast)),
    ...minorityStatements.flatMap((one) => ofStatement(one, ballot.electorate)),
    ...ofOutcome(id, recommendation),
  ];
}

/** All for, all against or all abstaining; on a scale also where its marks come to that. */
const allAlike = ({ counts }: Decision): boolean => whatNumbersTell(counts) === 'everybody';

const ofStatement = ({ id, joined }: PublishedStatement, all: number): Told[] =>
  all > 0 && joined >= all ? [told('everybody', id, joined)] : [];

const ofPoll = (poll: PublishedPoll): Told[] => {
  const { id, ballot } = poll;
  const votes = [ballot, ...ballot.heldAgain].flatMap(({ decision }) => {
    const kind = kindOf(decision);
    return kind ? [told(kind, id, decision.cast)] : [];
  });
  return [...votes, ...ofOutcome(id, poll)];
};

function kindOf({ cast, abstain, votes, ranked }: PollDecision): 'unanimous' | 'unanimous-order' | null {
  if (cast === 0) return null;
  if (abstain === cast) return 'unanimous';
  if (votes) return whatNumbersTell({ ...votes.counts, abstain }) === 'everybody' ? 'unanimous' : null;
  return ranked && abstain === 0 ? orderOf(ranked, cast) : null;
}

/** Of ranked papers the record tells each pair: where none divides them, all are the same. */
function orderOf({ preferred }: Ranked, papers: number): 'unanimous' | 'unanimous-order' | null {
  const pairs = Object.values(preferred).flatMap((row) => Object.values(row));
  if (pairs.every((count) => count === 0 || count === papers)) return 'unanimous';
  return pairs.includes(papers) ? 'unanimous-order' : null;
}

/** What jurors did in the room besides voting, where its numbers are public. */
function ofRoom({ seating: { seated }, calls, exhibits, balance, factChecks, minutes }: PublicRecord): Told[] {
  const all = (where: string, count: number, of = seated): Told[] =>
    of > 0 && count >= of ? [told('everybody', where, count)] : [];
  const alike = (where: string, counts: Readonly<Record<string, number>> | null): Told[] =>
    counts && whatNumbersTell(counts) === 'everybody'
      ? [told('unanimous', where, Math.max(...Object.values(counts)))]
      : [];
  return [
    ...calls.flatMap(({ id, signed }) => all(id, signed)),
    ...exhibits.flatMap(({ id, marks }) => (marks ? all(id, Math.max(marks.useful, marks.doubtful)) : [])),
    ...balance.ratings.flatMap(({ witness, counts }) => alike(witness, counts)),
    ...factChecks.answered.flatMap(({ id, supported }) => all(id, supported)),
    ...minutes.flatMap(({ title, electors, backed, soundings }) => [
      ...all(title, backed, electors),
      ...soundings.flatMap(({ id, counts }) => alike(`${title}, ${id}`, counts)),
    ]),
  ];
}

const told = (kind: Told['kind'], where: string, count: number): Told => ({ kind, where, shown: String(count) });
