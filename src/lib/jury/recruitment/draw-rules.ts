/** Rehearsal, freeze and draw, of the panel and of replacements. */
import type { Asked, Drawn, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { numbered } from '../terms.ts';
import type { Jury } from '../state.ts';
import type { CommandOf } from '../commands.ts';
import type { RecruitmentCommand } from './commands.ts';
import type { FrozenReplacement, Outcome } from './draws.ts';
import { reserveOf, vacancies } from './seats.ts';
import type { NewSeat, Seat } from './seats.ts';

type DrawCommand = 'rehearse-draw' | 'freeze-selection' | 'draw-panel' | 'freeze-replacement' | 'draw-replacement';

export const drawRules: Rules<Extract<RecruitmentCommand['type'], DrawCommand>> = {
  'rehearse-draw': (_command, { jury, actor, now }) => {
    if (jury.selection.draw) return refuse('already-drawn');
    if (!jury.selection.pool) return refuse('pool-missing');
    if (actor.kind !== 'member') return refuse('not-allowed');
    return ok([{ type: 'draw-rehearsed', by: actor.id, at: now }]);
  },

  'freeze-selection': (_command, { jury, now, facts }) => {
    if (jury.selection.frozen) return refuse('already-frozen');
    if (jury.selection.targets.length === 0) return refuse('targets-missing');
    if (!jury.selection.pool) return refuse('pool-missing');
    if (!facts.freeze) return refuse('lottery-missing');
    return ok([{ type: 'selection-frozen', ...facts.freeze, seats: jury.charter.seats, at: now }]);
  },

  'draw-panel': (command, asked) => {
    const { frozen, draw } = asked.jury.selection;
    if (draw) return refuse('already-drawn');
    if (!frozen) return refuse('not-frozen');
    const found = outcomeOf(command, asked, { commitment: frozen.commitment, panels: frozen.chances?.panels ?? 0 });
    if (!found.ok) return found;
    const { outcome, drawn } = found.value;
    const { panel, alternates, composition, seating } = drawn;
    return ok([
      { type: 'panel-drawn', ...outcome, panel, alternates, composition },
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

  'freeze-replacement': (_command, { jury, now, facts }) => {
    const { draw, replacement, replacements } = jury.selection;
    if (!draw) return refuse('not-drawn');
    if (replacement) return refuse('replacement-open');
    if (vacancies(jury.seats).length === 0) return refuse('no-seat-free');
    if (!facts.replacement) return refuse('lottery-missing');
    const id = `X${replacements.length + 1}`;
    const gone = goneSince(jury);
    const leaving = gone.flatMap(({ ticket }) => ticket ?? []);
    const left = { leaving, departures: departures(gone) };
    return ok([{ type: 'replacement-frozen', id, ...left, ...facts.replacement, at: now }]);
  },

  'draw-replacement': (command, asked) => {
    const { jury } = asked;
    const open = jury.selection.replacement;
    if (!open) return refuse('not-frozen');
    const found = outcomeOf(command, asked, open);
    if (!found.ok) return found;
    const { outcome, drawn } = found.value;
    const seats = replacementSeats(jury, open, drawn.seating);
    const kept = new Set(seats.map(({ id }) => id));
    const { panel: tickets, alternates, composition } = drawn;
    return ok([
      { type: 'replacement-drawn', drawn: { ...outcome, tickets, alternates, composition } },
      {
        type: 'reserve-released',
        seats: reserveOf(jury.seats)
          .filter((seat) => !kept.has(seat.id))
          .map(({ id }) => id),
      },
      { type: 'seats-assigned', seats },
    ]);
  },
};

/** Who was in the reserve before keeps the number of that place, whether drawn to sit or for the new reserve. */
function replacementSeats(jury: Jury, { id, leaving }: FrozenReplacement, seating: Drawn['seating']): NewSeat[] {
  const { seats } = jury;
  const all = Object.values(seats);
  const free = vacancies(seats).filter(({ ticket = '' }) => leaving.includes(ticket));
  const placesFor = (letter: 'S' | 'A', tickets: readonly string[]): string[] => {
    let last = all.filter((seat) => seat.id.startsWith(letter)).length;
    return tickets.map((ticket) => all.find((seat) => seat.ticket === ticket)?.id ?? numbered(letter, (last += 1)));
  };
  const jurors = placesFor('S', seating.panel);
  const reserve = placesFor('A', seating.alternates);
  return [
    ...seating.panel.map((ticket, at) => {
      const seat = { id: jurors[at] ?? '', role: 'juror' as const, ticket, replaces: free[at]?.id, drawnIn: id };
      return { ...seat, ...heldBefore(jury) };
    }),
    ...seating.alternates.map((ticket, at) => {
      return { id: reserve[at] ?? '', role: 'alternate' as const, ticket, drawnIn: id };
    }),
  ];
}

/** [R23] Sessions that have begun, for a seat that is taken only now; nothing before the first. */
export function heldBefore({ sessions }: Pick<Jury, 'sessions'>): Pick<Seat, 'heldBefore'> {
  const held = sessions.filter(({ state }) => state === 'live' || state === 'closed').map(({ id }) => id);
  return held.length > 0 ? { heldBefore: held } : {};
}

type Chance = Pick<CommandOf<'draw-panel'>, 'seed' | 'dice' | 'witnesses'>;

/** [R14] Either a seed or a number that stands on the list, and the panel that the frozen list has there. */
function outcomeOf(
  { seed, dice, witnesses }: Chance,
  { actor, now, facts, seal }: Asked,
  { commitment, panels }: { readonly commitment: string; readonly panels: number },
): Result<{ outcome: Outcome; drawn: Drawn }> {
  if ((seed === undefined) === (dice === undefined)) return refuse('seed-or-number');
  if (dice !== undefined && (dice.length !== String(panels - 1).length || Number(dice) >= panels))
    return refuse('number-not-listed', { last: panels - 1 });
  if (actor.kind !== 'member') return refuse('not-allowed');
  if (facts.draw?.commitment !== commitment) return refuse('pool-does-not-match');
  const { number } = facts.draw;
  const outcome = { seed: seed ?? null, number, witnesses: witnesses.map(seal), by: actor.id, at: now };
  return ok({ outcome, drawn: facts.draw });
}

/** Whoever had a seat or a place in the reserve and left it since the last draw. */
export function goneSince({ seats, selection }: Pick<Jury, 'seats' | 'selection'>): readonly Seat[] {
  const named = new Set(selection.replacements.flatMap(({ leaving }) => leaving));
  const gone = Object.values(seats).filter(({ state, reason }) => state === 'left' && reason !== 'released');
  return gone.filter(({ ticket = '' }) => !named.has(ticket));
}

const REMOVED: readonly Seat['reason'][] = ['ineligible', 'excluded'];

/** [W3] Of the reasons the public learns only how often it was the jury's and how often the person's own. */
function departures(gone: readonly Seat[]): FrozenReplacement['departures'] {
  const removed = gone.filter(({ reason }) => REMOVED.includes(reason)).length;
  return { withdrew: gone.length - removed, removed };
}
