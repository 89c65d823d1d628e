import { describe, expect, test } from 'vitest';
import { answerUnder, countsIn } from '../../src/lib/jury/deliberation/soundings/answers.ts';
import type { Sounding } from '../../src/lib/jury/deliberation/soundings/soundings.ts';
import { standingOut } from '../../src/lib/jury/deliberation/soundings/standing-out.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewEvent } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const session = 'D1';
const here = ['S01', 'S02', 'S03', 'S04', 'S05', 'S06'];
const codes = ['C0DEC0DE0001', 'C0DEC0DE0002', 'C0DEC0DE0003', 'C0DEC0DE0004', 'C0DEC0DE0005', 'C0DEC0DE0006'] as const;
const open = (kind: 'temperature' | 'statement' = 'statement') =>
  ({ type: 'open-sounding', session, kind, text: 'Night buses come first.' }) as const;
const answer = (given: 'agree' | 'disagree' | 'unsure', code?: string, sounding = 'Z1') =>
  ({ type: 'answer-sounding', sounding, answer: given, ...(code ? { code } : {}) }) as const;
const change = (given: 'agree' | 'disagree' | 'unsure', code: string, sounding = 'Z1') =>
  ({ type: 'change-answer', sounding, answer: given, code }) as const;
const close = { type: 'close-sounding', sounding: 'Z1' } as const;

const live = play(juryAt('deliberating'), [
  [
    ORGANISER,
    { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'One', minutes: 9 }] },
  ],
  [FACILITATOR, { type: 'open-session', session }],
]);
const asked = play(live, [[FACILITATOR, open()]]);
const answers = (count: number): readonly Step[] =>
  Array.from({ length: count }, (_, index) => [juror(index + 1), answer('agree', codes[index])]);
const five = play(asked, answers(5), { present: here });
const Z1 = ({ jury }: Played) => jury.soundings[0];

describe('an answer', () => {
  test('[D122] is changed by whoever shows its code, until the close', () => {
    const changed = play(
      five,
      [
        [juror(1), change('disagree', codes[0])],
        [juror(1), change('unsure', codes[0])],
        [juror(2), change('disagree', codes[1])],
      ],
      { present: here },
    );
    expect(Z1(changed)).toMatchObject({ state: 'open', counts: null, answered: { count: 5 } });
    const over = play(changed, [[FACILITATOR, close]], { present: here });
    expect(Z1(over)).toMatchObject({ counts: { agree: 3, disagree: 1, unsure: 1 }, here: 6 });
    expect(codeOf(over, juror(1), change('agree', codes[0]), { present: here })).toBe('sounding-over');
  });

  test('[D122] [D35] the last answer closes, and counts the changed ones as they then stand', () => {
    const changed = play(five, [[juror(1), change('disagree', codes[0])]], { present: here });
    const six = play(changed, [[juror(6), answer('unsure', codes[5])]], { present: here });
    expect(Z1(six)).toMatchObject({ state: 'closed', counts: { agree: 4, disagree: 1, unsure: 1 } });
  });

  test('[D122] is not changed by who has not answered, without the code, or into what there is not', () => {
    expect(codeOf(five, juror(6), change('agree', codes[0]), { present: here })).toBe('not-answered-yet');
    expect(codeOf(five, juror(1), change('disagree', codes[5]), { present: here })).toBe('unknown-answer-code');
    expect(codeOf(five, juror(1), change('agree', codes[0]), { present: ['S02'] })).toBe('not-present');
    const levels = { ...change('agree', codes[0]), answer: 'concerns' } as const;
    expect(codeOf(five, juror(1), levels, { present: here })).toBe('unknown-answer');
    const final = play(asked, [[juror(1), answer('agree')]], { present: here });
    expect(codeOf(final, juror(1), change('disagree', codes[0]), { present: here })).toBe('unknown-answer-code');
    expect(codeOf(five, juror(1), change('disagree', codes[0], 'Z9'))).toBe('unknown-sounding');
  });

  test('[D122] under a code that two chose is neither’s to change: nobody changes the answer of another', () => {
    const twice = play(
      asked,
      [
        [juror(1), answer('agree', codes[0])],
        [juror(2), answer('disagree', codes[0])],
      ],
      { present: here },
    );
    expect(codeOf(twice, juror(1), change('unsure', codes[0]), { present: here })).toBe('unknown-answer-code');
    expect(answerUnder('A', { 'agree A': 2 })).toBeNull();
    expect(answerUnder('A', { 'agree A': 1, 'agree B': 1, disagree: 3 })).toBe('agree');
    expect(countsIn({ 'agree A': 1, 'agree B': 1, disagree: 3 })).toEqual({ agree: 2, disagree: 3 });
  });

  test('[D122] the journal says of a change neither who nor what, and no viewer is told of it', () => {
    const { jury, log } = five;
    const [event] = eventsOf(five, juror(1), change('disagree', codes[0]), { present: here });
    expect(event).toEqual({ type: 'sounding-answer-changed', sounding: 'Z1' });
    for (const role of ROLES) expect(viewEvent(event!, { role })).toBeNull();
    expect(viewEvent(event!, { role: 'juror', seat: 'S01' })).toBeNull();
    const since = log.findIndex((entry) => entry.event.type === 'sounding-opened');
    for (const told of ['agree', ...codes])
      expect(JSON.stringify([jury.soundings, log.slice(since)])).not.toContain(told);
  });
});

describe('several statements at a time', () => {
  test('[D123] up to five, each answered and closed by itself', () => {
    const five = play(live, Array<Step>(5).fill([FACILITATOR, open()]));
    expect(codeOf(five, FACILITATOR, open())).toBe('sounding-open');
    const answered = play(five, [
      [juror(1), answer('agree', codes[0], 'Z2')],
      [juror(1), answer('disagree', codes[1], 'Z4')],
    ]);
    expect(answered.jury.soundings.map(({ answered }) => answered.count)).toEqual([0, 1, 0, 1, 0]);
    const closed = play(answered, [[FACILITATOR, { ...close, sounding: 'Z2' }]]);
    expect(closed.jury.soundings.map(({ state }) => state)).toEqual(['open', 'closed', 'open', 'open', 'open']);
    expect(eventsOf(closed, FACILITATOR, open())).toHaveLength(1);
    expect(codeOf(closed, FACILITATOR, { type: 'close-session', session })).toBe('sounding-open');
  });

  test('[D123] a temperature check is alone', () => {
    expect(codeOf(asked, FACILITATOR, open('temperature'))).toBe('sounding-open');
    const checked = play(live, [[FACILITATOR, open('temperature')]]);
    expect(codeOf(checked, FACILITATOR, open())).toBe('sounding-open');
    expect(codeOf(checked, FACILITATOR, open('temperature'))).toBe('sounding-open');
  });
});

describe('what stands out', () => {
  const statement = (id: string, agree: number, disagree: number, unsure: number, here: number | undefined = 20) =>
    ({
      ...{ id, session, kind: 'statement', state: 'closed', text: { sha256: '', text: id } },
      ...{ answered: { count: agree + disagree + unsure, seats: [] }, counts: { agree, disagree, unsure } },
      ...(here === undefined ? {} : { here }),
    }) as unknown as Sounding;
  const ids = (of: readonly Sounding[]) => of.map(({ id }) => id);

  test('[D125] four fifths agree of those who answered, who are seven tenths of those who were here', () => {
    const told = [
      statement('just', 16, 4, 0),
      statement('almost', 15, 3, 2),
      statement('unsure ones count', 15, 0, 4),
      statement('all', 14, 0, 0),
      statement('too few answered', 13, 0, 0),
    ];
    expect(ids(standingOut(told).agreed)).toEqual(['all', 'just']);
    expect(ids(standingOut([{ ...statement('older', 20, 0, 0), here: undefined } as never]).agreed)).toEqual([]);
  });

  test('[D125] most divided is where the smaller side is largest, most unsure where most do not know', () => {
    const told = [
      statement('a', 10, 9, 1),
      statement('b', 12, 7, 1),
      statement('c', 9, 11, 0),
      statement('d', 5, 0, 9),
    ];
    expect([ids(standingOut(told).divided), ids(standingOut(told).unsure)]).toEqual([['a', 'c'], ['d']]);
    const agreed = [statement('e', 20, 0, 0), statement('f', 20, 0, 0)];
    expect([standingOut(agreed).divided, standingOut(agreed).unsure]).toEqual([[], []]);
    expect(standingOut([statement('g', 10, 9, 1)]).divided).toEqual([]);
  });

  test('[D125] [D35] says nothing of an open statement, of one with too few answers, or of a temperature check', () => {
    const silent = [
      { ...statement('open', 0, 0, 0), state: 'open', counts: null },
      { ...statement('few', 0, 0, 0), counts: null },
      { ...statement('check', 9, 9, 2), kind: 'temperature' },
    ] as readonly Sounding[];
    expect(standingOut(silent)).toEqual({ agreed: [], divided: [], unsure: [] });
  });
});
