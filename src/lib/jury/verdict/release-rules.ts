import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury } from '../state.ts';
import { allDecided } from './ballot-keeping-rules.ts';
import { asCited, faultIn } from './citation.ts';
import type { Release } from './release.ts';
import { ballotOn, currentVersion } from './verdict.ts';

type ReleaseCommand = 'propose-release' | 'agree-release' | 'withdraw-release' | 'publish-verdict';

export const releaseRules: Rules<ReleaseCommand> = {
  'propose-release': ({ goesOut: at = null, notice, language, note }, asked) => {
    const complete = readyForRelease(asked);
    if (!complete.ok) return complete;
    const { actor, jury, facts, seal } = asked;
    if (actor.kind !== 'member') return refuse('not-allowed');
    if (jury.verdict.release) return refuse('release-proposed-already');
    const findings = facts.findings ?? 0;
    if (findings > 0 && note === undefined) return refuse('findings-unexplained', { count: findings });
    const { places = [] } = facts;
    const seen = places.length > 0 ? { seen: seal(places.join(' ')) } : {};
    const explained = note === undefined ? {} : { note: seal(note) };
    return ok([{ type: 'release-proposed', at, notice, language, findings, by: actor.id, ...seen, ...explained }]);
  },

  'agree-release': (_command, asked) => {
    const complete = readyForRelease(asked);
    if (!complete.ok) return complete;
    const release = asked.jury.verdict.release;
    if (!release) return refuse('release-missing');
    if (release.agreed) return refuse('release-agreed-already');
    const unchanged = nothingNewFound(release, asked);
    if (!unchanged.ok) return unchanged;
    // [P16] However late the second person agrees, the jurors have the whole notice.
    const noticed = asked.now + release.notice * 60_000;
    // [V51] Nor does it go out before statements may no longer be written.
    const until = waitsForStatements(asked.jury) ? (asked.jury.verdict.statementsUntil ?? 0) : 0;
    return ok([{ type: 'release-agreed', at: Math.max(release.at ?? 0, noticed, until) }]);
  },

  'withdraw-release': ({ reason }, { jury, seal }) =>
    jury.verdict.release ? ok([{ type: 'release-withdrawn', reason: seal(reason) }]) : refuse('release-missing'),

  'publish-verdict': (_command, asked) => {
    const complete = readyForRelease(asked);
    if (!complete.ok) return complete;
    const { jury, now } = asked;
    const release = jury.verdict.release;
    if (!release) return refuse('release-missing');
    if (!release.agreed || release.at === null) return refuse('release-not-agreed');
    if (now < release.at) return refuse('release-not-due');
    const unchanged = nothingNewFound(release, asked);
    if (!unchanged.ok) return unchanged;
    return ok([
      { type: 'verdict-published', at: now },
      { type: 'stage-reached', stage: 'published', at: now },
    ]);
  },
};

/** [V19] More than half of the jurors approve the words that go out under their name. */
export const approvalsNeeded = (jurors: number): number => Math.floor(jurors / 2) + 1;

/** [V117] The usual time is waited out for those who may still want to write; where every juror has approved, there is nobody. */
function waitsForStatements({ verdict, seats }: Jury): boolean {
  if (!verdict.statementsUsual) return true;
  return activeJurors(seats).some((seat) => !verdict.approvals.seats.includes(seat.id));
}

/** [V17] [V19] [P17] Decided, approved, and every source of it still stands. Asked at each of the three steps. */
function readyForRelease(asked: Asked): Result<null> {
  const decided = allDecided(asked);
  if (!decided.ok) return decided;
  const { jury } = asked;
  const jurors = activeJurors(jury.seats);
  const needed = approvalsNeeded(jurors.length);
  // [V19] Of those who are still jurors: an approval does not outlast its juror.
  const given = jurors.filter((seat) => jury.verdict.approvals.seats.includes(seat.id)).length;
  if (given < needed) return refuse('not-approved', { count: given, needed });
  const fallen = fallenCitations(asked)[0];
  return fallen ? refuse('source-fallen', { id: fallen }) : ok(null);
}

/** Recommendations with a source that has been withdrawn or hidden since their wording was frozen. */
export function fallenCitations({ jury }: Pick<Asked, 'jury'>): readonly string[] {
  return jury.verdict.recommendations
    .filter((one) => ballotOn(jury.verdict, one.id) && faultIn(currentVersion(one).citations.map(asCited), { jury }))
    .map((one) => one.id);
}

/** [P18] [P89] What the two have looked at is what goes out. */
const nothingNewFound = (release: Release, { facts: { findings = 0, places = [] } }: Asked): Result<null> =>
  isMoreFound(release, findings, places) ? refuse('findings-changed', { count: findings }) : ok(null);

/** [P18] [P89] Whether the search finds more than when the release was proposed, or another place in one's stead. */
export const isMoreFound = (release: Release, findings: number, places: readonly string[]): boolean =>
  findings > release.findings || unseenIn(release, places);

/** [P89] Whether a place is among these that was not there when the release was proposed. One from before hashes were kept has its number only. */
export function unseenIn({ seen }: Pick<Release, 'seen'>, places: readonly string[]): boolean {
  const known = seen?.text?.split(' ');
  return known !== undefined && places.some((place) => !known.includes(place));
}
