/** [D112] [D113] The session gets longer: a little by the facilitator's word, more by the jurors'. */
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury, JuryEvent } from '../state.ts';
import type { SeatId } from '../terms.ts';
import { ALONE, openExtension } from './extension.ts';
import type { Extension } from './extension.ts';
import { awaited, hereIn, isHere, onTheLine } from './here.ts';
import { liveSession } from './live-session.ts';
import { readyNeeded } from './ready.ts';
import type { Session } from './sessions.ts';

/** [D113] So long the jurors are asked. Milliseconds. */
export const ASKING = 60_000;

export const extensionRules: Rules<'answer-extension' | 'settle-extension'> = {
  'answer-extension': ({ session: id, minutes, agrees }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { actor, present, jury, now } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (!isHere(asked, id, actor.id)) return refuse('not-present');
    const open = openExtension(session.value);
    // A question that took the place of the one before is another one.
    if (open?.minutes !== minutes || now >= open.endsAt) return refuse('sounding-over');
    if ([...open.yes.seats, ...open.no.seats].includes(actor.id)) return refuse('already-answered');
    const set = agrees ? 'yes' : 'no';
    const answered = { ...open, [set]: { ...open[set], seats: [...open[set].seats, actor.id] } };
    const outcome = outcomeOf(answered, countedIn(jury, id, present, answered), false);
    return ok([
      { type: 'extension-answered', session: id, seat: actor.id, agrees },
      ...(outcome === null ? [] : [settled(id, open, outcome)]),
    ]);
  },

  'settle-extension': ({ session: id }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const outcome = settledAlready(asked.jury, session.value, asked.present, asked.now);
    const open = openExtension(session.value);
    return open && outcome !== null ? ok([settled(id, open, outcome)]) : refuse('not-due');
  },
};

/** [D112] What follows when the facilitator makes the session longer. */
export function makeLonger(session: Session, minutes: number, asked: Asked): Result<readonly JuryEvent[]> {
  const { id, running } = session;
  const item = running?.item ?? '';
  // Where nobody has a line, nobody can be asked over it: the facilitator asks aloud.
  const nobody = onTheLine(asked.jury, id, asked.present).length === 0;
  if (nobody || (session.added ?? 0) + minutes <= ALONE)
    return ok([{ type: 'item-extended', session: id, item, minutes }]);
  return ok([{ type: 'extension-asked', session: id, item, minutes, endsAt: asked.now + ASKING }]);
}

/** [D113] What is decided by `now`; null while it is not. The clock looks here, and so does the rule. */
export function settledAlready(
  jury: Jury,
  session: Session,
  present: ReadonlySet<SeatId>,
  now: number,
): boolean | null {
  const open = openExtension(session);
  return open ? outcomeOf(open, countedIn(jury, session.id, present, open), now >= open.endsAt) : null;
}

/** [D140] Those whose answer is waited for, and those in the hall who answered all the same. */
function countedIn(jury: Jury, session: string, present: ReadonlySet<SeatId>, { yes, no }: Extension) {
  const answered = hereIn(jury, session, present).filter((seat) => [...yes.seats, ...no.seats].includes(seat));
  return [...new Set([...awaited(jury, session, present), ...answered])];
}

/** Whoever has left neither agrees nor is waited for. Half is enough to agree, so more than half have to disagree. */
function outcomeOf({ yes, no }: Extension, here: readonly SeatId[], over: boolean): boolean | null {
  const of = (seats: readonly SeatId[]): number => here.filter((seat) => seats.includes(seat)).length;
  const needed = readyNeeded(here.length);
  if (of(yes.seats) >= needed) return true;
  return over || here.length - of(no.seats) < needed ? false : null;
}

const settled = (session: string, { item, minutes }: Extension, agreed: boolean): JuryEvent =>
  agreed ? { type: 'item-extended', session, item, minutes, agreed } : { type: 'extension-refused', session };
