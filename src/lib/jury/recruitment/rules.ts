/** Targets, pool and seats; what is drawn, and from what, is in draw-rules.ts. */
import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { answerRules } from './answer-rules.ts';
import { lapsedCalls, withoutLapsed } from './calls.ts';
import type { RecruitmentCommand } from './commands.ts';
import { drawRules, heldBefore } from './draw-rules.ts';
import { jurorsOf, seatOf, vacancies } from './seats.ts';

export const recruitmentRules: Rules<RecruitmentCommand['type']> = {
  ...drawRules,
  ...answerRules,

  'set-targets': ({ type: _type, source, ...set }, { jury }) => {
    const { targets, attitude, decisions = [], sources = [] } = set;
    if (jury.selection.frozen) return refuse('already-frozen');
    const categories = Map.groupBy(targets, (target) => target.category);
    if (!categories.has(attitude)) return refuse('attitude-category-missing');
    const seats = jury.charter.seats;
    for (const [category, values] of categories) {
      const min = values.reduce((sum, value) => sum + value.min, 0);
      const max = values.reduce((sum, value) => sum + value.max, 0);
      const crossed = values.some((value) => value.min > value.max);
      const repeated = new Set(values.map((value) => value.value)).size < values.length;
      if (min > seats || max < seats || crossed || repeated)
        return refuse('targets-do-not-fit-seats', { category, min, max, seats });
    }
    const strange = [...sources, ...decisions].find(({ category }) => !categories.has(category));
    if (strange) return refuse('invalid', { field: 'decisions' });
    return ok([{ type: 'targets-set', ...set, source: source ?? null }]);
  },

  'load-pool': (_command, { jury, facts }) => {
    if (jury.selection.frozen) return refuse('already-frozen');
    if (jury.selection.targets.length === 0) return refuse('targets-missing');
    return facts.pool ? ok([{ type: 'pool-loaded', ...facts.pool }]) : refuse('pool-unreadable');
  },

  'hand-out-tickets': (_command, { jury, actor, now }) => {
    if (!jury.selection.pool) return refuse('pool-missing');
    if (actor.kind !== 'member') return refuse('not-allowed');
    return ok([{ type: 'tickets-handed-out', by: actor.id, at: now }]);
  },

  // [D86] Nothing of the rehearsal itself is sent here.
  'mark-rehearsed': (_command, { jury, actor }) => {
    const found = actor.kind === 'seat' ? seatOf(jury.seats, actor.id) : undefined;
    if (!found) return refuse('unknown-seat');
    return found.rehearsed ? refuse('already-rehearsed') : ok([{ type: 'juror-rehearsed', seat: found.id }]);
  },

  'vacate-seat': ({ seat, reason }, { jury }) => {
    const found = seatOf(jury.seats, seat);
    if (!found) return refuse('unknown-seat');
    return found.state === 'left' ? refuse('seat-not-active') : ok([{ type: 'seat-vacated', seat, reason }]);
  },

  'call-alternate': ({ vacant }, { jury, facts, now }) => {
    if (jury.selection.replacement) return refuse('replacement-open');
    // [R21] Places of those who did not answer in time are empty again.
    const seats = withoutLapsed(jury.seats, now);
    const empty = vacancies(seats);
    if (!empty.some((seat) => seat.id === vacant) || jurorsOf(seats).length >= jury.charter.seats)
      return refuse('no-seat-free');
    const called = facts.alternate ? seatOf(seats, facts.alternate) : undefined;
    if (!called || called.role !== 'alternate' || called.state === 'left') return refuse('no-alternate-left');
    return ok([
      ...lapsedCalls(jury.seats, now).map(({ id }) => {
        return { type: 'seat-vacated', seat: id, reason: 'expired' } as const;
      }),
      { type: 'alternate-called', vacant, seat: called.id, at: now, ...heldBefore(jury) },
    ]);
  },
};
