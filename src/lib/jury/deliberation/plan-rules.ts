/** What may be done with a session before it begins: it is planned, changed and called off. */
import type { Rules } from '../context.ts';
import type { CommandOf } from '../commands.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury, JuryEvent } from '../state.ts';
import { unknownLink } from './agenda-links.ts';
import { closeAttendance } from './attendance/rules.ts';
import { isOver } from './sessions.ts';
import type { AgendaItem, Session } from './sessions.ts';

export const planRules: Rules<'plan-session' | 'change-session' | 'cancel-session'> = {
  'plan-session': ({ title, startsAt, agenda }, { jury }) => {
    const unknown = unknownLink(
      agenda.flatMap(({ links = [] }) => links),
      jury,
    );
    if (unknown) return refuse('unknown-link', { id: unknown.id });
    const items = agenda.map((item, index) => ({ id: `${index + 1}`, ...item }));
    return ok([{ type: 'session-planned', session: `D${jury.sessions.length + 1}`, title, startsAt, agenda: items }]);
  },

  'change-session': ({ session: id, title, startsAt, agenda }, { jury }) => {
    const session = stillToCome(jury, id);
    if (!session.ok) return session;
    const items = itemsOf(session.value, agenda);
    if (!items.ok) return items;
    const unknown = unknownLink(
      items.value.flatMap(({ links = [] }) => links),
      jury,
    );
    if (unknown) return refuse('unknown-link', { id: unknown.id });
    const moved = startsAt === session.value.startsAt ? {} : { movedFrom: session.value.startsAt };
    return ok([{ type: 'session-changed', session: id, title, startsAt, ...moved, agenda: items.value }]);
  },

  'cancel-session': ({ session: id, reason }, asked) => {
    const session = stillToCome(asked.jury, id);
    if (!session.ok) return session;
    const called: JuryEvent = { type: 'session-cancelled', session: id, at: asked.now, reason };
    return ok([...closeAttendance(asked, id), called]);
  },
};

function stillToCome({ sessions }: Pick<Jury, 'sessions'>, id: string): Result<Session> {
  const session = sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  if (isOver(session)) return refuse('session-over');
  return session.state === 'planned' ? ok(session) : refuse('session-begun');
}

/** [D100] An item that stays keeps its id and, unless others are named, what it is about. An id is not given out twice. */
function itemsOf(session: Session, agenda: CommandOf<'change-session'>['agenda']): Result<readonly AgendaItem[]> {
  const known = new Map(session.agenda.map((item) => [item.id, item]));
  const kept = agenda.flatMap(({ was }) => (was === undefined ? [] : [was]));
  if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length) return refuse('unknown-agenda-item');
  let last = Math.max(...session.agenda.map(({ id }) => Number(id)));
  return ok(
    agenda.map(({ was, links, ...item }) => {
      const about = links ?? (was === undefined ? undefined : known.get(was)?.links);
      return { id: was ?? `${++last}`, ...item, ...(about ? { links: about } : {}) };
    }),
  );
}
