import type { Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import { minorityNeeded } from '../charter/decision-rule.ts';
import { marksOn } from '../charter/papers.ts';
import { ballotOn, nextBallotId } from './verdict.ts';
import { allDecided, paperFor } from './ballot-keeping-rules.ts';
import { choicesOn } from './poll-rules.ts';

type BallotCommand =
  'open-ballot' | 'cast-paper' | 'write-minority-statement' | 'join-minority-statement' | 'approve-verdict';

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
    return ok([
      {
        type: 'ballot-opened',
        ballot: nextBallotId(jury.verdict),
        recommendation: id,
        version: recommendation.versions.length,
        wordingHash: recommendation.wordingHash,
        rule,
        electorate: activeJurors(jury.seats).map((seat) => seat.id),
        seats: jury.charter.seats,
      },
    ]);
  },

  'cast-paper': ({ ballot: id, choice }, asked) => {
    const paper = paperFor(asked, id);
    if (!paper.ok) return paper;
    const { on, seat } = paper.value;
    const choices: readonly string[] = 'poll' in on ? choicesOn(on, asked.jury.verdict) : marksOn(on.rule);
    if (!choices.includes(choice)) return refuse('unknown-choice');
    asked.cast(id, choice);
    return ok([{ type: 'paper-cast', ballot: id, seat }]);
  },

  'write-minority-statement': ({ recommendation, text }, { jury, actor, seal }) => {
    const ballot = ballotOn(jury.verdict, recommendation);
    if (!ballot) return refuse('unknown-recommendation');
    if (ballot.state !== 'closed') return refuse('ballots-open');
    if (actor.kind !== 'seat' || !ballot.electorate.includes(actor.id)) return refuse('not-an-elector');
    const needed = minorityNeeded(ballot.electorate.length, ballot.rule.minorityFloor);
    const statement = `N${jury.verdict.statements.length + 1}`;
    return ok([
      { type: 'minority-statement-written', statement, recommendation, text: seal(text), needed, seat: actor.id },
    ]);
  },

  'join-minority-statement': ({ statement: id }, { jury, actor }) => {
    const statement = jury.verdict.statements.find((one) => one.id === id);
    if (!statement) return refuse('unknown-statement');
    const ballot = ballotOn(jury.verdict, statement.recommendation);
    if (actor.kind !== 'seat' || !ballot?.electorate.includes(actor.id)) return refuse('not-an-elector');
    if (statement.joined.seats.includes(actor.id)) return refuse('already-joined');
    return ok([{ type: 'minority-statement-joined', statement: id, seat: actor.id }]);
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
