/** Against a change that a few have accepted everybody may say what speaks against it. */
import { describe, expect, test } from 'vitest';
import { leftToDecide } from '../../src/lib/jury/verdict/left-to-decide.ts';
import { viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, codeOf, eventsOf, juror, juryAt, play, wording } from '../support/jury.ts';

const suggest = {
  type: 'suggest-change',
  recommendation: 'R1',
  field: 'title',
  paragraph: 1,
  base: 1,
  instead: 'Run more buses',
  why: 'More.',
} as const;
const object = { type: 'object-to-change', suggestion: 'G1', because: 'Who pays for more?' } as const;
const suggested = play(juryAt('drafting'), [
  [juror(1), { type: 'propose-recommendation', ...wording('Run buses') }],
  [juror(2), suggest],
]);
const accepted = play(suggested, [[juror(1), { type: 'accept-suggestion', suggestion: 'G1' }]]);
const objected = play(accepted, [[juror(3), object]]);
const at = accepted.jury.verdict.suggestions[0]?.decided?.at ?? 0;
const DAY = 86_400_000;

describe('an objection', () => {
  test('[V100] is against what was accepted, within a day, and once', () => {
    expect(codeOf(suggested, juror(3), object)).toBe('nothing-to-object-to');
    expect(codeOf(accepted, juror(3), { ...object, suggestion: 'G9' })).toBe('unknown-suggestion');
    expect(eventsOf(accepted, juror(3), object, { now: at + DAY })).toHaveLength(1);
    expect(codeOf(accepted, juror(3), object, { now: at + DAY + 1 })).toBe('objection-too-late');
    expect(codeOf(objected, juror(3), object)).toBe('already-objected');
    expect(eventsOf(objected, juror(4), object)).toHaveLength(1);
  });

  test('[V100] is not against what was rejected or has been undone', () => {
    const rejected = play(suggested, [[juror(1), { type: 'reject-suggestion', suggestion: 'G1', reason: 'No.' }]]);
    expect(codeOf(rejected, juror(3), object)).toBe('nothing-to-object-to');
    const undone = play(accepted, [[juror(1), { type: 'undo-suggestion', suggestion: 'G1' }]]);
    expect(codeOf(undone, juror(3), object)).toBe('nothing-to-object-to');
  });

  test('[V100] is the jurors’ alone', () => {
    for (const staff of [FACILITATOR, ORGANISER]) expect(codeOf(accepted, staff, object)).toBe('not-allowed');
  });

  test('[V100] changes no word, and is left to decide until the jurors settled it', () => {
    expect(objected.jury.verdict.recommendations).toEqual(accepted.jury.verdict.recommendations);
    expect(leftToDecide(objected.jury.verdict)).toContainEqual({ kind: 'point', id: 'K1', recommendation: 'R1' });
    const settled = play(objected, [[FACILITATOR, { type: 'settle-point', point: 'K1', how: 'It stays.' }]]);
    expect(leftToDecide(settled.jury.verdict).filter(({ kind }) => kind === 'point')).toEqual([]);
    expect(settled.jury.verdict.points).toMatchObject([{ version: 2, text: { text: 'Who pays for more?' } }]);
  });

  test('[W30] tells its reason and its number, never whose it is', () => {
    const [event] = eventsOf(accepted, juror(3), object);
    for (const [actor, seats] of [
      [juror(3), ['S03']],
      [juror(4), []],
      [FACILITATOR, []],
    ] as const) {
      const viewer = viewerOf(objected.jury, actor);
      const seen = viewJury(objected.jury, viewer).verdict;
      expect(seen?.suggestions[0]?.objections).toEqual({ count: 1, seats });
      expect(seen?.points[0]?.text.text).toBe('Who pays for more?');
      expect(JSON.stringify(event && viewEvent(event, viewer)).includes('S03')).toBe(seats.length > 0);
    }
  });
});
