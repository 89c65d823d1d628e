import { baseOf, votesNeeded } from '$lib/jury/charter/decision-rule.ts';
import { entitled } from '$lib/jury/verdict/entitlement.ts';
import { isMet } from '$lib/jury/verdict/poll-rules.ts';
import { adoptedIn, ballotOn, currentVersion, pollBallotOn, pollsSettled } from '$lib/jury/verdict/verdict.ts';
import { openJury } from '$lib/server/pages.ts';
import { submitMoment } from '../../organise/typed-moment.server.ts';
import { deadlineOf, submitDeadline } from './deadline.server.ts';
import { outcomesOf, submitOutcome } from './outcomes.server.ts';
import { shown } from './shown.ts';
import { DESK_COMMANDS } from './desk-commands.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, actor, names } = await openJury(event, ['returning-officer']);
  const { verdict, charter } = jury;
  const electorate = entitled(jury).length;
  const rule = charter.rule;
  return {
    id: jury.id,
    title: charter.title,
    stage: charter.stage,
    who: actor.kind === 'member' ? names[actor.id] : undefined,
    rule,
    seats: charter.seats,
    electorate,
    // What the rule comes to if every juror votes for or against.
    needed:
      rule &&
      votesNeeded(baseOf(rule, { for: electorate, against: 0, abstain: 0 }, electorate, charter.seats), rule.threshold),
    recommendations: verdict.recommendations
      .filter((one) => one.state === 'frozen')
      .map((one) => {
        const { title, text, rationale, addressee } = currentVersion(one);
        const current = ballotOn(verdict, one.id);
        const ties = verdict.ballots.filter(
          (ballot) => ballot.recommendation === one.id && ballot.decision?.outcome === 'tie',
        ).length;
        return {
          id: one.id,
          wordingHash: one.wordingHash ?? '',
          title: title.text ?? '',
          text: text.text ?? '',
          rationale: rationale.text ?? '',
          addressee,
          current: current ? shown(current) : null,
          reballot: rule?.tie === 'reballot-once' && current?.decision?.outcome === 'tie' && ties === 1,
          earlier: verdict.ballots
            .filter((ballot) => ballot.recommendation === one.id && ballot.id !== current?.id)
            .map(shown),
        };
      }),
    polls: verdict.polls
      .filter((poll) => !poll.withdrawn)
      .map((poll) => {
        const current = pollBallotOn(verdict, poll.id);
        const others = verdict.pollBallots.filter((ballot) => ballot.poll === poll.id && ballot.id !== current?.id);
        return {
          ...poll,
          current: current ? shown(current) : null,
          earlier: others.map(shown),
          met: !poll.after || isMet(verdict, poll.after),
        };
      }),
    deadline: deadlineOf(jury),
    outcomes: outcomesOf(jury),
    mayRank:
      charter.stage === 'voting' &&
      adoptedIn(verdict).length > 1 &&
      pollsSettled(verdict) &&
      verdict.recommendations.every(
        (one) => one.state === 'withdrawn' || ballotOn(verdict, one.id)?.certifiedAt !== undefined,
      ),
  };
};

export const actions: Actions = {
  deadline: submitDeadline,
  outcome: submitOutcome,
  act: (event) => submitMoment(event, 'closesAt', DESK_COMMANDS),
};
