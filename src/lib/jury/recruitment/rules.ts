import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { numbered } from '../terms.ts';
import type { RecruitmentCommand } from './commands.ts';
import { jurorsOf, seatOf, vacancies } from './seats.ts';

export const recruitmentRules: Rules<RecruitmentCommand['type']> = {
  'set-targets': ({ targets, attitude, population, source }, { jury }) => {
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
    return ok([{ type: 'targets-set', targets, attitude, population, source: source ?? null }]);
  },

  'load-pool': (_command, { jury, facts }) => {
    if (jury.selection.frozen) return refuse('already-frozen');
    if (jury.selection.targets.length === 0) return refuse('targets-missing');
    return facts.pool ? ok([{ type: 'pool-loaded', ...facts.pool }]) : refuse('pool-unreadable');
  },

  'freeze-selection': ({ alternates }, { jury, now, facts }) => {
    if (jury.selection.frozen) return refuse('already-frozen');
    if (jury.selection.targets.length === 0) return refuse('targets-missing');
    if (!jury.selection.pool) return refuse('pool-missing');
    if (!facts.freeze) return refuse('targets-infeasible');
    return ok([{ type: 'selection-frozen', ...facts.freeze, seats: jury.charter.seats, alternates, at: now }]);
  },

  'draw-panel': ({ seed, witnesses }, { jury, actor, now, facts, seal }) => {
    const { frozen, draw } = jury.selection;
    if (draw) return refuse('already-drawn');
    if (!frozen) return refuse('not-frozen');
    if (actor.kind !== 'member') return refuse('not-allowed');
    if (!facts.draw || facts.draw.commitment !== frozen.commitment) return refuse('pool-does-not-match');
    const { panel, alternates, composition, seating } = facts.draw;
    return ok([
      {
        type: 'panel-drawn',
        seed,
        panel,
        alternates,
        composition,
        witnesses: witnesses.map(seal),
        by: actor.id,
        at: now,
      },
      {
        type: 'seats-assigned',
        seats: [
          // [W3] Not in the order of the record, or everyone could tell a seat's ticket from its number.
          ...seating.panel.map((ticket, index) => ({ id: numbered('S', index + 1), role: 'juror' as const, ticket })),
          ...seating.alternates.map((ticket, index) => ({
            id: numbered('A', index + 1),
            role: 'alternate' as const,
            ticket,
          })),
        ],
      },
    ]);
  },

  'confirm-seat': ({ seat }, { jury }) => {
    const found = seatOf(jury.seats, seat);
    if (!found) return refuse('unknown-seat');
    if (found.state !== 'drawn' || found.role !== 'juror') return refuse('seat-not-awaiting-answer');
    return ok([{ type: 'seat-confirmed', seat }]);
  },

  'vacate-seat': ({ seat, reason }, { jury }) => {
    const found = seatOf(jury.seats, seat);
    if (!found) return refuse('unknown-seat');
    return found.state === 'left' ? refuse('seat-not-active') : ok([{ type: 'seat-vacated', seat, reason }]);
  },

  'call-alternate': ({ vacant }, { jury, facts }) => {
    const empty = vacancies(jury.seats);
    if (!empty.some((seat) => seat.id === vacant) || jurorsOf(jury.seats).length >= jury.charter.seats)
      return refuse('no-seat-free');
    const called = facts.alternate ? seatOf(jury.seats, facts.alternate) : undefined;
    if (!called || called.role !== 'alternate' || called.state === 'left') return refuse('no-alternate-left');
    return ok([{ type: 'alternate-called', vacant, seat: called.id }]);
  },
};
