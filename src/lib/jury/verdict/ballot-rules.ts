import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { minorityNeeded } from '../charter/decision-rule.ts';
import { marksOn } from '../charter/papers.ts';
import { ballotOn } from './verdict.ts';
import { decisionOn, openBallot } from './ballot-keeping-rules.ts';

type BallotCommand =
  | 'open-ballot'
  | 'cast-paper'
  | 'close-ballot'
  | 'write-minority-statement'
  | 'join-minority-statement'
  | 'approve-verdict'
  | 'publish-verdict';

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
        ballot: `B${jury.verdict.ballots.length + 1}`,
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
    const ballot = openBallot(asked, id);
    if (!ballot.ok) return ballot;
    const { actor } = asked;
    if (actor.kind !== 'seat' || !ballot.value.electorate.includes(actor.id)) return refuse('not-an-elector');
    if (ballot.value.cast.seats.includes(actor.id)) return refuse('already-voted');
    if (!(marksOn(ballot.value.rule) as readonly string[]).includes(choice)) return refuse('unknown-choice');
    asked.cast(id, choice);
    return ok([{ type: 'paper-cast', ballot: id, seat: actor.id }]);
  },

  'close-ballot': ({ ballot: id }, asked) => {
    const ballot = openBallot(asked, id);
    if (!ballot.ok) return ballot;
    const { cast } = ballot.value;
    const decision = decisionOn(ballot.value, asked);
    // [V11] As many papers in the box as names ticked off the roll, or nothing is announced.
    if (decision.cast !== cast.count) throw new Error(`Ballot ${id}: ${decision.cast} papers for ${cast.count} voters`);
    return ok([{ type: 'ballot-closed', ballot: id, decision }]);
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

  'publish-verdict': (_command, asked) => {
    const decided = allDecided(asked);
    if (!decided.ok) return decided;
    const { jury, now } = asked;
    const jurors = activeJurors(jury.seats);
    const needed = approvalsNeeded(jurors.length);
    // [V19] Of those who are still jurors: an approval does not outlast its juror.
    const given = jurors.filter((seat) => jury.verdict.approvals.seats.includes(seat.id)).length;
    if (given < needed) return refuse('not-approved', { count: given, needed });
    return ok([
      { type: 'verdict-published', at: now },
      { type: 'stage-reached', stage: 'published', at: now },
    ]);
  },
};

/** [V19] More than half of the jurors approve the words that go out under their name. */
export const approvalsNeeded = (jurors: number): number => Math.floor(jurors / 2) + 1;

/** [V17] Every recommendation that was not withdrawn has been voted on, and every result certified. */
function allDecided({ jury }: Asked): Result<null> {
  if (jury.verdict.recommendations.some((one) => one.state === 'open')) return refuse('recommendations-undecided');
  const frozen = jury.verdict.recommendations.filter((one) => one.state === 'frozen');
  const open = frozen.filter((one) => ballotOn(jury.verdict, one.id)?.state !== 'closed');
  if (open.length > 0) return refuse('ballots-open', { count: open.length });
  const uncertified = frozen.filter((one) => ballotOn(jury.verdict, one.id)?.certifiedAt === undefined);
  return uncertified.length > 0 ? refuse('ballots-uncertified', { count: uncertified.length }) : ok(null);
}
