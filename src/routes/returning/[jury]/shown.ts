import { quorumNeeded } from '../../../lib/jury/charter/decision-rule.ts';
import type { Vote } from '../../../lib/jury/verdict/ballot.ts';

/** What the desk shows of a ballot: numbers only, and never who has voted. */
export function shown<D>(ballot: Vote<D>) {
  const { id, state, cast, electorate, decision, seats, rule } = ballot;
  return {
    id,
    state,
    cast: cast.count,
    electorate: electorate.length,
    quorum: quorumNeeded(seats, rule.quorum),
    decision,
    voidReason: ballot.voidReason ?? null,
    textChanged: ballot.textChanged ?? false,
    pauseReason: ballot.pauseReason?.text ?? null,
    remindedAt: ballot.remindedAt ?? null,
    closesAt: ballot.closesAt ?? null,
    remindsAt: ballot.remindsAt ?? null,
    present: ballot.present ?? null,
    certifiedAt: ballot.certifiedAt ?? null,
    heldAgain: ballot.heldAgain ?? [],
    papers: ballot.papers ?? null,
  };
}
