/** What stands in the record on either side of a vote: the tie before it, and that the authority has it. */
import { receivedAt } from '../response/response.ts';
import type { Response } from '../response/response.ts';
import type { Ballot, Verdict } from '../verdict/verdict.ts';
import type { PollBallot } from '../verdict/poll.ts';
import type { PublishedPoll, PublishedRecommendation } from './record.ts';

/** [P61] */
export function received(response: Response, recommendation: string): Pick<PublishedRecommendation, 'acknowledgedAt'> {
  const at = receivedAt(response, recommendation);
  return at === undefined ? {} : { acknowledgedAt: at };
}

/** [P62] */
export function tiedBefore(
  { ballots }: Verdict,
  { id, recommendation }: Ballot,
): Pick<PublishedRecommendation['ballot'], 'tiedBefore'> {
  const first = ballots.find(
    (one) => one.recommendation === recommendation && one.id !== id && one.decision?.outcome === 'tie',
  );
  return first?.decision ? { tiedBefore: first.decision } : {};
}

/** [V118] The same for a question between options. */
export function pollTiedBefore(
  { pollBallots }: Verdict,
  { id, poll }: PollBallot,
): Pick<PublishedPoll['ballot'], 'tiedBefore'> {
  const first = pollBallots.find((one) => one.poll === poll && one.id !== id && one.decision?.outcome === 'tie');
  return first?.decision ? { tiedBefore: first.decision } : {};
}
