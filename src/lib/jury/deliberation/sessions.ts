/** The programme: meetings with their agendas, and which item runs since when. */
import type { Instant } from '../terms.ts';

export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly agenda: readonly AgendaItem[];
  readonly state: 'planned' | 'live' | 'closed';
  /** The countdown is `since + minutes` by the server's clock. */
  readonly running: { readonly item: string; readonly since: Instant } | null;
  readonly done: readonly string[];
}

export type Sessions = readonly Session[];

export type SessionsEvent =
  | {
      readonly type: 'session-planned';
      readonly session: string;
      readonly title: string;
      readonly startsAt: Instant;
      readonly agenda: readonly AgendaItem[];
    }
  | { readonly type: 'session-opened'; readonly session: string }
  | { readonly type: 'item-started'; readonly session: string; readonly item: string; readonly at: Instant }
  | { readonly type: 'session-closed'; readonly session: string };

export function evolveSessions(sessions: Sessions, event: SessionsEvent): Sessions {
  if (event.type === 'session-planned') {
    const { session, title, startsAt, agenda } = event;
    return [...sessions, { id: session, title, startsAt, agenda, state: 'planned', running: null, done: [] }];
  }
  return sessions.map((session) => (session.id === event.session ? evolveSession(session, event) : session));
}

function evolveSession(session: Session, event: Exclude<SessionsEvent, { type: 'session-planned' }>): Session {
  switch (event.type) {
    case 'session-opened':
      return { ...session, state: 'live' };
    case 'item-started':
      return resume(finishRunning(session), { item: event.item, since: event.at });
    case 'session-closed':
      return { ...finishRunning(session), state: 'closed' };
  }
}

/** An item taken up again is no longer done. */
function resume(session: Session, running: NonNullable<Session['running']>): Session {
  return { ...session, running, done: session.done.filter((item) => item !== running.item) };
}

function finishRunning(session: Session): Session {
  if (!session.running) return session;
  return { ...session, running: null, done: [...session.done, session.running.item] };
}
