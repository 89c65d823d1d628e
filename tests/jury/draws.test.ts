import { describe, expect, test } from 'vitest';
import { viewJury } from '../../src/lib/jury/view.ts';
import { reserveOf, vacancies } from '../../src/lib/jury/recruitment/seats.ts';
import {
  ORGANISER,
  codeOf,
  CHANCES,
  factsFor,
  juryAfter,
  juryAt,
  play,
  refusalOf,
  targetsFor,
} from '../support/jury.ts';
import type { CommandOf } from '../../src/lib/jury/commands.ts';

const selecting = juryAt('selecting');
const targeted = play(selecting, [[ORGANISER, targetsFor(20)]]);
const loaded = play(targeted, [[ORGANISER, { type: 'load-pool' }]]);
const frozen = play(loaded, [[ORGANISER, { type: 'freeze-selection', alternates: 4 }]]);
const drawn = juryAfter('selecting');
const draw: CommandOf<'draw-panel'> = { type: 'draw-panel', seed: '4 1 6', witnesses: ['Notary'] };

describe('freeze', () => {
  const freeze = { type: 'freeze-selection', alternates: 4 } as const;

  test('[R4] all that the draw depends on is committed to before any seed exists', () => {
    const { freeze: facts } = factsFor(loaded.jury, [], freeze);
    expect(frozen.jury.selection.frozen).toEqual({ ...facts, seats: 20, at: expect.any(Number) });
    expect(frozen.jury.selection.draw).toBeNull();
  });

  test('[R4] there is nothing to freeze without targets and a pool', () => {
    expect(codeOf(selecting, ORGANISER, freeze)).toBe('targets-missing');
    expect(codeOf(targeted, ORGANISER, freeze)).toBe('pool-missing');
  });

  test('[R4] as many alternates are promised as the lottery can give', () => {
    const { freeze: facts } = factsFor(loaded.jury, [], freeze);
    const fewer = { freeze: { ...(facts as NonNullable<typeof facts>), alternates: 2 } };
    expect(play(loaded, [[ORGANISER, freeze]], { facts: fewer }).jury.selection.frozen?.alternates).toBe(2);
  });

  test('[R13] the freeze needs a finished lottery, whose figures it carries', () => {
    expect(codeOf(loaded, ORGANISER, freeze, { facts: {} })).toBe('lottery-missing');
    expect(frozen.jury.selection.frozen?.chances).toEqual(CHANCES);
  });

  test.each([targetsFor(20), { type: 'load-pool' }, freeze] as const)(
    '[R5] after the freeze $type is refused',
    (command) => {
      expect(codeOf(frozen, ORGANISER, command)).toBe('already-frozen');
      expect(codeOf(drawn, ORGANISER, command)).toBe('already-frozen');
    },
  );
});

describe('rehearsals and tickets', () => {
  const noted = { by: 'Aigerim', at: expect.any(Number) as number };

  test('[R15] a rehearsal is noted where everyone can see it, before and after the freeze, never after the draw', () => {
    const rehearsed = play(loaded, [
      [ORGANISER, { type: 'rehearse-draw' }],
      [ORGANISER, { type: 'freeze-selection', alternates: 4 }],
      [ORGANISER, { type: 'rehearse-draw' }],
    ]);
    expect(rehearsed.jury.selection.rehearsals).toEqual([noted, noted]);
    expect(viewJury(rehearsed.jury, { role: 'public' }).selection?.rehearsals).toHaveLength(2);
    expect(codeOf(drawn, ORGANISER, { type: 'rehearse-draw' })).toBe('already-drawn');
    expect(codeOf(targeted, ORGANISER, { type: 'rehearse-draw' })).toBe('pool-missing');
  });

  test('[R18] taking the list of tickets out is noted where everyone can see it', () => {
    const taken = play(loaded, [[ORGANISER, { type: 'hand-out-tickets' }]]);
    expect(viewJury(taken.jury, { role: 'public' }).selection?.handedOut).toEqual([noted]);
    expect(codeOf(targeted, ORGANISER, { type: 'hand-out-tickets' })).toBe('pool-missing');
  });
});

describe('draw', () => {
  test('[R6] a draw follows the freeze, once', () => {
    expect(codeOf(loaded, ORGANISER, draw)).toBe('not-frozen');
    expect(codeOf(drawn, ORGANISER, draw)).toBe('already-drawn');
  });

  test('[R7] a draw from anything but what was frozen is refused', () => {
    const { draw: facts } = factsFor(frozen.jury, [], draw);
    const other = { draw: { ...(facts as NonNullable<typeof facts>), commitment: 'another' } };
    expect(codeOf(frozen, ORGANISER, draw, { facts: other })).toBe('pool-does-not-match');
    expect(codeOf(frozen, ORGANISER, draw, { facts: {} })).toBe('pool-does-not-match');
  });

  test('[R14] a draw goes by a seed or by the number thrown, not by both and not by neither', () => {
    const witnesses = ['Notary'];
    expect(codeOf(frozen, ORGANISER, { ...draw, dice: '416' })).toBe('seed-or-number');
    expect(codeOf(frozen, ORGANISER, { type: 'draw-panel', witnesses })).toBe('seed-or-number');
    const thrown = play(frozen, [[ORGANISER, { type: 'draw-panel', dice: '099', witnesses }]]);
    expect(thrown.jury.selection.draw).toMatchObject({ seed: null, number: 99 });
  });

  test.each(['1000', '42', '0042'])('[R14] %s is not what three dice show, and draws nobody', (dice) => {
    const thrown: CommandOf<'draw-panel'> = { type: 'draw-panel', dice, witnesses: ['Notary'] };
    expect(refusalOf(frozen, ORGANISER, thrown)).toEqual({ code: 'number-not-listed', params: { last: 999 } });
  });

  test('[R8] the record names the seed and the witnesses', () => {
    expect(drawn.jury.selection.draw).toMatchObject({
      seed: '4 1 6 2 3',
      number: 416,
      by: 'Aigerim',
      witnesses: [{ text: 'Notary' }, { text: 'Journalist' }],
    });
  });

  test('[R9] every seat comes from the draw: jurors S01 to S20, alternates A01 to A04, each with its ticket', () => {
    const seats = Object.values(drawn.jury.seats);
    const { panel, alternates } = drawn.jury.selection.draw ?? { panel: [], alternates: [] };
    expect(new Set(seats.map((seat) => seat.ticket))).toEqual(new Set([...panel, ...alternates]));
    expect(seats.map((seat) => seat.role)).toEqual([...Array(20).fill('juror'), ...Array(4).fill('alternate')]);
    expect(Object.keys(drawn.jury.seats).filter((id) => /^(S(0[1-9]|1\d|20)|A0[1-4])$/.test(id))).toHaveLength(24);
    expect(seats.every((seat) => seat.state === 'drawn')).toBe(true);
  });

  test('[W3] the number of a seat does not give away its ticket: the seating is an order of its own', () => {
    const { panel } = drawn.jury.selection.draw ?? { panel: [] };
    expect(drawn.jury.seats['S01']?.ticket).toBe(panel.at(-1));
    expect(drawn.jury.seats['S20']?.ticket).toBe(panel[0]);
  });
});

describe('replacement draws', () => {
  const freeze = { type: 'freeze-replacement' } as const;
  const hold: CommandOf<'draw-replacement'> = { type: 'draw-replacement', dice: '16', witnesses: ['Notary'] };
  const vacate = (seat: string, reason: 'declined' | 'ineligible') => ({ type: 'vacate-seat', seat, reason }) as const;
  const vacant = play(drawn, [
    [ORGANISER, vacate('S02', 'declined')],
    [ORGANISER, vacate('S05', 'ineligible')],
  ]);
  const open = play(vacant, [[ORGANISER, freeze]]);
  const held = play(open, [[ORGANISER, hold]]);

  test('[R16] a replacement is frozen for every empty seat, with the hash of its list, before it is drawn', () => {
    expect(open.jury.selection.replacement).toMatchObject({ id: 'X1', panels: 100, commitment: expect.any(String) });
    expect(open.jury.seats).toEqual(vacant.jury.seats);
    expect(codeOf(drawn, ORGANISER, freeze)).toBe('no-seat-free');
    expect(codeOf(frozen, ORGANISER, freeze)).toBe('not-drawn');
    expect(codeOf(vacant, ORGANISER, freeze, { facts: {} })).toBe('lottery-missing');
  });

  test('[W3] the record says of the reasons only whose they were', () => {
    const { leaving, departures } = open.jury.selection.replacement ?? {};
    expect(leaving).toEqual([drawn.jury.seats['S02']?.ticket, drawn.jury.seats['S05']?.ticket]);
    expect(departures).toEqual({ withdrew: 1, removed: 1 });
  });

  test('[R16] while one is open there is no other, and no alternate is called past it', () => {
    expect(codeOf(open, ORGANISER, freeze)).toBe('replacement-open');
    expect(codeOf(open, ORGANISER, { type: 'call-alternate', vacant: 'S02' })).toBe('replacement-open');
    expect(codeOf(vacant, ORGANISER, hold)).toBe('not-frozen');
  });

  test('[R9] [R16] those drawn get seats of their own, which name the draw and the seat that they fill', () => {
    expect(held.jury.seats['S21']).toMatchObject({ role: 'juror', state: 'drawn', replaces: 'S02', drawnIn: 'X1' });
    expect(held.jury.seats['S22']).toMatchObject({ replaces: 'S05', drawnIn: 'X1' });
    expect(vacancies(held.jury.seats)).toEqual([]);
    expect(held.jury.selection).toMatchObject({
      replacement: null,
      replacements: [{ id: 'X1', drawn: { number: 16 } }],
    });
  });

  test('[R14] [R7] a replacement is drawn from its own frozen list, by a seed or a number on it', () => {
    expect(codeOf(open, ORGANISER, { ...hold, dice: '100' })).toBe('number-not-listed');
    expect(codeOf(open, ORGANISER, { ...hold, seed: '4' })).toBe('seed-or-number');
    expect(codeOf(open, ORGANISER, hold, { facts: {} })).toBe('pool-does-not-match');
  });

  test('[R16] who left in the meantime waits for the next replacement', () => {
    const later = play(open, [
      [ORGANISER, vacate('S07', 'declined')],
      [ORGANISER, hold],
    ]);
    expect(vacancies(later.jury.seats).map(({ id }) => id)).toEqual(['S07']);
    const next = play(later, [
      [ORGANISER, freeze],
      [ORGANISER, hold],
    ]);
    expect(next.jury.seats['S23']).toMatchObject({ replaces: 'S07', drawnIn: 'X2' });
  });

  test('[R16] a new reserve is drawn too; who waited in the old one goes back to the pool unless drawn again', () => {
    const { draw: facts } = factsFor(open.jury, [], hold);
    const known = drawn.jury.seats['A01']?.ticket ?? '';
    const other = drawn.jury.seats['A02']?.ticket ?? '';
    const seating = { panel: [known, 'new-1'], alternates: [other, 'new-2'] };
    const again = play(open, [[ORGANISER, hold]], {
      facts: { draw: { ...(facts as NonNullable<typeof facts>), panel: [known, 'new-1'], seating } },
    });
    expect(again.jury.seats['A01']).toMatchObject({ role: 'juror', state: 'drawn', ticket: known, replaces: 'S02' });
    expect(again.jury.seats['S21']).toMatchObject({ role: 'juror', ticket: 'new-1', replaces: 'S05' });
    expect(reserveOf(again.jury.seats).map(({ id }) => id)).toEqual(['A02', 'A05']);
    expect(again.jury.seats['A03']).toMatchObject({ state: 'left', reason: 'released' });
    const later = play(again, [
      [ORGANISER, vacate('S07', 'declined')],
      [ORGANISER, freeze],
    ]);
    expect(later.jury.selection.replacement?.leaving).toEqual([drawn.jury.seats['S07']?.ticket]);
  });
});
