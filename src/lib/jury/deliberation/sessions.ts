/** The programme: meetings with their agendas, which item runs since when, and whether all of it is paused. */
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';
import type { AgendaLink } from './agenda-links.ts';
import { evolveExtension } from './extension.ts';
import type { Extension, ExtensionEvent } from './extension.ts';
import type { Call } from './session-call.ts';
import type { Showing, ShowingEvent } from './showing.ts';
import type { ITEM_TYPES } from './session-commands.ts';

export type ItemType = (typeof ITEM_TYPES)[number];

export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly type?: ItemType | undefined;
  /** What people are asked to do. */
  readonly instructions?: string | undefined;
  /** What it is about. */
  readonly links?: readonly AgendaLink[] | undefined;
  /** Goes on by itself when its minutes are used up. */
  readonly auto?: boolean | undefined;
  /** Begins only when so many jurors are here. */
  readonly atLeast?: number | undefined;
  /** So many minutes pass before those who are ready take the programme on. */
  readonly notBefore?: number | undefined;
}

/** Why an item was taken up again. */
export interface Reopening {
  readonly item: string;
  readonly reason: Content;
}

/** Enough are ready: the programme goes on by itself, unless it is stopped. */
export interface Countdown {
  /** The item to which it goes on. */
  readonly item: string;
  /** By the server's clock. */
  readonly endsAt: Instant;
  /** Jurors who want it stopped. */
  readonly opposed: Counted;
  /** It began because the minutes of the item were used up. */
  readonly timeUp?: true;
}

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly agenda: readonly AgendaItem[];
  readonly state: 'planned' | 'live' | 'closed' | 'cancelled';
  /** The countdown is `since + minutes` by the server's clock; a pause moves `since` on. */
  readonly running: { readonly item: string; readonly since: Instant } | null;
  readonly done: readonly string[];
  readonly dropped: readonly string[];
  /** Jurors who are ready to go on from the running item. */
  readonly ready: Counted;
  readonly paused: { readonly at: Instant; readonly reason: Content } | null;
  readonly countdown: Countdown | null;
  readonly call: Call | null;
  /** Since when people come in, before it begins. */
  readonly doors?: Instant;
  /** Since when last words are said: nothing of the agenda runs. */
  readonly closing?: Instant;
  /** Items that were taken up again, in order. */
  readonly reopened?: readonly Reopening[];
  /** The countdown of the running item was stopped: it does not go on by itself. */
  readonly stays?: true;
  /** Minutes by which the facilitator alone has made the session longer. */
  readonly added?: number;
  readonly extension?: Extension;
  /** What all watch together; it ends with the item. */
  readonly showing?: Showing;
  /** Whether it begins at another time than was said first. */
  readonly moved?: true;
  /** Why it was called off, for everybody to read. */
  readonly cancelled?: { readonly at: Instant; readonly reason: string };
}

export type Sessions = readonly Session[];

type InSession<T extends string> = { readonly type: T; readonly session: string };

export type SessionsEvent =
  | (InSession<'session-planned'> & {
      readonly title: string;
      readonly startsAt: Instant;
      readonly agenda: readonly AgendaItem[];
    })
  /** `movedFrom`: when it would have begun, where that changed. */
  | (InSession<'session-changed'> & {
      readonly title: string;
      readonly startsAt: Instant;
      readonly movedFrom?: Instant;
      readonly agenda: readonly AgendaItem[];
    })
  | (InSession<'session-cancelled'> & { readonly at: Instant; readonly reason: string })
  | (InSession<'doors-opened'> & { readonly at: Instant })
  | InSession<'session-opened'>
  /** `reason`: why it is taken up again, where it was over or dropped. */
  | (InSession<'item-started'> & { readonly item: string; readonly at: Instant; readonly reason?: Content })
  /** `from`: the item that gives the minutes; without it the session becomes longer. `agreed`: the jurors were asked. */
  | (InSession<'item-extended'> & {
      readonly item: string;
      readonly minutes: number;
      readonly from?: string;
      readonly agreed?: true;
    })
  | ExtensionEvent
  | ShowingEvent
  | (InSession<'item-dropped'> & { readonly item: string })
  | (InSession<'ready-marked'> & { readonly seat?: SeatId })
  | (InSession<'ready-unmarked'> & { readonly seat?: SeatId })
  | (InSession<'session-paused'> & { readonly at: Instant; readonly reason: Content })
  | (InSession<'session-resumed'> & { readonly at: Instant })
  | (InSession<'closing-begun'> & { readonly at: Instant })
  | InSession<'session-closed'>
  | (InSession<'item-linked'> & { readonly item: string; readonly links: readonly AgendaLink[] })
  | (InSession<'call-set'> & { readonly call: Call | null })
  | (InSession<'countdown-started'> & { readonly item: string; readonly endsAt: Instant; readonly timeUp?: true })
  | (InSession<'countdown-opposed'> & { readonly seat?: SeatId })
  /** `stays`: people want to stay with the running item. */
  | (InSession<'countdown-cancelled'> & { readonly stays?: true });

export function evolveSessions(sessions: Sessions, event: SessionsEvent): Sessions {
  if (event.type === 'session-planned') {
    const { session: id, title, startsAt, agenda } = event;
    const begun = { running: null, done: [], dropped: [], ready: NOBODY, paused: null, countdown: null, call: null };
    return [...sessions, { id, title, startsAt, agenda, state: 'planned', ...begun }];
  }
  return sessions.map((session) => (session.id === event.session ? evolveSession(session, event) : session));
}

function evolveSession(session: Session, event: Exclude<SessionsEvent, { type: 'session-planned' }>): Session {
  switch (event.type) {
    case 'session-changed': {
      const { title, startsAt, agenda, movedFrom } = event;
      return { ...session, title, startsAt, agenda, ...(movedFrom === undefined ? {} : { moved: true }) };
    }
    case 'session-cancelled':
      return { ...session, state: 'cancelled', cancelled: { at: event.at, reason: event.reason } };
    case 'doors-opened':
      return { ...session, doors: event.at };
    case 'session-opened':
      return { ...session, state: 'live' };
    case 'item-started': {
      const { item, at: since, reason } = event;
      const begun = resume(finishRunning(session), { item, since });
      return reason === undefined ? begun : { ...begun, reopened: [...(begun.reopened ?? []), { item, reason }] };
    }
    case 'item-extended':
      return longer(session, event);
    case 'recording-set': {
      const { showing: _before, ...unseen } = session;
      return event.showing ? { ...unseen, showing: event.showing } : unseen;
    }
    case 'extension-asked':
    case 'extension-answered':
    case 'extension-refused':
      return { ...session, ...evolveExtension(session.extension, event) };
    case 'item-dropped':
      return { ...session, dropped: [...session.dropped, event.item] };
    case 'ready-marked':
      return { ...session, ready: counted(session.ready, event.seat) };
    case 'ready-unmarked':
      return { ...session, ready: uncounted(session.ready, event.seat) };
    case 'session-paused':
      return { ...session, paused: { at: event.at, reason: event.reason }, countdown: null };
    case 'session-resumed':
      return goOn(session, event.at);
    case 'closing-begun':
      return { ...finishRunning(session), closing: event.at };
    case 'session-closed':
      return { ...finishRunning(session), state: 'closed', paused: null };
    case 'item-linked': {
      const { item, links } = event;
      return { ...session, agenda: session.agenda.map((one) => (one.id === item ? { ...one, links } : one)) };
    }
    case 'call-set':
      return { ...session, call: event.call };
    case 'countdown-started':
      return { ...session, countdown: countdownTo(event) };
    case 'countdown-opposed': {
      const { countdown } = session;
      return { ...session, countdown: countdown && { ...countdown, opposed: counted(countdown.opposed, event.seat) } };
    }
    case 'countdown-cancelled':
      return { ...session, countdown: null, ready: NOBODY, ...(event.stays ? { stays: true } : {}) };
  }
}

const countdownTo = ({ item, endsAt, timeUp }: Extract<SessionsEvent, { type: 'countdown-started' }>): Countdown => ({
  item,
  endsAt,
  opposed: NOBODY,
  ...(timeUp ? { timeUp } : {}),
});

/** An item taken up again is neither done nor dropped. */
function resume(session: Session, running: NonNullable<Session['running']>): Session {
  const others = (items: readonly string[]): readonly string[] => items.filter((item) => item !== running.item);
  const since = { running, ready: NOBODY, countdown: null };
  const { closing: _over, ...open } = session;
  return { ...open, ...since, done: others(session.done), dropped: others(session.dropped) };
}

function finishRunning({ stays: _stays, extension: _asked, showing: _shown, ...session }: Session): Session {
  if (!session.running) return session;
  const done = [...session.done, session.running.item];
  return { ...session, running: null, done, ready: NOBODY, countdown: null };
}

/** [D111] At the end of the added time it goes on by itself again. */
function longer(before: Session, event: Extract<SessionsEvent, { type: 'item-extended' }>): Session {
  const { item, minutes, from, agreed } = event;
  const { stays: _stays, ...session } = before;
  if (from !== undefined) return withMinutes(withMinutes(session, from, -minutes), item, minutes);
  const { extension: _asked, ...settled } = session;
  return withMinutes(agreed ? settled : { ...settled, added: (session.added ?? 0) + minutes }, item, minutes);
}

const withMinutes = (session: Session, id: string, more: number): Session => ({
  ...session,
  agenda: session.agenda.map((item) => (item.id === id ? { ...item, minutes: item.minutes + more } : item)),
});

function goOn(session: Session, at: Instant): Session {
  const { running, paused } = session;
  if (!running || !paused) return { ...session, paused: null };
  return { ...session, paused: null, running: { ...running, since: running.since + (at - paused.at) } };
}

/** Nothing is planned or opened there any more. */
export const isOver = ({ state }: Pick<Session, 'state'>): boolean => state === 'closed' || state === 'cancelled';

/** People come in, and it has not begun. */
export const hasDoorsOpen = ({ state, doors }: Pick<Session, 'state' | 'doors'>): boolean =>
  state === 'planned' && doors !== undefined;

/** Since when the running item runs; 0 where none does. */
export const runningSince = ({ running }: Session): Instant => running?.since ?? 0;

/** What comes after the running item, or the first item while nothing runs; undefined after the last. What is over does not come again by itself. */
export function nextItem({ agenda, running, done, dropped }: Session): AgendaItem | undefined {
  const place = running ? agenda.findIndex((item) => item.id === running.item) : -1;
  return agenda.slice(place + 1).find(({ id }) => !dropped.includes(id) && !done.includes(id));
}
