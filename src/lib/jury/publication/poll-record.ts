/** Of the public record, the questions between options that were voted on. */
import type { Poll, PollBallot, PollDecision } from '../verdict/poll.ts';
import { pollBallotOn } from '../verdict/verdict.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { pollTiedBefore } from './before-and-after.ts';
import { statedOutcome } from './outcome-record.ts';
import type { WithOutcome } from './outcome-record.ts';

/** A question between options that was voted on. */
export interface PublishedPoll extends Pick<Poll, 'id' | 'form' | 'question' | 'options' | 'after'>, WithOutcome {
  readonly ballot: Pick<PollBallot, 'id' | 'rule' | 'seats' | 'present' | 'certifiedAt' | 'wordingHash' | 'papers'> & {
    readonly electorate: number;
    readonly decision: PollDecision;
    readonly heldAgain: NonNullable<PollBallot['heldAgain']>;
    /** [V118] The count of the first vote, where it was a tie and put to the vote once more. */
    readonly tiedBefore?: PollDecision;
  };
}

export function publishedPolls(verdict: Verdict): readonly PublishedPoll[] {
  return verdict.polls.flatMap(({ withdrawn: _withdrawn, ...poll }) => {
    const ballot = pollBallotOn(verdict, poll.id);
    if (!ballot?.decision) return [];
    const { id, rule, seats, electorate, present, decision, wordingHash, certifiedAt, papers, heldAgain = [] } = ballot;
    const fixed = { id, rule, seats, electorate: electorate.length, ...(present === undefined ? {} : { present }) };
    const certificate = { ...(certifiedAt === undefined ? {} : { certifiedAt }), ...(papers ? { papers } : {}) };
    return [
      {
        ...poll,
        ...statedOutcome(verdict, poll.id, id),
        ballot: { ...fixed, decision, wordingHash, heldAgain, ...pollTiedBefore(verdict, ballot), ...certificate },
      },
    ];
  });
}
