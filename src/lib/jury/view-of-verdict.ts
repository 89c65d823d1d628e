/** What viewers see of the verdict in the making: numbers of those who said, joined or agreed, and of names only their own. */
import type { Content } from './terms.ts';
import type { Verdict } from './verdict/verdict.ts';
import { electorsSeen, own, withoutNote } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** [P18] Why a place that names somebody may stand is for the two who release. */
export const viewRelease = <T extends { readonly note?: Content }>(release: T, { role }: Viewer): T =>
  role === 'organiser' || role === 'oversight' ? release : (withoutNote(release) as T);

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
  approvals: own(verdict.approvals, viewer),
  release: verdict.release && viewRelease(verdict.release, viewer),
});
