/** Writing a poll, putting it to the vote when its turn has come, and casting a ranking. */
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { allDecided, paperFor } from './ballot-keeping-rules.ts';
import { entitled } from './entitlement.ts';
import { NONE, optionId } from './poll.ts';
import type { Condition, Poll, PollBallot } from './poll.ts';
import { writeRanking } from './ranking.ts';
import { adoptedIn, ballotOn, currentVersion, nextBallotId, pollBallotOn } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import { pollHash } from './wording.ts';

type PollCommand = 'write-poll' | 'withdraw-poll' | 'open-poll' | 'open-priorities' | 'cast-ranking';

export const pollRules: Rules<PollCommand> = {
  'write-poll': ({ form, text: asks, options, onlyIf }, { jury, seal }) => {
    const condition = onlyIf === undefined ? ok(null) : conditionOf(jury.verdict, onlyIf);
    if (!condition.ok) return condition;
    return ok([
      {
        type: 'poll-written',
        poll: nextPollId(jury.verdict),
        form,
        question: seal(asks),
        options: options.map((text, at) => ({ id: optionId(at), text: seal(text) })),
        after: condition.value,
      },
    ]);
  },

  'withdraw-poll': ({ poll: id, reason }, { jury, seal }) => {
    const poll = standingPoll(jury.verdict, id);
    if (!poll.ok) return poll;
    if (pollBallotOn(jury.verdict, id)) return refuse('ballot-exists');
    return ok([{ type: 'poll-withdrawn', poll: id, reason: seal(reason) }]);
  },

  'open-poll': ({ poll: id }, asked) => {
    const { verdict } = asked.jury;
    const poll = standingPoll(verdict, id);
    if (!poll.ok) return poll;
    if (poll.value.after && !isMet(verdict, poll.value.after)) return refuse('condition-not-met');
    const earlier = pollBallotOn(verdict, id)?.decision?.outcome;
    const ties = verdict.pollBallots.filter((one) => one.poll === id && one.decision?.outcome === 'tie').length;
    // [V15] A tie may be put to the vote once more where the rule says so.
    const again = earlier === 'tie' && asked.jury.charter.rule?.tie === 'reballot-once' && ties === 1;
    if (pollBallotOn(verdict, id) && !again) return refuse('ballot-exists');
    return opened(poll.value, asked);
  },

  'open-priorities': (_command, asked) => {
    const { verdict } = asked.jury;
    const decided = allDecided(asked);
    if (!decided.ok) return decided;
    if (verdict.polls.some((poll) => poll.form === 'priority' && pollBallotOn(verdict, poll.id)))
      return refuse('ballot-exists');
    const adopted = adoptedIn(verdict);
    if (adopted.length < 2) return refuse('nothing-to-rank');
    const options = adopted.map((one) => ({ id: one.id, text: currentVersion(one).title }));
    const poll: Poll = { id: nextPollId(verdict), form: 'priority', question: null, options, after: null };
    const { id, ...text } = poll;
    const ballot = opened(poll, asked);
    return ballot.ok ? ok([{ type: 'poll-written', poll: id, ...text }, ...ballot.value]) : ballot;
  },

  'cast-ranking': ({ ballot: id, places }, asked) => {
    const paper = paperFor(asked, id);
    if (!paper.ok) return paper;
    const { on, seat } = paper.value;
    const poll = 'poll' in on ? pollOf(asked.jury.verdict, on.poll) : undefined;
    if (!poll || poll.form === 'one-of') return refuse('unknown-choice');
    const ranking = writeRanking(
      poll.options.map((option) => option.id),
      places,
    );
    if (ranking === null) return refuse('unknown-choice');
    asked.cast(id, ranking);
    return ok([{ type: 'paper-cast', ballot: id, seat }]);
  },
};

/** [V8] Wording, rule, electorate and seats are fixed here. */
function opened(poll: Poll, { jury }: Asked): Result<readonly JuryEvent[]> {
  const { rule, seats } = jury.charter;
  if (!rule) return refuse('decision-rule-missing');
  const electorate = entitled(jury);
  if (electorate.length === 0) return refuse('nobody-entitled');
  return ok([
    {
      type: 'poll-opened',
      ballot: nextBallotId(jury.verdict),
      poll: poll.id,
      wordingHash: pollHash(poll),
      rule,
      electorate,
      seats,
    },
  ]);
}

const nextPollId = ({ polls }: Verdict): string => `P${polls.length + 1}`;

/** What may be marked on the paper of a poll other than places: an option or none where one is chosen, and abstaining where the rule has it. */
export function choicesOn({ poll: id, rule }: PollBallot, verdict: Verdict): readonly string[] {
  const poll = pollOf(verdict, id);
  const options = poll?.form === 'one-of' ? [...poll.options.map((option) => option.id), NONE] : [];
  return [...options, ...(rule.abstention ? ['abstain'] : [])];
}

const pollOf = ({ polls }: Verdict, id: string): Poll | undefined => polls.find((poll) => poll.id === id);

function standingPoll(verdict: Verdict, id: string): Result<Poll> {
  const poll = pollOf(verdict, id);
  return poll && !poll.withdrawn && poll.form !== 'priority' ? ok(poll) : refuse('unknown-poll');
}

/** [V29] A condition names a vote that there is and an outcome that it can have. */
function conditionOf(verdict: Verdict, text: string): Result<Condition> {
  const [on = '', outcome = ''] = text.split(':');
  const poll = pollOf(verdict, on);
  const possible = poll
    ? [...poll.options.map((option) => option.id), NONE]
    : verdict.recommendations.some((one) => one.id === on && one.state !== 'withdrawn')
      ? ['adopted', 'not-adopted']
      : [];
  return possible.includes(outcome) ? ok({ on, outcome }) : refuse('unknown-condition');
}

/** Only a certified result opens the way, for it is not taken back. */
export function isMet(verdict: Verdict, { on, outcome }: Condition): boolean {
  const poll = pollBallotOn(verdict, on);
  if (poll) return poll.certifiedAt !== undefined && poll.decision?.winner === outcome;
  const ballot = ballotOn(verdict, on);
  if (ballot?.certifiedAt === undefined) return false;
  return (ballot.decision?.outcome === 'adopted') === (outcome === 'adopted');
}
