/** What makes sense for this juror to do now, the most pressing first. */
import { hasReached } from '../../../../lib/jury/stages.ts';
import type { Exhibit } from '../../../../lib/jury/evidence/evidence.ts';
import type { Session } from '../../../../lib/jury/deliberation/sessions.ts';
import type { Jury } from '../../../../lib/jury/state.ts';
import type { SeatId } from '../../../../lib/jury/terms.ts';
import { ballotOn } from '../../../../lib/jury/verdict/verdict.ts';
import type { Ballot } from '../../../../lib/jury/verdict/verdict.ts';
import { liveSession, nextSession } from '../../programme.ts';

export type NextAct =
  | { readonly kind: 'vote'; readonly ballot: Ballot; readonly waiting: number }
  | { readonly kind: 'join'; readonly session: Session }
  | { readonly kind: 'approve' }
  | { readonly kind: 'read'; readonly exhibit: Exhibit; readonly waiting: number }
  | { readonly kind: 'draft' }
  | { readonly kind: 'published' }
  | { readonly kind: 'wait'; readonly session: Session | undefined };

/** `read` holds the exhibits that were opened on this device. The list is never empty. */
export function nextActs(jury: Jury, seat: SeatId, read: ReadonlySet<string>): readonly [NextAct, ...NextAct[]] {
  const acts: NextAct[] = [];
  const open = openBallots(jury, seat);
  if (open[0]) acts.push({ kind: 'vote', ballot: open[0], waiting: open.length });
  const live = liveSession(jury.sessions);
  if (live) acts.push({ kind: 'join', session: live });
  if (mayApprove(jury, seat)) acts.push({ kind: 'approve' });
  const unread = jury.evidence.exhibits.filter((one) => !one.withdrawn && !read.has(one.id));
  if (unread[0] && !hasReached(jury.charter.stage, 'voting')) {
    acts.push({ kind: 'read', exhibit: unread[0], waiting: unread.length });
  }
  if (jury.charter.stage === 'drafting') acts.push({ kind: 'draft' });
  if (jury.verdict.publishedAt !== null) acts.push({ kind: 'published' });
  const [first, ...others] = acts;
  return first ? [first, ...others] : [{ kind: 'wait', session: nextSession(jury.sessions) }];
}

/** Ballots on which this juror may vote and has not. */
export function openBallots({ verdict }: Pick<Jury, 'verdict'>, seat: SeatId): readonly Ballot[] {
  return verdict.ballots.filter(
    (one) => one.state === 'open' && one.electorate.includes(seat) && !one.cast.seats.includes(seat),
  );
}

/** Every frozen recommendation has been decided, and the verdict is still the jurors' to approve. */
export function readyForApproval({ charter, verdict }: Pick<Jury, 'charter' | 'verdict'>): boolean {
  const frozen = verdict.recommendations.filter((one) => one.state === 'frozen');
  const decided = frozen.every((one) => ballotOn(verdict, one.id)?.state === 'closed');
  return charter.stage === 'voting' && frozen.length > 0 && decided;
}

export function mayApprove(jury: Jury, seat: SeatId): boolean {
  const active = jury.seats[seat]?.role === 'juror' && jury.seats[seat].state === 'confirmed';
  return active && readyForApproval(jury) && !jury.verdict.approvals.seats.includes(seat);
}
