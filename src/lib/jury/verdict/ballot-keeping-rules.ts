/** How the returning officer keeps a ballot: pauses it, reminds, declares it void, certifies it or holds it again. */
import canonicalize from 'canonicalize';
import { decideBallot } from '../charter/decision-rule.ts';
import type { Decision } from '../charter/decision-rule.ts';
import { countsOf, isScale, marksIn } from '../charter/papers.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { ballotOn } from './verdict.ts';
import type { Ballot } from './verdict.ts';

type KeepingCommand =
  'pause-ballot' | 'resume-ballot' | 'remind-voters' | 'void-ballot' | 'certify-ballot' | 'reopen-ballot';

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
    const recount = decisionOn(ballot.value, asked);
    if (canonicalize(recount) !== canonicalize(ballot.value.decision)) return refuse('count-differs');
    return ok([{ type: 'ballot-certified', ballot: id, at: asked.now }]);
  },

  'reopen-ballot': ({ ballot: id, reason }, asked) => {
    const ballot = uncertifiedBallot(asked, id);
    if (!ballot.ok) return ballot;
    if (ballotOn(asked.jury.verdict, ballot.value.recommendation)?.id !== id) return refuse('ballot-exists');
    return ok([{ type: 'ballot-reopened', ballot: id, reason: asked.seal(reason), at: asked.now }]);
  },
};

function anyBallot({ jury }: Asked, id: string): Result<Ballot> {
  const ballot = jury.verdict.ballots.find((one) => one.id === id);
  return ballot ? ok(ballot) : refuse('unknown-ballot');
}

export function openBallot(asked: Asked, id: string): Result<Ballot> {
  const ballot = anyBallot(asked, id);
  if (!ballot.ok || ballot.value.state === 'open') return ballot;
  return ballot.value.state === 'paused' ? refuse('ballot-paused') : refuse('ballot-not-open');
}

function uncertifiedBallot(asked: Asked, id: string): Result<Ballot> {
  const ballot = anyBallot(asked, id);
  if (!ballot.ok) return ballot;
  if (ballot.value.state !== 'closed') return refuse('ballot-not-closed');
  return ballot.value.certifiedAt === undefined ? ballot : refuse('already-certified');
}

/** What the papers in the box come to under the rule of the ballot. */
export function decisionOn({ id, rule, electorate, seats }: Ballot, { facts: { tally } }: Asked): Decision {
  if (!tally) throw new Error(`Ballot ${id} was counted without its papers`);
  const decision = decideBallot(rule, countsOf(rule, tally), electorate.length, seats);
  return isScale(rule) ? { ...decision, marks: marksIn(rule, tally) } : decision;
}
