/** Calls of alternates, and what a late juror missed. */
import { describe, expect, test } from 'vitest';
import { missedBy, unopenedBy } from '../../src/lib/jury/deliberation/attendance/catch-up.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { CALL_LASTS, callEnds, hasLapsed, withoutLapsed } from '../../src/lib/jury/recruitment/calls.ts';
import { jurorsOf, vacancies } from '../../src/lib/jury/recruitment/seats.ts';
import type { Seat } from '../../src/lib/jury/recruitment/seats.ts';
import { viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  START,
  alternate,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const vacate = (seat: string): Step => [ORGANISER, { type: 'vacate-seat', seat, reason: 'left' }];
const call = (vacant: string) => ({ type: 'call-alternate', vacant }) as const;
const confirm = (seat: string) => ({ type: 'confirm-seat', seat }) as const;
const lapse = { type: 'lapse-call', seat: 'A01' } as const;
const accept = { type: 'accept-seat' } as const;
const decline = { type: 'decline-seat', why: 'care' } as const;
const open = { type: 'open-catch-up' } as const;
const seatIn = ({ jury }: Played, id: string): Seat => jury.seats[id] as Seat;

const onboarding = play(juryAt('onboarding'), [vacate('S02')]);
const called = play(onboarding, [[ORGANISER, call('S02')]]);
const calledAt = seatIn(called, 'A01').calledAt as number;
const inTime = { now: calledAt + CALL_LASTS };
const late = { now: calledAt + CALL_LASTS + 1 };

describe('a call', () => {
  test('[R20] lasts 48 hours by the server’s time, to the millisecond', () => {
    expect(CALL_LASTS).toBe(48 * 3_600_000);
    expect(callEnds(seatIn(called, 'A01'))).toBe(inTime.now);
    expect(eventsOf(called, ORGANISER, confirm('A01'), inTime)).toEqual([{ type: 'seat-confirmed', seat: 'A01' }]);
    expect(codeOf(called, ORGANISER, confirm('A01'), late)).toBe('call-lapsed');
    expect(codeOf(called, alternate(1), accept, late)).toBe('call-lapsed');
    const confirmed = play(called, [[ORGANISER, confirm('A01')]]);
    expect(callEnds(seatIn(confirmed, 'A01'))).toBeNull();
  });

  test('[R20] of an older journal does not lapse', () => {
    const event = { type: 'alternate-called', vacant: 'S02', seat: 'A01' } as const;
    const old = { ...onboarding, jury: evolve(onboarding.jury, event) };
    expect(seatIn(old, 'A01')).not.toHaveProperty('calledAt');
    expect(hasLapsed(seatIn(old, 'A01'), START + 1_000 * CALL_LASTS)).toBe(false);
    expect(eventsOf(old, alternate(1), accept, late)).toHaveLength(1);
    expect(codeOf(old, ORGANISER, lapse, late)).toBe('call-stands');
  });

  test('[R21] that lapsed is taken back, not before its time', () => {
    expect(codeOf(called, ORGANISER, lapse, inTime)).toBe('call-stands');
    expect(codeOf(called, ORGANISER, { ...lapse, seat: 'S03' }, late)).toBe('call-stands');
    expect(codeOf(called, ORGANISER, { ...lapse, seat: 'A02' }, late)).toBe('seat-not-awaiting-answer');
    expect(codeOf(called, ORGANISER, { ...lapse, seat: 'S99' }, late)).toBe('unknown-seat');
    expect(codeOf(called, FACILITATOR, lapse, late)).toBe('not-allowed');
    const [taken] = eventsOf(called, ORGANISER, lapse, late);
    expect(taken).toEqual({ type: 'seat-vacated', seat: 'A01', reason: 'expired' });
    const after = evolve(called.jury, taken!);
    expect(vacancies(after.seats).map(({ id }) => id)).toEqual(['A01']);
  });

  test('[R21] makes room for the next, reckoned without whoever did not answer', () => {
    expect(codeOf(called, ORGANISER, call('A01'), { ...inTime, facts: { alternate: 'A02' } })).toBe('no-seat-free');
    expect(jurorsOf(withoutLapsed(called.jury.seats, late.now))).toHaveLength(19);
    expect(withoutLapsed(called.jury.seats, inTime.now)).toEqual(called.jury.seats);
    const events = eventsOf(called, ORGANISER, call('A01'), { ...late, facts: { alternate: 'A02' } });
    expect(events).toMatchObject([
      { type: 'seat-vacated', seat: 'A01', reason: 'expired' },
      { type: 'alternate-called', vacant: 'A01', seat: 'A02', at: late.now },
    ]);
    const after = events.reduce(evolve, called.jury);
    expect(vacancies(after.seats)).toEqual([]);
    expect(after.seats['A02']).toMatchObject({ role: 'juror', state: 'drawn', replaces: 'A01' });
    expect(codeOf(called, ORGANISER, call('A01'), { ...late, facts: { alternate: 'A01' } })).toBe('no-alternate-left');
  });

  test('[R22] is answered from the person’s own page, once', () => {
    expect(eventsOf(called, alternate(1), accept)).toEqual([{ type: 'seat-confirmed', seat: 'A01' }]);
    expect(eventsOf(called, alternate(1), decline)).toEqual([
      { type: 'seat-vacated', seat: 'A01', reason: 'declined', why: 'care' },
    ]);
    expect(eventsOf(called, alternate(1), { type: 'decline-seat' }, late)).toHaveLength(1);
    expect(eventsOf(called, juror(3), accept)).toEqual([{ type: 'seat-confirmed', seat: 'S03' }]);
    expect(codeOf(called, alternate(2), accept)).toBe('not-allowed');
    const taken = play(called, [[alternate(1), accept]]);
    expect(codeOf(taken, alternate(1), accept)).toBe('seat-not-awaiting-answer');
    expect(codeOf(taken, alternate(1), decline)).toBe('seat-not-awaiting-answer');
    const gone = play(called, [[alternate(1), decline]]);
    expect(codeOf(gone, alternate(1), accept)).toBe('not-allowed');
  });

  test('[A3] [R22] whoever has not confirmed does nothing else', () => {
    expect(codeOf(called, alternate(1), { type: 'mark-rehearsed' })).toBe('not-allowed');
  });

  test('[W46] why somebody declined is for the organiser and oversight, and in no public record', () => {
    const gone = play(called, [[alternate(1), decline]]);
    for (const actor of [FACILITATOR, OFFICER, juror(3)]) {
      expect(JSON.stringify(viewJury(gone.jury, viewerOf(gone.jury, actor)))).not.toMatch(/"why":"care"/);
      expect(viewEvent(gone.log.at(-1)!.event, viewerOf(gone.jury, actor))).not.toHaveProperty('why');
    }
    for (const actor of [ORGANISER, OVERSIGHT])
      expect(viewJury(gone.jury, viewerOf(gone.jury, actor)).seats?.['A01']).toMatchObject({ why: 'care' });
    expect(JSON.stringify(publicRecord(gone.jury, {}))).not.toContain('"why":"care"');
  });
});

const SESSION = { title: 'One', startsAt: 0, agenda: [{ title: 'Round', minutes: 30 }] };
/** A session to which these come, opened and closed. */
const session = (id: string, came: readonly number[]): readonly Step[] => [
  [FACILITATOR, { type: 'plan-session', ...SESSION }],
  [FACILITATOR, { type: 'open-session', session: id }],
  ...came.map((number): Step => [juror(number), { type: 'check-in', session: id }]),
  [FACILITATOR, { type: 'close-session', session: id }],
];
const learning = play(juryAt('learning'), session('D1', [1, 2, 3]));

describe('what was missed', () => {
  const vacant = play(learning, [vacate('S20')]);
  const joined = play(vacant, [
    [ORGANISER, call('S20')],
    [ORGANISER, confirm('A01')],
  ]);
  const ids = (played: Played, seat: string) => missedBy(played.jury, seat).map(({ id }) => id);

  test('[R23] is a session that is over, to which the juror did not come or which began before their call', () => {
    expect(ids(joined, 'S01')).toEqual([]);
    expect(ids(joined, 'S04')).toEqual(['D1']);
    expect(ids(joined, 'A01')).toEqual(['D1']);
    expect(seatIn(joined, 'A01').heldBefore).toEqual(['D1']);
    expect(seatIn(called, 'A01')).not.toHaveProperty('heldBefore');
    const untaken = play(juryAt('learning'), session('D1', []));
    expect(ids(untaken, 'S04')).toEqual([]);
    const viewed = viewJury(joined.jury, viewerOf(joined.jury, juror(4))) as typeof joined.jury;
    expect(missedBy(viewed, 'S04').map(({ id }) => id)).toEqual(['D1']);
  });

  test('[R23] a juror who comes by a replacement draw misses what had begun', () => {
    const drawn = play(vacant, [
      [ORGANISER, { type: 'freeze-replacement' }],
      [ORGANISER, { type: 'draw-replacement', seed: '1 2 3', witnesses: ['Notary'] }],
    ]);
    const newcomer = Object.values(drawn.jury.seats).find(({ replaces }) => replaces === 'S20') as Seat;
    expect(newcomer).toMatchObject({ role: 'juror', heldBefore: ['D1'] });
    expect(callEnds(newcomer)).toBeNull();
  });

  test('[R24] is opened once, by whoever missed something, and again when there is more', () => {
    expect(codeOf(learning, juror(1), open)).toBe('nothing-missed');
    expect(codeOf(learning, ORGANISER, open)).toBe('not-allowed');
    const opened = play(joined, [[juror(4), open]]);
    expect(seatIn(opened, 'S04').opened).toMatchObject({ sessions: ['D1'] });
    expect(unopenedBy(opened.jury, 'S04')).toEqual([]);
    expect(codeOf(opened, juror(4), open)).toBe('nothing-missed');
    const more = play(opened, session('D2', [1]));
    expect(unopenedBy(more.jury, 'S04').map(({ id }) => id)).toEqual(['D2']);
    expect(seatIn(play(more, [[juror(4), open]]), 'S04').opened?.sessions).toEqual(['D1', 'D2']);
  });

  test('[R24] can be opened while the call waits for an answer', () => {
    const waiting = play(vacant, [[ORGANISER, call('S20')]]);
    expect(eventsOf(waiting, alternate(1), open)).toMatchObject([{ type: 'catch-up-opened', seat: 'A01' }]);
  });

  test('[R25] must be opened by whoever was called after the first session, before they act', () => {
    const ask = { type: 'ask-question', witness: 'W1', text: 'Who pays?' } as const;
    expect(codeOf(joined, alternate(1), ask)).toBe('catch-up-not-opened');
    expect(eventsOf(joined, alternate(1), { type: 'request-help', topic: 'technical', text: 'Where?' })).toHaveLength(
      1,
    );
    expect(eventsOf(joined, juror(4), ask)).toHaveLength(1);
    expect(eventsOf(play(joined, [[alternate(1), open]]), alternate(1), ask)).toHaveLength(1);
    expect(codeOf(joined, alternate(1), { type: 'cast-paper', ballot: 'B1', choice: 'for' })).toBe('wrong-stage');
  });

  test('[R25] a session that was live at the call counts too, though there is nothing to open yet', () => {
    const live = play(vacant, [
      [FACILITATOR, { type: 'plan-session', ...SESSION }],
      [FACILITATOR, { type: 'open-session', session: 'D2' }],
      [ORGANISER, call('S20')],
      [ORGANISER, confirm('A01')],
      [alternate(1), { type: 'check-in', session: 'D2' }],
    ]);
    expect(seatIn(live, 'A01').heldBefore).toEqual(['D1', 'D2']);
    const say = { type: 'post-message', session: 'D2', text: 'Hello.' } as const;
    expect(codeOf(live, alternate(1), say)).toBe('catch-up-not-opened');
    expect(eventsOf(play(live, [[alternate(1), open]]), alternate(1), say)).toHaveLength(1);
  });

  test('[W47] that it was opened is for the organiser, the facilitator and that juror', () => {
    const opened = play(joined, [[juror(4), open]]);
    const sees = (actor: Parameters<typeof viewerOf>[1]) =>
      viewJury(opened.jury, viewerOf(opened.jury, actor)).seats?.['S04']?.opened !== undefined &&
      viewEvent(opened.log.at(-1)!.event, viewerOf(opened.jury, actor)) !== null;
    expect([ORGANISER, FACILITATOR, juror(4)].map(sees)).toEqual([true, true, true]);
    expect([OVERSIGHT, OFFICER, juror(5), alternate(2)].map(sees)).toEqual([false, false, false, false]);
  });
});
