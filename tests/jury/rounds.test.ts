import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import { FACILITATOR, ORGANISER, codeOf, eventsOf, juror, juryAt, play, sitting, wording } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

type Mark = CommandOf<'answer-round'>['mark'];
const open = { type: 'open-round', recommendation: 'R1' } as const;
const answer = (mark: Mark, because?: string, round = 'C1') =>
  ({ type: 'answer-round', round, mark, ...(because === undefined ? {} : { because }) }) as const;
const close = { type: 'close-round', round: 'C1' } as const;
const revise = {
  type: 'revise-recommendation',
  recommendation: 'R1',
  base: 1,
  ...wording('Run buses until three'),
} as const;

const drafting = play(juryAt('drafting'), [[juror(1), { type: 'propose-recommendation', ...wording('Run buses') }]]);
const asked = play(drafting, [[FACILITATOR, open]]);
const round = ({ jury }: Played) => jury.verdict.rounds.at(-1);
const answered = (
  from: Played,
  count: number,
  mark: (at: number) => ReturnType<typeof answer> = () => answer('like'),
) =>
  play(
    from,
    sitting(from)
      .slice(0, count)
      .map((actor, at): Step => [actor, mark(at)]),
  );

describe('consent rounds', () => {
  test('[V31] asked of everybody, about the version as it stands, one at a time', () => {
    expect(round(asked)).toMatchObject({ id: 'C1', version: 1, state: 'open', answered: { count: 0 }, counts: null });
    expect(round(asked)?.electorate).toHaveLength(20);
    expect(codeOf(asked, FACILITATOR, open)).toBe('round-open');
    expect(codeOf(asked, FACILITATOR, { ...open, recommendation: 'R9' })).toBe('unknown-recommendation');
    const frozen = play(drafting, [[FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }]]);
    expect(codeOf(frozen, FACILITATOR, open)).toBe('recommendation-not-open');
  });

  test('[V32] until all have answered nobody learns anything, nor does the journal', () => {
    const nearly = answered(asked, 19, (at) =>
      at === 3 ? answer('cannot-live-with', 'It costs too much.') : answer('love'),
    );
    expect(round(nearly)).toMatchObject({ state: 'open', answered: { count: 19 }, counts: null });
    const told = JSON.stringify([nearly.jury, nearly.log]);
    for (const word of ['love', 'costs too much']) expect(told).not.toContain(word);
    expect(nearly.papers).toHaveLength(19);
    expect(codeOf(nearly, juror(1), answer('like'))).toBe('already-voted');
  });

  test('[V32] the last answer closes it, and the papers are gone', () => {
    const all = answered(asked, 20, (at) =>
      at < 12 ? answer('love') : at < 19 ? answer('live-with') : answer('lament'),
    );
    expect(round(all)).toMatchObject({
      state: 'closed',
      counts: { love: 12, like: 0, 'live-with': 7, lament: 1, 'cannot-live-with': 0 },
    });
    expect(all.papers).toEqual([]);
    expect(codeOf(all, juror(1), answer('like'))).toBe('round-not-open');
    expect(codeOf(all, juror(1), answer('like', undefined, 'C9'))).toBe('unknown-round');
    expect(play(all, [[FACILITATOR, open]]).jury.verdict.rounds).toHaveLength(2);
  });

  test('[V32] who has left is not waited for, and who came later does not answer', () => {
    const left = play(answered(asked, 18), [[ORGANISER, { type: 'vacate-seat', seat: 'S20', reason: 'illness' }]]);
    const last = play(left, [[juror(19), answer('like')]]);
    expect(round(last)).toMatchObject({ state: 'closed', counts: { like: 19 } });
    const { jury } = asked;
    const short = jury.verdict.rounds.map((one) => ({ ...one, electorate: one.electorate.slice(1) }));
    const late = { ...asked, jury: { ...jury, verdict: { ...jury.verdict, rounds: short } } };
    expect(codeOf(late, juror(1), answer('like'))).toBe('not-an-elector');
  });

  test('[V32] the facilitator closes it earlier from five answers on', () => {
    expect(codeOf(answered(asked, 4), FACILITATOR, close)).toBe('too-few-answers');
    expect(round(play(answered(asked, 5), [[FACILITATOR, close]]))).toMatchObject({
      state: 'closed',
      counts: { like: 5 },
    });
    expect(codeOf(asked, FACILITATOR, { ...close, round: 'C9' })).toBe('unknown-round');
  });

  test.each([
    ['revised', [juror(1), revise]],
    ['withdrawn', [juror(1), { type: 'withdraw-recommendation', recommendation: 'R1', reason: 'Not ours.' }]],
    ['frozen', [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }]],
  ] as const)('[V33] words that are %s end it without a result', (_how, step) => {
    const changed = play(answered(asked, 7), [step]);
    expect(round(changed)).toMatchObject({ state: 'abandoned', counts: null });
    expect(changed.papers).toEqual([]);
  });

  test('[V34] whoever cannot live with it says why; the reasons come out together, without a name or an order', () => {
    expect(codeOf(asked, juror(1), answer('cannot-live-with'))).toBe('why-missing');
    const reasons = ['Too dear.', 'Noise at night.'];
    const all = answered(asked, 20, (at) => (at < 2 ? answer('cannot-live-with', reasons[at]) : answer('like')));
    expect(all.jury.verdict.points).toMatchObject([
      { id: 'K1', recommendation: 'R1', version: 1, text: { text: 'Noise at night.' } },
      { id: 'K2', text: { text: 'Too dear.' } },
    ]);
    expect(JSON.stringify(all.jury.verdict.points)).not.toContain('S0');
  });

  test('[V34] a sticking point stays until it is settled, once', () => {
    const settle = { type: 'settle-point', point: 'K1', how: 'A limit was written in.' } as const;
    const all = answered(asked, 20, (at) => (at === 0 ? answer('cannot-live-with', 'Too dear.') : answer('like')));
    expect(codeOf(asked, FACILITATOR, settle)).toBe('unknown-point');
    expect(eventsOf(all, FACILITATOR, settle)).toMatchObject([{ type: 'point-settled', point: 'K1' }]);
    expect(codeOf(play(all, [[FACILITATOR, settle]]), FACILITATOR, settle)).toBe('unknown-point');
  });
});
