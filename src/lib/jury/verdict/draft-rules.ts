/** Who follows a shared draft and who writes in it. The draft itself lies outside the journal; whoever keeps it asks here. */
import { seatOf } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Stage } from '../stages.ts';
import type { Jury } from '../state.ts';
import type { Actor, SeatId } from '../terms.ts';
import type { Recommendation } from './verdict.ts';
import { writesIn } from './writing-group.ts';

const WRITTEN_IN: readonly Stage[] = ['drafting', 'voting'];

export interface Follower {
  readonly seat: SeatId;
  readonly recommendation: Recommendation;
}

/** [V44] Jurors and alternates follow an open recommendation while it is written; nobody else, whatever their office. */
export function mayFollow(jury: Jury, actor: Actor, id: string): Result<Follower> {
  const seat = actor.kind === 'seat' ? seatOf(jury.seats, actor.id) : undefined;
  if (!seat || seat.state === 'left') return refuse('not-allowed');
  const { stage } = jury.charter;
  if (!WRITTEN_IN.includes(stage)) return refuse('wrong-stage', { stage });
  const recommendation = jury.verdict.recommendations.find((one) => one.id === id);
  if (!recommendation) return refuse('unknown-recommendation');
  return recommendation.state === 'open' ? ok({ seat: seat.id, recommendation }) : refuse('recommendation-not-open');
}

/** [V44] Of those, whoever may change the recommendation also writes in its draft. */
export function mayWriteDraft(jury: Jury, actor: Actor, id: string): Result<Follower> {
  const follows = mayFollow(jury, actor, id);
  if (!follows.ok) return follows;
  const { recommendation, seat } = follows.value;
  return writesIn(jury, recommendation, seat) ? follows : refuse('not-in-group');
}
