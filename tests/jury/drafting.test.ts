import { describe, expect, test } from 'vitest';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import { wordingHash } from '../../src/lib/jury/verdict/wording.ts';
import { hexHash } from '../../src/lib/jury/journal.ts';
import { FACILITATOR, ORGANISER, codeOf, eventsOf, juror, juryAt, play, refusalOf, wording } from '../support/jury.ts';

const propose = (title: string, citations?: Parameters<typeof wording>[1]) =>
  ({ type: 'propose-recommendation', ...wording(title, citations) }) as const;
const revise = (base: number, recommendation = 'R1') =>
  ({ type: 'revise-recommendation', recommendation, base, ...wording('Run buses until three') }) as const;
const withdraw = (recommendation: string) =>
  ({ type: 'withdraw-recommendation', recommendation, reason: 'Not ours to say.' }) as const;
const freeze = (version: number, recommendation = 'R1') =>
  ({ type: 'freeze-recommendation', recommendation, version }) as const;
const reopen = (recommendation: string) =>
  ({ type: 'reopen-recommendation', recommendation, reason: 'A number is missing.' }) as const;

const proposed = play(juryAt('drafting'), [[juror(1), propose('Run buses all night')]]);
const revised = play(proposed, [[juror(2), revise(1)]]);
const frozen = play(revised, [[FACILITATOR, freeze(2)]]);
const recommendation = (of = proposed) => of.jury.verdict.recommendations[0];

test('[V1] any juror proposes, and it begins with version 1', () => {
  const second = play(proposed, [[juror(5), propose('Raise the fare')]]);
  expect(
    second.jury.verdict.recommendations.map((one) => [
      one.id,
      one.state,
      one.versions[0]?.author,
      one.versions[0]?.number,
    ]),
  ).toEqual([
    ['R1', 'open', 'S01', 1],
    ['R2', 'open', 'S05', 1],
  ]);
});

describe('revisions', () => {
  test('[V2] a revision against an older version overwrites nobody', () => {
    expect(recommendation(revised)?.versions.map((version) => [version.number, version.author])).toEqual([
      [1, 'S01'],
      [2, 'S02'],
    ]);
    expect(codeOf(revised, juror(3), revise(1))).toBe('recommendation-changed');
    expect(codeOf(revised, juror(3), revise(3))).toBe('recommendation-changed');
    expect(codeOf(revised, juror(3), revise(2, 'R9'))).toBe('unknown-recommendation');
  });

  test('[V2] every version is kept', () => {
    expect(recommendation(revised)?.versions[0]?.title.text).toBe('Run buses all night');
    expect(recommendation(revised)?.versions[1]?.title.text).toBe('Run buses until three');
  });

  test('[V3] only whoever proposed it takes it back', () => {
    expect(codeOf(revised, juror(2), withdraw('R1'))).toBe('not-allowed');
    expect(codeOf(revised, juror(1), withdraw('R9'))).toBe('unknown-recommendation');
    const withdrawn = play(revised, [[juror(1), withdraw('R1')]]);
    expect(recommendation(withdrawn)).toMatchObject({ state: 'withdrawn', wordingHash: null });
  });

  test.each([
    [juror(2), revise(2)],
    [juror(1), withdraw('R1')],
    [FACILITATOR, freeze(2)],
  ] as const)('[V2] what is frozen or withdrawn is not open: $1.type', (actor, command) => {
    expect(codeOf(frozen, actor, command)).toBe('recommendation-not-open');
    expect(codeOf(play(revised, [[juror(1), withdraw('R1')]]), actor, command)).toBe('recommendation-not-open');
  });
});

describe('citations', () => {
  const learned = juryAt('drafting');
  const withdrawn = play(learned, [[ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }]]);
  const hidden = play(learned, [[FACILITATOR, { type: 'hide-message', message: 'M1', rule: 'off-topic' }]]);

  test.each([
    { kind: 'exhibit', id: 'E1' },
    { kind: 'answer', id: 'Q1' },
    { kind: 'message', id: 'M1' },
  ] as const)('[V4] $kind $id can be cited', (citation) => {
    expect(eventsOf(learned, juror(1), propose('Run', [citation]))).toMatchObject([{ citations: [citation] }]);
  });

  test.each([
    [{ kind: 'exhibit', id: 'E1' }, withdrawn],
    [{ kind: 'message', id: 'M1' }, hidden],
    [{ kind: 'exhibit', id: 'Q1' }, learned],
    [{ kind: 'answer', id: 'Q2' }, play(learned, [[juror(1), { type: 'ask-question', witness: 'W2', text: 'Why?' }]])],
    [{ kind: 'message', id: 'M9' }, learned],
  ] as const)('[V4] %j cannot be cited where it does not stand', (citation, from) => {
    const good = { kind: 'answer', id: 'Q1' } as const;
    expect(refusalOf(from, juror(1), propose('Run', [good, citation]))).toEqual({
      code: 'citation-unknown',
      params: { id: citation.id },
    });
    const base = play(from, [[juror(1), propose('Run', [good])]]);
    expect(codeOf(base, juror(1), { ...revise(1), citations: [citation] })).toBe('citation-unknown');
  });

  test('[V6] a source that fell after it was cited stops the freeze', () => {
    const cited = play(learned, [
      [juror(1), propose('Run')],
      [ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }],
    ]);
    expect(refusalOf(cited, FACILITATOR, freeze(1))).toEqual({ code: 'citation-unknown', params: { id: 'E1' } });
  });

  test('[V6] nothing is frozen without a source', () => {
    expect(codeOf(play(learned, [[juror(1), propose('Run', [])]]), FACILITATOR, freeze(1))).toBe('citation-missing');
  });
});

describe('freeze', () => {
  test('[V6] the facilitator freezes the version they have read', () => {
    expect(codeOf(revised, FACILITATOR, freeze(1))).toBe('recommendation-changed');
    expect(codeOf(revised, FACILITATOR, freeze(1, 'R9'))).toBe('unknown-recommendation');
    expect(recommendation(frozen)?.state).toBe('frozen');
  });

  test('[V5] the hash is of the exact wording, and anyone can recompute it', () => {
    const version = currentVersion(recommendation(frozen) as NonNullable<ReturnType<typeof recommendation>>);
    const { title, text, rationale, addressee } = version;
    const form = JSON.stringify({ addressee, rationale: rationale.text, text: text.text, title: title.text });
    expect(recommendation(frozen)?.wordingHash).toBe(hexHash(form));
    expect(wordingHash({ ...version, title: { ...title, text: `${title.text}.` } })).not.toBe(hexHash(form));
  });

  test('[V7] what was frozen by mistake is reopened with a reason, and its hash is gone', () => {
    const reopened = play(frozen, [[FACILITATOR, reopen('R1')]]);
    expect(recommendation(reopened)).toMatchObject({ state: 'open', wordingHash: null });
    expect(codeOf(reopened, FACILITATOR, reopen('R1'))).toBe('recommendation-not-open');
    expect(codeOf(reopened, FACILITATOR, reopen('R9'))).toBe('unknown-recommendation');
    expect(eventsOf(reopened, juror(3), revise(2))).toHaveLength(1);
  });

  test('[V7] once the verdict is published nothing is reopened', () => {
    expect(codeOf(juryAt('published'), FACILITATOR, reopen('R1'))).toBe('wrong-stage');
  });
});
