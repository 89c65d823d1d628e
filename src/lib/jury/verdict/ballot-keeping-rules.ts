/** How the returning officer keeps a ballot: pauses it, reminds, declares it void, certifies it or holds it again. */
import canonicalize from 'canonicalize';
import { decideBallot } from '../charter/decision-rule.ts';
import { countsOf, isScale, marksIn } from '../charter/papers.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { SeatId } from '../terms.ts';
import { notYetVoted, usualDeadline } from './closing-rules.ts';
import { hasCodes, readCoded } from './paper-codes.ts';
import { decidePoll } from './poll-count.ts';
import type { PollBallot } from './poll.ts';
import { ballotOn, pollBallotOn } from './verdict.ts';
import type { Ballot, Verdict } from './verdict.ts';

type KeepingCommand =
  | 'pause-ballot'
  | 'resume-ballot'
  | 'remind-voters'
  | 'close-ballot'
  | 'void-ballot'
  | 'certify-ballot'
  | 'reopen-ballot';

export const ballotKeepingRules: Rules<KeepingCommand> = {
  'pause-ballot': ({ ballot: id, reason }, asked) => {
    const ballot = openBallot(asked, id);
    return ballot.ok ? ok([{ type: 'ballot-paused', ballot: id, reason: asked.seal(reason) }]) : ballot;
  },

  'resume-ballot': ({ ballot: id }, asked) => {
    const ballot = anyBallot(asked, id);
    if (!ballot.ok) return ballot;
    return ballot.value.state === 'paused' ? ok([{ type: 'ballot-resumed', ballot: id }]) : refuse('ballot-not-paused');
  },

  'remind-voters': ({ ballot: id }, asked) => {
    const ballot = openBallot(asked, id);
    if (!ballot.ok) return ballot;
    const { cast, electorate } = ballot.value;
    if (cast.count >= electorate.length) return refuse('everybody-voted');
    return ok([{ type: 'voters-reminded', ballot: id, at: asked.now }]);
  },

  'close-ballot': ({ ballot: id }, asked) => {
    const ballot = openBallot(asked, id);
    if (!ballot.ok) return ballot;
    const { cast, closesAt } = ballot.value;
    // [V112] Whoever was told until when has that long.
    if (closesAt !== undefined && asked.now < closesAt && notYetVoted(asked, ballot.value).length > 0)
      return refuse('closes-later');
    const event = closing(ballot.value, asked);
    // [V11] As many papers in the box as names ticked off the roll, or nothing is announced.
    if (event.decision.cast !== cast.count)
      throw new Error(`Ballot ${id}: ${event.decision.cast} papers for ${cast.count} voters`);
    return ok([event, ...usualDeadline(asked, ballot.value.rule)]);
  },

  'void-ballot': ({ ballot: id, reason }, asked) => {
    const ballot = anyBallot(asked, id);
    if (!ballot.ok) return ballot;
    const running = ballot.value.state === 'open' || ballot.value.state === 'paused';
    return running ? ok([{ type: 'ballot-voided', ballot: id, reason }]) : refuse('ballot-not-open');
  },

  'certify-ballot': ({ ballot: id }, asked) => {
    const ballot = uncertifiedBallot(asked, id);
    if (!ballot.ok) return ballot;
    // [V24] Counted once more: what lies in the box still comes to what was announced.
    const recount = closing(ballot.value, asked).decision;
    if (canonicalize(recount) !== canonicalize(ballot.value.decision)) return refuse('count-differs');
    // [V55] From now on each finds their paper, and anybody counts.
    const { tally } = asked.facts;
    const coded = tally && hasCodedPapers(ballot.value, asked.jury.verdict);
    const papers = coded ? { papers: readCoded(tally).papers } : {};
    return ok([{ type: 'ballot-certified', ballot: id, at: asked.now, ...papers }]);
  },

  'reopen-ballot': ({ ballot: id, reason }, asked) => {
    const ballot = uncertifiedBallot(asked, id);
    if (!ballot.ok) return ballot;
    if (latestLike(ballot.value, asked)?.id !== id) return refuse('ballot-exists');
    return ok([{ type: 'ballot-reopened', ballot: id, reason: asked.seal(reason), at: asked.now }]);
  },
};

export type AnyBallot = Ballot | PollBallot;

function anyBallot({ jury }: Asked, id: string): Result<AnyBallot> {
  const ballot = [...jury.verdict.ballots, ...jury.verdict.pollBallots].find((one) => one.id === id);
  return ballot ? ok(ballot) : refuse('unknown-ballot');
}

export function openBallot(asked: Asked, id: string): Result<AnyBallot> {
  const ballot = anyBallot(asked, id);
  if (!ballot.ok || ballot.value.state === 'open') return ballot;
  return ballot.value.state === 'paused' ? refuse('ballot-paused') : refuse('ballot-not-open');
}

function uncertifiedBallot(asked: Asked, id: string): Result<AnyBallot> {
  const ballot = anyBallot(asked, id);
  if (!ballot.ok) return ballot;
  if (ballot.value.state !== 'closed') return refuse('ballot-not-closed');
  return ballot.value.certifiedAt === undefined ? ballot : refuse('already-certified');
}

/** [V11] The count of the papers in the box, under the rule of the ballot. */
function closing(ballot: AnyBallot, { jury, facts: { tally: box } }: Asked) {
  const { id, rule, electorate, seats, present } = ballot;
  if (!box) throw new Error(`Ballot ${id} was counted without its papers`);
  const tally = hasCodedPapers(ballot, jury.verdict) ? readCoded(box).tally : box;
  if ('poll' in ballot) {
    const poll = jury.verdict.polls.find((one) => one.id === ballot.poll);
    if (!poll) throw new Error(`Ballot ${id} is on a poll that is not there`);
    return { type: 'poll-closed', ballot: id, decision: decidePoll(poll, ballot, tally) } as const;
  }
  const counts = decideBallot(rule, countsOf(rule, tally), electorate.length, seats, present);
  const decision = isScale(rule) ? { ...counts, marks: marksIn(rule, tally) } : counts;
  return { type: 'ballot-closed', ballot: id, decision } as const;
}

/** [V54] Whether the papers of this ballot bear codes. */
export const hasCodedPapers = (ballot: AnyBallot, { polls }: Verdict): boolean =>
  hasCodes(ballot.rule, 'poll' in ballot ? polls.find((poll) => poll.id === ballot.poll)?.form : undefined);

const latestLike = (ballot: AnyBallot, { jury: { verdict } }: Asked): AnyBallot | undefined =>
  'poll' in ballot ? pollBallotOn(verdict, ballot.poll) : ballotOn(verdict, ballot.recommendation);

/** [V9] [V10] The open ballot on which whoever acts may cast a paper and has not, with the seat they vote from. */
export function paperFor(asked: Asked, id: string): Result<{ readonly on: AnyBallot; readonly seat: SeatId }> {
  const ballot = openBallot(asked, id);
  if (!ballot.ok) return ballot;
  const { actor } = asked;
  if (actor.kind !== 'seat' || !ballot.value.electorate.includes(actor.id)) return refuse('not-an-elector');
  if (ballot.value.cast.seats.includes(actor.id)) return refuse('already-voted');
  return ok({ on: ballot.value, seat: actor.id });
}

/** [V17] Every recommendation that was not withdrawn has been voted on, no vote is under way, and every result is certified. */
export function allDecided({ jury }: Pick<Asked, 'jury'>): Result<null> {
  if (jury.verdict.recommendations.some((one) => one.state === 'open')) return refuse('recommendations-undecided');
  const frozen = jury.verdict.recommendations.filter((one) => one.state === 'frozen');
  const open = frozen.filter((one) => ballotOn(jury.verdict, one.id)?.state !== 'closed');
  const running = jury.verdict.pollBallots.filter((one) => one.state === 'open' || one.state === 'paused');
  const count = open.length + running.length;
  if (count > 0) return refuse('ballots-open', { count });
  const counted = [
    ...frozen.map((one) => ballotOn(jury.verdict, one.id)),
    ...jury.verdict.pollBallots.filter((one) => one.state === 'closed'),
  ];
  const uncertified = counted.filter((one) => one?.certifiedAt === undefined);
  return uncertified.length > 0 ? refuse('ballots-uncertified', { count: uncertified.length }) : ok(null);
}
