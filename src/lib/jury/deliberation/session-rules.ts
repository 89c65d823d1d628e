import type { Asked, Rules } from '../context.ts';
import { marksToTell } from '../evidence/exhibit-rules.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { emptyFloor, pauseFloor } from './floor-rules.ts';
import { liveSession } from './live-session.ts';
import { readyNeeded } from './ready.ts';
import type { SessionCommand } from './session-commands.ts';
import { nextItem } from './sessions.ts';
import type { Session } from './sessions.ts';
import { isQuiet } from './signals.ts';
import { openSounding } from './soundings/soundings.ts';
import { endTables } from './tables/rules.ts';

export const sessionRules: Rules<SessionCommand['type']> = {
  'plan-session': ({ title, startsAt, agenda }, { jury }) => {
    const items = agenda.map((item, index) => ({ id: `${index + 1}`, ...item }));
    return ok([{ type: 'session-planned', session: `D${jury.sessions.length + 1}`, title, startsAt, agenda: items }]);
  },

  'open-session': ({ session: id }, asked) => {
    const session = asked.jury.sessions.find((one) => one.id === id);
    if (!session) return refuse('unknown-session');
    if (session.state === 'closed') return refuse('session-over');
    if (asked.jury.sessions.some((one) => one.state === 'live')) return refuse('session-already-live');
    return ok([{ type: 'session-opened', session: id }]);
  },

  'start-item': ({ session: id, item, after }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (session.value.paused) return refuse('session-paused');
    if (!session.value.agenda.some((one) => one.id === item)) return refuse('unknown-agenda-item');
    // [D4] Two facilitators who press "next" at once advance once.
    if ((session.value.running?.item ?? null) !== after || item === after) return refuse('agenda-moved-on');
    const allowed = asked.actor.kind === 'seat' ? mayGoOn(session.value, item, asked) : ok(null);
    if (!allowed.ok) return allowed;
    const cleared = isQuiet(asked.jury.signals) ? [] : [{ type: 'signals-cleared', session: id } as const];
    return ok([...cleared, ...endTables(asked, id), { type: 'item-started', session: id, item, at: asked.now }]);
  },

  'extend-item': ({ session: id, item, minutes, from }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (session.value.running?.item !== item) return refuse('agenda-moved-on');
    if (from === 'session') return ok([{ type: 'item-extended', session: id, item, minutes }]);
    const next = nextItem(session.value);
    // [D23] Something has to be left of the item that gives the time; else it can be dropped.
    if (!next || next.minutes <= minutes) return refuse('next-too-short');
    return ok([{ type: 'item-extended', session: id, item, minutes, from: next.id }]);
  },

  'drop-item': ({ session: id, item }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { agenda, running, done, dropped } = session.value;
    if (!agenda.some((one) => one.id === item)) return refuse('unknown-agenda-item');
    const over = running?.item === item || done.includes(item) || dropped.includes(item);
    return over ? refuse('agenda-moved-on') : ok([{ type: 'item-dropped', session: id, item }]);
  },

  'mark-ready': ({ session: id, item }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { actor, present } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (!present.has(actor.id)) return refuse('not-present');
    if (session.value.running?.item !== item) return refuse('agenda-moved-on');
    if (session.value.ready.seats.includes(actor.id)) return refuse('already-ready');
    // [D24] Whoever's line is gone no longer counts.
    const gone = session.value.ready.seats.filter((seat) => !present.has(seat));
    const leave = gone.map((seat): JuryEvent => ({ type: 'ready-unmarked', session: id, seat }));
    return ok([...leave, { type: 'ready-marked', session: id, seat: actor.id }]);
  },

  'unmark-ready': ({ session: id }, { actor, jury }) => {
    const session = jury.sessions.find((one) => one.id === id);
    if (actor.kind !== 'seat' || !session?.ready.seats.includes(actor.id)) return refuse('not-ready');
    return ok([{ type: 'ready-unmarked', session: id, seat: actor.id }]);
  },

  'pause-session': ({ session: id, reason }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (session.value.paused) return refuse('session-paused');
    const paused: JuryEvent = { type: 'session-paused', session: id, at: asked.now, reason: asked.seal(reason) };
    return ok([...pauseFloor(asked, id), paused]);
  },

  'resume-session': ({ session: id }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (!session.value.paused) return refuse('session-not-paused');
    return ok([{ type: 'session-resumed', session: id, at: asked.now }]);
  },

  'close-session': ({ session: id }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (openSounding(asked.jury.soundings)) return refuse('sounding-open');
    const told = marksToTell(asked);
    return ok([...emptyFloor(asked, id), ...endTables(asked, id), { type: 'session-closed', session: id }, ...told]);
  },
};

/** [D25] Whether the jurors may take the programme on by themselves. */
function mayGoOn(session: Session, item: string, asked: Asked): Result<null> {
  if (asked.facilitated) return refuse('facilitator-here');
  if (item !== nextItem(session)?.id) return refuse('agenda-moved-on');
  const here = activeJurors(asked.jury.seats).filter(({ id }) => asked.present.has(id));
  const ready = here.filter(({ id }) => session.ready.seats.includes(id)).length;
  return ready < readyNeeded(here.length) ? refuse('not-enough-ready') : ok(null);
}
