import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { marksOn } from '../charter/papers.ts';
import { entitled } from './entitlement.ts';
import { ballotOn, nextBallotId } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import { allDecided, hasCodedPapers, openBallot, paperFor } from './ballot-keeping-rules.ts';
import type { AnyBallot } from './ballot-keeping-rules.ts';
import { markUnder, writeCoded } from './paper-codes.ts';
import { choicesOn } from './poll-rules.ts';

type BallotCommand = 'open-ballot' | 'cast-paper' | 'change-paper' | 'approve-verdict';

export const ballotRules: Rules<BallotCommand> = {
  'open-ballot': ({ recommendation: id }, { jury }) => {
    const recommendation = jury.verdict.recommendations.find((one) => one.id === id);
    if (!recommendation) return refuse('unknown-recommendation');
    if (recommendation.state !== 'frozen' || recommendation.wordingHash === null) return refuse('not-frozen-wording');
    const rule = jury.charter.rule;
    if (!rule) return refuse('decision-rule-missing');
    const earlier = ballotOn(jury.verdict, id);
    const ties = jury.verdict.ballots.filter(
      (one) => one.recommendation === id && one.decision?.outcome === 'tie',
    ).length;
    // [V15] A tie may be put to the vote once more where the rule says so.
    const reballot = earlier?.decision?.outcome === 'tie' && rule.tie === 'reballot-once' && ties === 1;
    if (earlier && !reballot) return refuse('ballot-exists');
    const electorate = entitled(jury);
    if (electorate.length === 0) return refuse('nobody-entitled');
    return ok([
      {
        type: 'ballot-opened',
        ballot: nextBallotId(jury.verdict),
        recommendation: id,
        version: recommendation.versions.length,
        wordingHash: recommendation.wordingHash,
        rule,
        electorate,
        seats: jury.charter.seats,
      },
    ]);
  },

  'cast-paper': ({ ballot: id, choice, code }, asked) => {
    const paper = paperFor(asked, id);
    if (!paper.ok) return paper;
    const { on, seat } = paper.value;
    if (!choicesFor(on, asked.jury.verdict).includes(choice)) return refuse('unknown-choice');
    if (!hasCodedPapers(on, asked.jury.verdict)) {
      asked.cast(id, choice);
      return ok([{ type: 'paper-cast', ballot: id, seat }]);
    }
    if (code === undefined) return refuse('paper-code-missing');
    asked.cast(id, writeCoded({ code, mark: choice }));
    return ok([{ type: 'paper-cast', ballot: id, seat }]);
  },

  'change-paper': ({ ballot: id, choice, code }, asked) => {
    const ballot = openBallot(asked, id);
    if (!ballot.ok) return ballot;
    const { actor, jury, facts } = asked;
    const on = ballot.value;
    if (actor.kind !== 'seat' || !on.electorate.includes(actor.id)) return refuse('not-an-elector');
    if (on.rule.changeable !== true || !hasCodedPapers(on, jury.verdict)) return refuse('paper-is-final');
    if (!on.cast.seats.includes(actor.id)) return refuse('not-voted-yet');
    if (!choicesFor(on, jury.verdict).includes(choice)) return refuse('unknown-choice');
    const before = markUnder(code, facts.tally ?? {});
    if (before === null) return refuse('unknown-paper-code');
    if (before === choice) return refuse('same-choice');
    asked.cast(id, writeCoded({ code, mark: choice }));
    return ok([{ type: 'paper-changed', ballot: id }]);
  },

  'approve-verdict': (_command, asked) => {
    const decided = allDecided(asked);
    if (!decided.ok) return decided;
    const { actor, jury } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (jury.verdict.approvals.seats.includes(actor.id)) return refuse('already-approved');
    return ok([{ type: 'verdict-approved', seat: actor.id }]);
  },
};

const choicesFor = (on: AnyBallot, verdict: Verdict): readonly string[] =>
  'poll' in on ? choicesOn(on, verdict) : marksOn(on.rule);
