/** What makes sense for this juror to do now, the most pressing first. */
import { sayPoll } from '../../../../lib/i18n/poll-words.ts';
import { isActive } from '../../../../lib/jury/permissions.ts';
import { hasReached } from '../../../../lib/jury/stages.ts';
import type { Exhibit } from '../../../../lib/jury/evidence/evidence.ts';
import { hasDoorsOpen } from '../../../../lib/jury/deliberation/sessions.ts';
import type { Session } from '../../../../lib/jury/deliberation/sessions.ts';
import { lastVersion, minutesOf } from '../../../../lib/jury/minutes/minutes.ts';
import type { Jury } from '../../../../lib/jury/state.ts';
import type { SeatId } from '../../../../lib/jury/terms.ts';
import type { Survey } from '../../../../lib/jury/surveys/surveys.ts';
import { ballotOn, currentVersion, pollsSettled } from '../../../../lib/jury/verdict/verdict.ts';
import type { Round } from '../../../../lib/jury/verdict/round.ts';
import type { PollBallot } from '../../../../lib/jury/verdict/poll.ts';
import type { Ballot } from '../../../../lib/jury/verdict/verdict.ts';
import { liveSession, nextSession } from '../../programme.ts';

export type NextAct =
  | { readonly kind: 'vote'; readonly ballot: Ballot | PollBallot; readonly waiting: number }
  | { readonly kind: 'consent'; readonly round: Round }
  | { readonly kind: 'survey'; readonly survey: Survey }
  | { readonly kind: 'revote'; readonly ballot: Ballot }
  | { readonly kind: 'join'; readonly session: Session }
  | { readonly kind: 'minutes'; readonly session: Session }
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
  for (const ballot of lostVotes(jury, seat)) acts.push({ kind: 'revote', ballot });
  for (const round of openRounds(jury, seat)) acts.push({ kind: 'consent', round });
  const live = liveSession(jury.sessions) ?? jury.sessions.find(hasDoorsOpen);
  if (live) acts.push({ kind: 'join', session: live });
  if (mayApprove(jury, seat)) acts.push({ kind: 'approve' });
  for (const session of minutesToAnswer(jury, seat)) acts.push({ kind: 'minutes', session });
  const survey = jury.surveys.held.find((one) => one.state === 'open' && !one.answered.seats.includes(seat));
  if (survey && isActive(jury, { kind: 'seat', id: seat })) acts.push({ kind: 'survey', survey });
  const unread = jury.evidence.exhibits.filter((one) => !one.withdrawn && !read.has(one.id));
  if (unread[0] && !hasReached(jury.charter.stage, 'voting')) {
    acts.push({ kind: 'read', exhibit: unread[0], waiting: unread.length });
  }
  if (jury.charter.stage === 'drafting') acts.push({ kind: 'draft' });
  if (jury.verdict.publishedAt !== null) acts.push({ kind: 'published' });
  const [first, ...others] = acts;
  return first ? [first, ...others] : [{ kind: 'wait', session: nextSession(jury.sessions) }];
}

/** Sessions whose minutes wait for a word of this juror. */
function minutesToAnswer({ sessions, minutes }: Pick<Jury, 'sessions' | 'minutes'>, seat: SeatId): readonly Session[] {
  return sessions.filter(({ id }) => {
    const written = minutesOf(minutes, id);
    const version = lastVersion(written);
    if (!version || written.approvedAt !== null || !version.electors.seats.includes(seat)) return false;
    const objects = version.objections.some((one) => one.seat === seat && one.state === 'open');
    return !objects && !version.backed.seats.includes(seat);
  });
}

/** Ballots on which this juror may vote and has not. */
export function openBallots({ verdict }: Pick<Jury, 'verdict'>, seat: SeatId): readonly (Ballot | PollBallot)[] {
  return [...verdict.ballots, ...verdict.pollBallots].filter(
    (one) => one.state === 'open' && one.electorate.includes(seat) && !one.cast.seats.includes(seat),
  );
}

/** Rounds in which this juror has yet to say whether they can live with the words. */
const openRounds = ({ verdict }: Pick<Jury, 'verdict'>, seat: SeatId): readonly Round[] =>
  verdict.rounds.filter(
    (one) => one.state === 'open' && one.electorate.includes(seat) && !one.answered.seats.includes(seat),
  );

/** What a ballot is on, in words. */
export function titleOf({ recommendations, polls }: Jury['verdict'], ballot: Ballot | PollBallot): string {
  if ('poll' in ballot) {
    const poll = polls.find((one) => one.id === ballot.poll);
    return `${ballot.poll}. ${poll ? sayPoll(poll) : ''}`;
  }
  const about = recommendations.find((one) => one.id === ballot.recommendation);
  return `${ballot.recommendation}. ${about ? (currentVersion(about).title.text ?? '') : ''}`;
}

/** Ballots in which this juror had voted, that were declared void and after which there has been no new one yet. */
function lostVotes({ verdict, charter }: Jury, seat: SeatId): readonly Ballot[] {
  if (charter.stage !== 'voting') return [];
  return verdict.ballots.filter(
    (one) => one.state === 'void' && one.cast.seats.includes(seat) && !ballotOn(verdict, one.recommendation),
  );
}

/** Every recommendation has been decided and its result certified, and the verdict is still the jurors' to approve. */
export function readyForApproval({ charter, verdict }: Pick<Jury, 'charter' | 'verdict'>): boolean {
  const standing = verdict.recommendations.filter((one) => one.state !== 'withdrawn');
  const decided =
    standing.every((one) => ballotOn(verdict, one.id)?.certifiedAt !== undefined) && pollsSettled(verdict);
  return charter.stage === 'voting' && standing.length > 0 && decided;
}

export function mayApprove(jury: Jury, seat: SeatId): boolean {
  const active = jury.seats[seat]?.role === 'juror' && jury.seats[seat].state === 'confirmed';
  return active && readyForApproval(jury) && !jury.verdict.approvals.seats.includes(seat);
}
