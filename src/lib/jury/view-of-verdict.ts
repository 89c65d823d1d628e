/** What viewers see of the verdict in the making: numbers of those who said, joined or agreed, and of names only their own. */
import type { Content, Role } from './terms.ts';
import type { Verdict } from './verdict/verdict.ts';
import { electorsSeen, own, withoutNote } from './viewer.ts';
import type { Viewer } from './viewer.ts';

const RELEASES: readonly Role[] = ['organiser', 'oversight'];

/** [P18] Why a place that names somebody may stand is for the two who release; by which hashes such places are known again is for the rules. */
export function viewRelease<T extends { readonly note?: Content; readonly seen?: Content }>(
  { seen: _seen, ...release }: T,
  { role }: Viewer,
): T {
  return (RELEASES.includes(role) ? release : withoutNote(release)) as T;
}

/** [P91] The same of what is added once the verdict is out. */
export function viewSecondWord<T extends { readonly why?: Content }>(agreed: T, { role }: Viewer): T {
  const { why: _why, ...rest } = agreed;
  return RELEASES.includes(role) ? agreed : (rest as T);
}

export const viewVerdict = (verdict: Verdict, viewer: Viewer): Verdict => ({
  ...verdict,
  suggestions: verdict.suggestions.map((one) => ({
    ...one,
    support: own(one.support, viewer),
    against: own(one.against, viewer),
    unsure: own(one.unsure, viewer),
    ...(one.objections ? { objections: own(one.objections, viewer) } : {}),
  })),
  rounds: verdict.rounds.map((round) => ({ ...round, answered: own(round.answered, viewer) })),
  ballots: verdict.ballots.map((ballot) => ({ ...electorsSeen(ballot, viewer), cast: own(ballot.cast, viewer) })),
  pollBallots: verdict.pollBallots.map((vote) => ({ ...electorsSeen(vote, viewer), cast: own(vote.cast, viewer) })),
  outcomes: verdict.outcomes.map(({ ballot, versions }) => ({
    ballot,
    versions: versions.map((one) => ({ ...one, agreed: own(one.agreed, viewer) })),
  })),
  statements: verdict.statements.map((statement) => ({ ...statement, joined: own(statement.joined, viewer) })),
  spokespersons: verdict.spokespersons.map((one) => ({ ...one, confirmed: own(one.confirmed, viewer) })),
  lateTranslations: verdict.lateTranslations.map((one) => viewSecondWord(one, viewer)),
  errata: verdict.errata.map((one) => viewSecondWord(one, viewer)),
  approvals: own(verdict.approvals, viewer),
  release: verdict.release && viewRelease(verdict.release, viewer),
});
