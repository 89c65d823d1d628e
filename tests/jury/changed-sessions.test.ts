/** What may be done with a session before it begins. */
import { describe, expect, test } from 'vitest';
import { writeLetter } from '../../src/lib/i18n/letters.ts';
import type { Command } from '../../src/lib/jury/commands.ts';
import { minutesFacts } from '../../src/lib/jury/minutes/facts.ts';
import { calendarOf } from '../../src/lib/jury/publication/calendar.ts';
import { isStillSo, occasionsOf } from '../../src/lib/jury/publication/letters.ts';
import { occasionsAt } from '../../src/lib/jury/publication/timed-letters.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { LOCALES } from '../../src/lib/jury/terms.ts';
import { hoursOf } from '../../src/routes/organise/[jury]/programme/hours.ts';
import { instantOf, localOf } from '../../src/routes/organise/[jury]/programme/local-time.ts';
import { withEveryAuto } from '../../src/routes/organise/[jury]/programme/every-auto.ts';
import { withoutEmptied } from '../../src/routes/organise/[jury]/programme/emptied-rows.ts';
import { EXHIBIT, FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const DAY = 86_400_000;
const session = 'D1';
const links = [{ kind: 'exhibit', id: 'E1' }] as const;
const planned = play(juryAt('learning'), [
  [ORGANISER, EXHIBIT],
  [
    ORGANISER,
    {
      type: 'plan-session',
      title: 'Options',
      startsAt: START_OF_SESSION,
      agenda: [
        { title: 'Round', minutes: 30, links: [...links] },
        { title: 'Break', minutes: 10, type: 'break' },
      ],
    },
  ],
]);
const change = {
  type: 'change-session',
  session,
  title: 'Options and costs',
  startsAt: START_OF_SESSION + DAY,
  agenda: [
    { was: '2', title: 'Break', minutes: 15, type: 'break' },
    { title: 'Costs', minutes: 40 },
    { was: '1', title: 'Last round', minutes: 20 },
  ],
} as const;
const asCommand = () => ({ ...change, agenda: change.agenda.map((item) => ({ ...item })) });
const cancel = { type: 'cancel-session', session, reason: 'The hall is flooded.' } as const;
const changed = play(planned, [[ORGANISER, asCommand()]]);
const cancelled = play(planned, [[FACILITATOR, cancel]]);
const D1 = ({ jury }: Played) => jury.sessions.find(({ id }) => id === session)!;
const after = (played: Played) => occasionsOf(played.jury, played.log.at(-1)!.event);
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
const about = (played: Played) => ({
  jury: played.jury,
  to: { role: 'juror' } as const,
  ref: null,
  origin: 'https://jury.example',
  link: null,
  linkUntil: null,
  follow: null,
});

describe('a session that has not begun', () => {
  test('[D100] gets another title, time and agenda; what stays keeps its id and what it is about', () => {
    expect(D1(changed)).toMatchObject({
      title: 'Options and costs',
      startsAt: START_OF_SESSION + DAY,
      state: 'planned',
      agenda: [
        { id: '2', title: 'Break', minutes: 15, type: 'break' },
        { id: '3', title: 'Costs', minutes: 40 },
        { id: '1', title: 'Last round', minutes: 20, links },
      ],
    });
    // An id that was given back is not given out twice.
    const without = play(changed, [[FACILITATOR, { ...asCommand(), agenda: [{ title: 'All new', minutes: 5 }] }]]);
    expect(D1(without).agenda).toEqual([{ id: '4', title: 'All new', minutes: 5 }]);
  });

  test('[D100] has no items but its own, each once', () => {
    const with_ = (...was: string[]) => ({
      ...asCommand(),
      agenda: was.map((id) => ({ was: id, title: 'Round', minutes: 5 })),
    });
    expect(codeOf(planned, ORGANISER, with_('9'))).toBe('unknown-agenda-item');
    expect(codeOf(planned, ORGANISER, with_('1', '1'))).toBe('unknown-agenda-item');
    expect(codeOf(planned, ORGANISER, { ...asCommand(), session: 'D9' })).toBe('unknown-session');
    const stray = { title: 'Round', minutes: 5, links: [{ kind: 'exhibit' as const, id: 'E9' }] };
    expect(codeOf(planned, ORGANISER, { ...asCommand(), agenda: [stray] })).toBe('unknown-link');
    expect(codeOf(planned, juror(1), asCommand())).toBe('not-allowed');
  });

  test('[D100] [D101] is left as it is once it has begun, and when it is over', () => {
    const live = play(planned, [[FACILITATOR, { type: 'open-session', session }]]);
    const over = play(live, [[FACILITATOR, { type: 'close-session', session }]]);
    for (const command of [asCommand(), cancel]) {
      expect(codeOf(live, ORGANISER, command)).toBe('session-begun');
      expect(codeOf(over, ORGANISER, command)).toBe('session-over');
      expect(codeOf(cancelled, ORGANISER, command)).toBe('session-over');
    }
  });

  test('[D57] [D100] the minutes hold what was planned when it began', () => {
    const over = play(changed, [
      [FACILITATOR, { type: 'open-session', session }],
      [FACILITATOR, { type: 'close-session', session }],
    ]);
    const facts = minutesFacts(over.log, session);
    expect(facts?.plannedAt).toBe(START_OF_SESSION + DAY);
    expect(facts?.items.map(({ item }) => item)).toEqual(['2', '3', '1']);
  });

  test('[D101] is called off, and not opened, linked or called into again', () => {
    expect(D1(cancelled)).toMatchObject({ state: 'cancelled', cancelled: { reason: 'The hall is flooded.' } });
    const refused: readonly Command[] = [
      { type: 'open-session', session },
      { type: 'set-call', session, kind: 'none' },
      { type: 'link-item', session, item: '1', links: [] },
    ];
    for (const command of refused) expect(codeOf(cancelled, FACILITATOR, command)).toBe('session-over');
    expect(codeOf(cancelled, juror(1), { type: 'raise-hand', session })).toBe('session-not-live');
  });

  test('[D101] once called off stands in the public programme and in the calendar, and counts for no hour', () => {
    const record = publicRecord(cancelled.jury, {});
    expect(record?.sessions).toMatchObject([{ id: session, cancelled: 'The hall is flooded.' }]);
    expect(record?.process.sessions).toEqual([{ session, state: 'cancelled' }]);
    expect(record?.process.minutes).toEqual([]);
    const where = { title: 'Night buses', origin: 'https://jury.example', now: 0 };
    expect(calendarOf(record!, where)).toContain('STATUS:CANCELLED');
    expect(calendarOf(publicRecord(planned.jury, {})!, where)).not.toContain('STATUS');
    expect(hoursOf(planned.jury.sessions)).toBeGreaterThan(0);
    expect(hoursOf(cancelled.jury.sessions)).toBe(0);
  });
});

describe('the jurors are written to', () => {
  test('[D100] when the time changes, and not when only words do', () => {
    const [moved, ...more] = after(changed);
    expect(more).toEqual([]);
    expect(moved).toMatchObject({ letter: { kind: 'session-moved', session, startsAt: START_OF_SESSION + DAY } });
    expect(moved?.to.kind === 'seats' && moved.to.seats).toHaveLength(20);
    expect(after(play(planned, [[ORGANISER, { ...asCommand(), startsAt: START_OF_SESSION }]]))).toEqual([]);
    const again = play(changed, [[ORGANISER, { ...asCommand(), startsAt: START_OF_SESSION + 2 * DAY }]]);
    expect(isStillSo(changed.jury, moved!.letter, 'seat:S01', dayAt)).toBe(true);
    expect(isStillSo(again.jury, moved!.letter, 'seat:S01', dayAt)).toBe(false);
  });

  test('[D100] and reminded of the new time, whether or not they were of the old one', () => {
    const [before] = occasionsAt(planned.jury, START_OF_SESSION - 1, dayAt);
    const [afterwards] = occasionsAt(changed.jury, START_OF_SESSION + DAY - 1, dayAt);
    expect(occasionsAt(changed.jury, START_OF_SESSION - 1, dayAt)).toEqual([]);
    expect(afterwards?.letter).toEqual(before?.letter);
    expect(afterwards?.reason).not.toBe(before?.reason);
  });

  test.each(LOCALES)('[D100] [D101] in %s', async (locale) => {
    const [moved] = after(changed);
    const [off] = after(cancelled);
    const letters = [
      await writeLetter(moved!.letter, about(changed), locale),
      await writeLetter(off!.letter, about(cancelled), locale),
    ];
    expect(letters[0]!.text).toContain('Options and costs');
    expect(letters[1]!.text).toContain('The hall is flooded.');
    for (const { subject, text } of letters) {
      expect(text).toContain('https://jury.example/take-part/night-buses');
      expect(subject + text).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
  });
});

test('a moment is told and read by the same clock on the wall', () => {
  expect(localOf(START_OF_SESSION, 'Asia/Almaty')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  const minute = START_OF_SESSION - (START_OF_SESSION % 60_000);
  expect(instantOf(localOf(minute, 'Asia/Almaty'), 'Asia/Almaty')).toBe(minute);
});

test('a row that was emptied is taken out of the form; one with words and no minutes is not', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['agenda.0.was', '1'],
    ['agenda.0.title', ' '],
    ['agenda.0.minutes', ''],
    ['agenda.0.type', 'break'],
    ['agenda.1.was', '2'],
    ['agenda.1.title', 'Round'],
    ['agenda.1.minutes', ''],
    ['title', ''],
  ] as const)
    form.set(name, value);
  expect([...withoutEmptied(form).keys()]).toEqual(['agenda.1.was', 'agenda.1.title', 'agenda.1.minutes', 'title']);
});

test('[D111] one mark makes every item of an agenda go on by itself, and no row that has none', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['everyAuto', 'on'],
    ['agenda.0.title', 'Welcome'],
    ['agenda.1.title', 'Round'],
    ['agenda.1.auto', 'on'],
    ['agenda.2.title', ''],
    ['agenda.2.type', 'break'],
    ['title', 'One'],
  ] as const)
    form.set(name, value);
  const marked = withEveryAuto(withoutEmptied(form));
  expect(Object.fromEntries(marked)).toEqual({
    'agenda.0.title': 'Welcome',
    'agenda.0.auto': 'on',
    'agenda.1.title': 'Round',
    'agenda.1.auto': 'on',
    title: 'One',
  });
  const unmarked = new FormData();
  unmarked.set('agenda.0.title', 'Welcome');
  expect([...withEveryAuto(unmarked).keys()]).toEqual(['agenda.0.title']);
});
