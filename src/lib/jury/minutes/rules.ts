import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { SeatId } from '../terms.ts';
import type { MinutesCommand } from './commands.ts';
import type { MinutesFacts } from './facts.ts';
import { evolveMinutes, isApproved, lastVersion, minutesOf } from './minutes.ts';
import type { MinutesEvent, MinutesVersion, SessionMinutes } from './minutes.ts';

export const minutesRules: Rules<MinutesCommand['type']> = {
  'note-in-minutes': ({ session, section, note }, asked) => {
    const minutes = minutesInWork(asked, session);
    if (!minutes.ok) return minutes;
    return ok([{ type: 'minutes-noted', session, section, text: note === '' ? null : asked.seal(note) }]);
  },

  'send-minutes': ({ session }, asked) => {
    const minutes = minutesInWork(asked, session);
    if (!minutes.ok) return minutes;
    const { now, facts } = asked;
    if (!facts.minutes) return refuse('session-not-closed');
    const { draft, versions } = minutes.value;
    const seats = electorsOf(asked, facts.minutes);
    const electors = { count: seats.length, seats };
    const version = versions.length + 1;
    return ok([{ type: 'minutes-sent', session, version, at: now, facts: facts.minutes, additions: draft, electors }]);
  },

  'back-minutes': ({ session, version }, asked) => {
    const sent = minutesToAnswer(asked, session, version);
    if (!sent.ok) return sent;
    const { seat, on } = sent.value;
    if (on.backed.seats.includes(seat)) return refuse('already-approved');
    const own = on.objections.filter((one) => one.seat === seat && one.state === 'open');
    return ok(
      concluded(asked, session, [
        ...own.map(({ id }) => ({ type: 'objection-withdrawn', session, objection: id }) as const),
        { type: 'minutes-backed', session, seat },
      ]),
    );
  },

  'object-to-minutes': ({ session, version, text }, asked) => {
    const sent = minutesToAnswer(asked, session, version);
    if (!sent.ok) return sent;
    const { seat, on } = sent.value;
    const words = asked.seal(text);
    const objection = `O${on.objections.length + 1}`;
    return ok([
      ...(on.backed.seats.includes(seat) ? [{ type: 'minutes-unbacked', session, seat } as const] : []),
      { type: 'minutes-objected', session, objection, seat, at: asked.now, text: words },
    ]);
  },

  'print-objection': ({ session, objection }, asked) => {
    const minutes = minutesInWork(asked, session);
    if (!minutes.ok) return minutes;
    const open = lastVersion(minutes.value)?.objections.some(({ id, state }) => id === objection && state === 'open');
    if (!open) return refuse('unknown-objection');
    return ok(concluded(asked, session, [{ type: 'objection-printed', session, objection }]));
  },
};

/** [D57] [D60] Minutes are of a session that is over; approved ones stay as they are. */
function minutesInWork({ jury }: Asked, id: string): Result<SessionMinutes> {
  const session = jury.sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  if (session.state !== 'closed') return refuse('session-not-closed');
  const minutes = minutesOf(jury.minutes, id);
  return minutes.approvedAt === null ? ok(minutes) : refuse('minutes-approved');
}

/** [D59] The version that lies before the jurors, to be answered by those who attended. */
function minutesToAnswer(
  asked: Asked,
  session: string,
  version: number,
): Result<{ readonly seat: SeatId; readonly on: MinutesVersion }> {
  const minutes = minutesInWork(asked, session);
  if (!minutes.ok) return minutes;
  const on = lastVersion(minutes.value);
  if (!on) return refuse('minutes-not-sent');
  if (on.number !== version) return refuse('minutes-changed');
  const { actor } = asked;
  if (actor.kind !== 'seat' || !on.electors.seats.includes(actor.id)) return refuse('did-not-attend');
  return ok({ seat: actor.id, on });
}

/** Those who attended and still sit; where nobody's attendance was taken, all who sit. */
function electorsOf({ jury }: Asked, { people }: MinutesFacts): readonly SeatId[] {
  const sitting = activeJurors(jury.seats).map(({ id }) => id);
  const came = people.filter(({ mode }) => mode !== null).map(({ seat }) => seat);
  return came.length === 0 ? sitting : sitting.filter((seat) => came.includes(seat));
}

/** [D60] The answer that makes it enough approves the minutes. */
function concluded({ jury, now }: Asked, session: string, events: readonly MinutesEvent[]): readonly JuryEvent[] {
  const version = lastVersion(minutesOf(events.reduce(evolveMinutes, jury.minutes), session));
  return version && isApproved(version) ? [...events, { type: 'minutes-approved', session, at: now }] : events;
}
