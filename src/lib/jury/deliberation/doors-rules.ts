/** How a session begins and ends: people come in, it is opened, last words are said, it is closed. */
import { marksToTell } from '../evidence/exhibit-rules.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { closeAttendance } from './attendance/rules.ts';
import { busyWith } from './busy.ts';
import { emptyFloor } from './floor-rules.ts';
import { liveSession } from './live-session.ts';
import { hasDoorsOpen, isOver } from './sessions.ts';
import type { Session } from './sessions.ts';
import { isQuiet } from './signals.ts';
import { openSounding } from './soundings/soundings.ts';
import { endTables } from './tables/rules.ts';

export const doorsRules: Rules<'open-doors' | 'open-session' | 'begin-closing' | 'close-session'> = {
  'open-doors': ({ session: id }, asked) => {
    const session = toBegin(asked, id);
    if (!session.ok) return session;
    // [D116] People come in to one meeting at a time.
    if (asked.jury.sessions.some(hasDoorsOpen)) return refuse('session-already-live');
    return ok([{ type: 'doors-opened', session: id, at: asked.now }]);
  },

  'open-session': ({ session: id }, asked) => {
    const session = toBegin(asked, id);
    return session.ok ? ok([{ type: 'session-opened', session: id }]) : session;
  },

  'begin-closing': ({ session: id, after, sure }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { paused, running, closing } = session.value;
    if (paused) return refuse('session-paused');
    // [D4] Two who press at once do not close over what the other has just begun.
    if (closing !== undefined || (running?.item ?? null) !== after) return refuse('agenda-moved-on');
    const allowed = mayInterrupt(asked, id, sure ?? false);
    if (!allowed.ok) return allowed;
    return ok([...itemEnds(asked, id), { type: 'closing-begun', session: id, at: asked.now }]);
  },

  'close-session': ({ session: id }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (openSounding(asked.jury.soundings)) return refuse('sounding-open');
    return ok([
      ...emptyFloor(asked, id),
      ...endTables(asked, id),
      ...closeAttendance(asked, id),
      { type: 'session-closed', session: id },
      ...marksToTell(asked),
    ]);
  },
};

function toBegin({ jury }: Asked, id: string): Result<Session> {
  const session = jury.sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  if (isOver(session)) return refuse('session-over');
  return jury.sessions.some((one) => one.state === 'live') ? refuse('session-already-live') : ok(session);
}

/** [D71] Whether the facilitator may go on now: over what is under way only by saying so. */
export function mayInterrupt({ jury }: Asked, session: string, sure: boolean): Result<null> {
  const busy = busyWith(jury, session);
  return busy && !sure ? refuse('room-busy', { what: busy }) : ok(null);
}

/** [D21] [D29] What ends with an item. */
export const itemEnds = (asked: Asked, session: string): readonly JuryEvent[] => [
  ...(isQuiet(asked.jury.signals) ? [] : [{ type: 'signals-cleared', session } as const]),
  ...endTables(asked, session),
];
