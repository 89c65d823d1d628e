import { isClock } from '../clock.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { unknownLink } from './agenda-links.ts';
import { countdownFor, countdownRules, mayGoOn } from './countdown-rules.ts';
import { doorsRules, itemEnds, mayInterrupt } from './doors-rules.ts';
import { extensionRules, makeLonger } from './extension-rules.ts';
import { pauseFloor } from './floor-rules.ts';
import { enoughFor } from './going-on.ts';
import { liveSession } from './live-session.ts';
import { planRules } from './plan-rules.ts';
import type { SessionCommand } from './session-commands.ts';
import { showingRules, stopRecording } from './showing-rules.ts';
import { isOver, nextItem } from './sessions.ts';
import type { AgendaItem } from './sessions.ts';

export const sessionRules: Rules<SessionCommand['type']> = {
  ...countdownRules,
  ...planRules,
  ...doorsRules,
  ...extensionRules,
  ...showingRules,

  'link-item': ({ session: id, item, links }, { jury }) => {
    const session = jury.sessions.find((one) => one.id === id);
    if (!session) return refuse('unknown-session');
    if (isOver(session)) return refuse('session-over');
    if (!session.agenda.some((one) => one.id === item)) return refuse('unknown-agenda-item');
    const unknown = unknownLink(links, jury);
    return unknown
      ? refuse('unknown-link', { id: unknown.id })
      : ok([{ type: 'item-linked', session: id, item, links }]);
  },

  'set-call': ({ session: id, kind, address, tableAddresses = [] }, { jury, facts, seed }) => {
    const session = jury.sessions.find((one) => one.id === id);
    if (!session) return refuse('unknown-session');
    if (isOver(session)) return refuse('session-over');
    if (kind === 'none') return ok([{ type: 'call-set', session: id, call: null }]);
    // [D76] A name that nobody can guess begins with chance.
    if (kind === 'room')
      return facts.callRooms
        ? ok([{ type: 'call-set', session: id, call: { kind, key: seed } }])
        : refuse('no-call-rooms');
    if (address === undefined) return refuse('call-address-missing');
    return ok([{ type: 'call-set', session: id, call: { kind, address, tableAddresses } }]);
  },

  'start-item': ({ session: id, item: itemId, after, sure = false, reason }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { paused, agenda, running, done, dropped } = session.value;
    if (paused) return refuse('session-paused');
    const item = agenda.find((one) => one.id === itemId);
    if (!item) return refuse('unknown-agenda-item');
    // [D4] Two facilitators who press "next" at once advance once.
    if ((running?.item ?? null) !== after || itemId === after) return refuse('agenda-moved-on');
    const alone = asked.actor.kind === 'seat' || isClock(asked.actor);
    const allowed = alone ? mayGoOn(session.value, item, asked) : mayBegin(asked, id, item, sure);
    if (!allowed.ok) return allowed;
    const started = { type: 'item-started', session: id, item: itemId, at: asked.now } as const;
    // [D110] Whoever had done with it has to know why it comes again.
    const again = done.includes(itemId) || dropped.includes(itemId);
    if (again && reason === undefined) return refuse('reopening-unexplained');
    const why = again && reason !== undefined ? { reason: asked.seal(reason) } : {};
    return ok([...itemEnds(asked, id), { ...started, ...why }]);
  },

  'extend-item': ({ session: id, item, minutes, from }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { running, countdown } = session.value;
    if (running?.item !== item) return refuse('agenda-moved-on');
    const next = nextItem(session.value);
    // [D23] Something has to be left of the item that gives the time; else it can be dropped.
    if (from === 'next' && (!next || next.minutes <= minutes)) return refuse('next-too-short');
    const more: Result<readonly JuryEvent[]> =
      from === 'next' && next
        ? ok([{ type: 'item-extended', session: id, item, minutes, from: next.id }])
        : makeLonger(session.value, minutes, asked);
    // [D111] Whoever gives more time does not want the next item in a moment.
    const stopped: readonly JuryEvent[] = countdown ? [{ type: 'countdown-cancelled', session: id }] : [];
    return more.ok ? ok([...stopped, ...more.value]) : more;
  },

  'drop-item': ({ session: id, item }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const { agenda, running, done, dropped } = session.value;
    if (!agenda.some((one) => one.id === item)) return refuse('unknown-agenda-item');
    const over = running?.item === item || done.includes(item) || dropped.includes(item);
    if (over) return refuse('agenda-moved-on');
    const stopped = session.value.countdown?.item === item;
    return ok([
      ...(stopped ? [{ type: 'countdown-cancelled', session: id } as const] : []),
      { type: 'item-dropped', session: id, item },
    ]);
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
    const ready = [...session.value.ready.seats, actor.id];
    return ok([
      ...leave,
      { type: 'ready-marked', session: id, seat: actor.id },
      ...countdownFor(session.value, asked, ready),
    ]);
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
    return ok([...pauseFloor(asked, id), ...stopRecording(session.value, asked.now), paused]);
  },

  'resume-session': ({ session: id }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    if (!session.value.paused) return refuse('session-not-paused');
    return ok([{ type: 'session-resumed', session: id, at: asked.now }]);
  },
};

/** [D71] [D114] Whether the facilitator may begin an item now: over a room that is busy, or with too few, only by saying so. */
function mayBegin(asked: Asked, session: string, item: AgendaItem, sure: boolean): Result<null> {
  const allowed = mayInterrupt(asked, session, sure);
  return allowed.ok && !sure ? enoughFor(asked.jury, session, item, asked.present) : allowed;
}
