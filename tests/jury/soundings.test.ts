import { describe, expect, test } from 'vitest';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf, juror, juryAt, play } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const session = 'D1';
const here = ['S01', 'S02', 'S03', 'S04', 'S05', 'S06'];
const open = { type: 'open-sounding', session, kind: 'temperature', text: 'Buses until three?' } as const;
const answer = (level: 'support' | 'concerns' | 'agree', sounding = 'Z1') =>
  ({ type: 'answer-sounding', sounding, answer: level }) as const;
const close = { type: 'close-sounding', sounding: 'Z1' } as const;

const live = play(juryAt('deliberating'), [
  [
    ORGANISER,
    { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'One', minutes: 9 }] },
  ],
  [FACILITATOR, { type: 'open-session', session }],
]);
const asked = play(live, [[FACILITATOR, open]]);
const answers = (count: number): readonly Step[] =>
  Array.from({ length: count }, (_, index) => [juror(index + 1), answer(index % 3 === 0 ? 'concerns' : 'support')]);
const Z1 = ({ jury }: Played) => jury.soundings[0];

describe('a sounding', () => {
  test('[D33] is opened one at a time, and a session is not closed over it', () => {
    expect(Z1(asked)).toMatchObject({ kind: 'temperature', state: 'open', counts: null });
    expect(codeOf(asked, FACILITATOR, open)).toBe('sounding-open');
    expect(codeOf(asked, FACILITATOR, { type: 'close-session', session })).toBe('sounding-open');
    expect(codeOf(live, FACILITATOR, close)).toBe('unknown-sounding');
    const statement = play(live, [[FACILITATOR, { ...open, kind: 'statement' }]]);
    expect(eventsOf(statement, juror(1), answer('agree'))).toHaveLength(1);
  });

  test('[D34] is answered once, by whoever is here, with one of its answers', () => {
    const one = play(asked, [[juror(1), answer('support')]]);
    expect(codeOf(one, juror(1), answer('concerns'))).toBe('already-answered');
    expect(codeOf(asked, juror(1), answer('agree'))).toBe('unknown-answer');
    expect(codeOf(asked, juror(1), answer('support'), { present: [] })).toBe('not-present');
  });

  test('[D34] leaves in the journal who answered and not what, which lies in the box', () => {
    const one = play(asked, [[juror(1), answer('support')]]);
    expect(one.log.at(-1)?.event).toEqual({ type: 'sounding-answered', sounding: 'Z1', seat: 'S01' });
    expect(one.papers).toEqual([{ ballot: 'Z1', choice: 'support' }]);
  });

  test('[D35] shows nothing before all who are here have answered', () => {
    const five = play(asked, answers(5), { present: here });
    expect(Z1(five)).toMatchObject({ state: 'open', counts: null, answered: { count: 5 } });
    const six = play(five, [[juror(6), answer('support')]], { present: here });
    expect(Z1(six)).toMatchObject({ state: 'closed', counts: { support: 4, concerns: 2 } });
    expect(codeOf(six, juror(7), answer('support'))).toBe('sounding-over');
  });

  test('[D35] one who left holds nobody up, and the facilitator may close', () => {
    const five = play(asked, answers(5), { present: here });
    expect(Z1(play(five, [[FACILITATOR, close]]))).toMatchObject({ counts: { support: 3, concerns: 2 } });
    const without = play(asked, answers(5), { present: here.slice(0, 5) });
    expect(Z1(without)).toMatchObject({ state: 'closed', counts: { support: 3, concerns: 2 } });
  });

  test('[D35] never shows the answers of fewer than five', () => {
    const four = play(asked, answers(4), { present: here });
    expect(Z1(play(four, [[FACILITATOR, close]]))).toMatchObject({ state: 'closed', counts: null });
  });
});

test('[W51] whoever observes reads the question and, once it is over, the counts; not who answered', () => {
  const observer = { role: 'observer' } as const;
  const some = play(asked, answers(6), { present: here });
  const seen = (played: Played) => viewJury(played.jury, observer).soundings?.[0];
  expect(seen(play(asked, answers(3), { present: here }))).toMatchObject({
    state: 'open',
    counts: null,
    answered: { count: 3, seats: [] },
  });
  expect(seen(some)).toMatchObject({ state: 'closed', counts: { support: 4, concerns: 2 }, answered: { seats: [] } });
  for (const { event } of some.log.filter(({ event }) => event.type === 'sounding-answered'))
    expect(viewEvent(event, observer)).not.toHaveProperty('seat');
});
