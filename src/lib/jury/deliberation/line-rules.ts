/** What becomes of a turn when the line of its juror is gone. Done by the clock, so that nobody has to watch. */
import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { onDeck } from './floor.ts';
import type { Turn } from './floor.ts';
import { end, holdsFloor, isPaused, nextTurn, pause, resume, turnIn } from './turns.ts';

/** [D72] [D73] So long a line may be gone before it costs the turn. Milliseconds. */
export const RETURN = 15_000;

export const lineRules: Rules<'skip-turn' | 'unskip-turn'> = {
  'skip-turn': ({ session, turn: id }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    if (onDeck(asked.jury.floor, session)?.id !== id) return refuse('not-due');
    const since = goneSince(asked, turn.value);
    if (since === null || asked.now < since + RETURN) return refuse('not-due');
    return ok([{ type: 'turn-skipped', turn: id }]);
  },

  'unskip-turn': ({ session, turn: id }, asked) => {
    const turn = turnIn(asked, session, id);
    if (!turn.ok) return turn;
    const back = turn.value.skipped === true && asked.lineOf(turn.value.seat) === 'open';
    return back ? ok([{ type: 'turn-unskipped', turn: id }]) : refuse('not-due');
  },
};

/** [D72] The speaker's line is gone: the turn waits. */
export function held(asked: Asked, turn: Turn): Result<readonly JuryEvent[]> {
  return goneSince(asked, turn) === null ? refuse('not-due') : ok(pause(asked, turn, asked.now + RETURN));
}

/** [D72] The line is back in time. */
export const mayTakeUpAgain = ({ lineOf }: Asked, { returnBy, seat }: Turn): boolean =>
  returnBy !== undefined && lineOf(seat) === 'open';

/** [D72] The line did not come back: the turn is over, and its juror is the first in the queue. */
export function dropped(asked: Asked, turn: Turn): Result<readonly JuryEvent[]> {
  const { session, seat, kind, returnBy } = turn;
  if (isPaused(asked, session)) return refuse('session-paused');
  const late = returnBy !== undefined && asked.now >= returnBy && asked.lineOf(seat) !== 'open';
  if (!holdsFloor(turn) || !late) return refuse('not-due');
  const interrupted = kind === 'clarifying-question' ? interruptedBy(asked.jury.floor.turns, turn) : undefined;
  return ok([...toTheFront(asked, turn), ...(interrupted ? [resume(asked, interrupted)] : [])]);
}

/** A paused speech ends when another is called up. If it waited for a line, it is not lost. */
export const madeWay = (asked: Asked, paused: Turn): readonly JuryEvent[] =>
  paused.returnBy === undefined ? end(asked, paused) : toTheFront(asked, paused);

function toTheFront(asked: Asked, turn: Turn): readonly JuryEvent[] {
  const { session, seat, kind, note } = turn;
  const again: JuryEvent = {
    type: 'hand-raised',
    ...{ turn: nextTurn(asked), session, seat, at: asked.now, kind, place: 0, ...(note ? { note } : {}) },
  };
  const returns = activeJurors(asked.jury.seats).some((one) => one.id === seat);
  return [...end(asked, turn, 'dropped'), ...(returns ? [again] : [])];
}

/** The speech that a question paused. One that waits for a line goes on when the line is back, not before. */
export const interruptedBy = (turns: readonly Turn[], question: Turn): Turn | undefined =>
  turns.find(
    ({ id, session, state, returnBy }) =>
      session === question.session && state === 'paused' && id !== question.id && returnBy === undefined,
  );

/** Since when a juror's line is gone; null where it is open, where there never was one, and in the hall. */
function goneSince({ jury, lineOf }: Asked, { seat, inHall }: Turn): number | null {
  const line = lineOf(seat);
  return jury.floor.linesWatched && !inHall && typeof line === 'number' ? line : null;
}
