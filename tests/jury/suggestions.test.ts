import { describe, expect, test } from 'vitest';
import { leftToDecide } from '../../src/lib/jury/verdict/left-to-decide.ts';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import { needsRebase } from '../../src/lib/jury/verdict/taken-in.ts';
import { FACILITATOR, ORGANISER, codeOf, juror, juryAt, play, wording } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const THREE = 'Run buses all night.\n\nOn every line.\n\nFrom May.';
const suggest = (paragraph: number, instead?: string, base = 1) =>
  ({
    type: 'suggest-change',
    recommendation: 'R1',
    field: 'text',
    paragraph,
    base,
    ...(instead === undefined ? {} : { instead }),
    why: 'Clearer.',
  }) as const;
const accept = (suggestion: string) => ({ type: 'accept-suggestion', suggestion }) as const;
const reject = (suggestion: string) => ({ type: 'reject-suggestion', suggestion, reason: 'Too late.' }) as const;
const support = (suggestion: string) => ({ type: 'judge-suggestion', suggestion, stance: 'agree' }) as const;
const withdraw = (suggestion: string) => ({ type: 'withdraw-suggestion', suggestion }) as const;
const rebase = (suggestion: string, paragraph: number, base: number, instead: string) =>
  ({ type: 'rebase-suggestion', suggestion, paragraph, base, instead }) as const;

const drafting = play(juryAt('drafting'), [
  [juror(1), { type: 'propose-recommendation', ...wording('Run buses'), text: THREE }],
]);
const [drafter, other, third] = [juror(1), juror(2), juror(3)];
const suggested = play(drafting, [[other, suggest(2, 'On the main lines.')]]);
const recommendation = ({ jury }: Played) =>
  jury.verdict.recommendations[0] as NonNullable<(typeof jury.verdict.recommendations)[0]>;
const textOf = (played: Played) => currentVersion(recommendation(played)).text.text;
const one = ({ jury }: Played, at = 0) =>
  jury.verdict.suggestions[at] as NonNullable<(typeof jury.verdict.suggestions)[0]>;

describe('suggestions', () => {
  test('[V35] one paragraph of the version that was read, with a reason', () => {
    expect(one(suggested)).toMatchObject({
      id: 'G1',
      from: { text: 'On every line.' },
      to: { text: 'On the main lines.' },
      author: 'S02',
      state: 'pending',
    });
    expect(codeOf(drafting, other, suggest(2, 'Otherwise.', 2))).toBe('recommendation-changed');
    expect(codeOf(drafting, other, { ...suggest(1, 'x'), recommendation: 'R9' })).toBe('unknown-recommendation');
    for (const nothing of [suggest(2, 'On every line.'), suggest(9, 'x'), suggest(0)])
      expect(codeOf(drafting, other, nothing)).toBe('nothing-suggested');
    expect(codeOf(drafting, other, { ...suggest(1), field: 'title' })).toBe('nothing-suggested');
  });

  test('[V35] also of frozen words, and never of withdrawn ones', () => {
    const frozen = play(drafting, [[FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }]]);
    const waiting = play(frozen, [[other, suggest(2, 'On the main lines.')]]);
    expect(codeOf(waiting, drafter, accept('G1'))).toBe('recommendation-not-open');
    const gone = play(drafting, [[drafter, { type: 'withdraw-recommendation', recommendation: 'R1', reason: 'No.' }]]);
    expect(codeOf(gone, other, suggest(2, 'x'))).toBe('recommendation-not-open');
  });

  test('[V35] its author withdraws it, and nobody else', () => {
    expect(codeOf(suggested, third, withdraw('G1'))).toBe('not-allowed');
    expect(one(play(suggested, [[other, withdraw('G1')]])).state).toBe('withdrawn');
  });

  test('[V36] accepted, it is the next version, and the words are whose suggestion they were', () => {
    const accepted = play(suggested, [[drafter, accept('G1')]]);
    expect(textOf(accepted)).toBe('Run buses all night.\n\nOn the main lines.\n\nFrom May.');
    expect(currentVersion(recommendation(accepted))).toMatchObject({ number: 2, author: 'S02' });
    expect(currentVersion(recommendation(accepted)).citations).toEqual(
      currentVersion(recommendation(drafting)).citations,
    );
    for (const command of [accept('G1'), reject('G1'), support('G1')])
      expect(codeOf(accepted, drafter, command)).toBe('suggestion-closed');
  });

  test('[V36] a paragraph may be added at the end or taken out', () => {
    const added = play(drafting, [
      [other, suggest(0, 'Until autumn.')],
      [drafter, accept('G1')],
    ]);
    expect(textOf(added)).toBe(`${THREE}\n\nUntil autumn.`);
    const removed = play(drafting, [
      [other, suggest(2)],
      [drafter, accept('G1')],
    ]);
    expect(textOf(removed)).toBe('Run buses all night.\n\nFrom May.');
  });

  test('[V36] whoever proposed the recommendation decides, and when they have left any juror', () => {
    expect(codeOf(suggested, other, accept('G1'))).toBe('not-allowed');
    expect(codeOf(suggested, third, reject('G1'))).toBe('not-allowed');
    expect(codeOf(suggested, FACILITATOR, accept('G1'))).toBe('not-allowed');
    const left = play(suggested, [[ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }]]);
    expect(one(play(left, [[third, reject('G1')]]))).toMatchObject({
      state: 'rejected',
      reason: { text: 'Too late.' },
    });
  });

  test('[V36] no text grows beyond its length', () => {
    const long = play(drafting, [[other, suggest(0, 'x'.repeat(3_990))]]);
    expect(codeOf(long, drafter, accept('G1'))).toBe('text-too-long');
  });

  test('[V37] of two on one paragraph the second is overtaken, kept, and put anew by its author', () => {
    const two = play(suggested, [
      [third, suggest(2, 'On no line but one.')],
      [juror(4), support('G2')],
      [drafter, accept('G1')],
    ]);
    expect(needsRebase(recommendation(two), one(two, 1))).toBe(true);
    expect(codeOf(two, drafter, accept('G2'))).toBe('suggestion-overtaken');
    expect(codeOf(two, other, rebase('G2', 2, 2, 'On one line.'))).toBe('not-allowed');
    expect(codeOf(two, third, rebase('G2', 2, 1, 'On one line.'))).toBe('recommendation-changed');
    const anew = play(two, [[third, rebase('G2', 2, 2, 'On one main line.')]]);
    expect(one(anew, 1)).toMatchObject({
      from: { text: 'On the main lines.' },
      support: { count: 0 },
      state: 'pending',
    });
    expect(textOf(play(anew, [[drafter, accept('G2')]]))).toContain('On one main line.');
  });

  test('[V37] two on different paragraphs are both taken in', () => {
    const both = play(suggested, [
      [third, suggest(3, 'From June.')],
      [drafter, accept('G1')],
      [drafter, accept('G2')],
    ]);
    expect(textOf(both)).toBe('Run buses all night.\n\nOn the main lines.\n\nFrom June.');
  });
});

describe('what is left to decide', () => {
  const kinds = (played: Played) => leftToDecide(played.jury.verdict).map(({ kind, id }) => `${kind} ${id}`);

  test('[V35] [V37] names what stands between the text and the vote', () => {
    expect(kinds(suggested)).toEqual(['suggestion G1', 'wording R1']);
    const two = play(suggested, [
      [third, suggest(2, 'On no line but one.')],
      [drafter, accept('G1')],
      [FACILITATOR, { type: 'open-round', recommendation: 'R1' }],
    ]);
    expect(kinds(two)).toEqual(['overtaken G2', 'round C1', 'wording R1']);
    const bare = play(juryAt('drafting'), [[drafter, { type: 'propose-recommendation', ...wording('Bare', []) }]]);
    expect(kinds(bare)).toEqual(['source R1', 'wording R1']);
    const done = play(drafting, [[FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }]]);
    expect(kinds(done)).toEqual([]);
  });
});
