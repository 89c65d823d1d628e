import { describe, expect, test } from 'vitest';
import { hexHash } from '../../src/lib/jury/journal.ts';
import { leftToDecide } from '../../src/lib/jury/verdict/left-to-decide.ts';
import { citedIn, keyOf } from '../../src/lib/jury/verdict/citation.ts';
import { citingIn, passageId, usesOfExhibit, usesOfWitness } from '../../src/lib/jury/verdict/uses.ts';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import { wordingHash } from '../../src/lib/jury/verdict/wording.ts';
import { FACILITATOR, ORGANISER, codeOf, eventsOf, juror, juryAt, play, refusalOf, wording } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';
import { SAID_BESIDES } from './drafting-scenes.ts';

type Citations = Parameters<typeof wording>[1];
const propose = (citations?: Citations, more: object = {}) =>
  ({ type: 'propose-recommendation', ...wording('Run buses', citations), ...more }) as const;
const freeze = (version = 1) => ({ type: 'freeze-recommendation', recommendation: 'R1', version }) as const;
const first = ({ jury }: Played) =>
  jury.verdict.recommendations[0] as NonNullable<(typeof jury.verdict.recommendations)[0]>;

const drafting = juryAt('drafting');
const plain = play(drafting, [[juror(1), propose()]]);
const full = play(drafting, [[juror(1), propose(undefined, SAID_BESIDES)]]);

describe('what a recommendation says besides', () => {
  test('[V70] by when and at what cost, or nothing of it', () => {
    expect(currentVersion(first(full))).toMatchObject({
      byWhen: { text: SAID_BESIDES.byWhen },
      cost: { text: SAID_BESIDES.cost },
    });
    expect(Object.keys(currentVersion(first(plain)))).not.toContain('byWhen');
    const emptied = play(drafting, [[juror(1), propose(undefined, { byWhen: '', cost: '' })]]);
    expect(Object.keys(currentVersion(first(emptied)))).not.toContain('cost');
  });

  test('[V70] what it says is in the hash, and what it leaves out is not', () => {
    const { title, text, rationale, addressee } = currentVersion(first(plain));
    const four = { addressee, rationale: rationale.text, text: text.text, title: title.text };
    expect(wordingHash(currentVersion(first(plain)))).toBe(hexHash(JSON.stringify(four)));
    const all = { ...four, ...SAID_BESIDES };
    const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    expect(wordingHash(currentVersion(first(full)))).toBe(hexHash(JSON.stringify(sorted)));
  });

  test('[V70] a revision and an accepted suggestion keep it', () => {
    const suggested = play(full, [
      [
        juror(2),
        {
          type: 'suggest-change',
          recommendation: 'R1',
          field: 'title',
          paragraph: 1,
          base: 1,
          instead: 'Run more buses',
          why: 'More.',
        },
      ],
      [juror(1), { type: 'accept-suggestion', suggestion: 'G1' }],
    ]);
    expect(currentVersion(first(suggested))).toMatchObject({ number: 2, cost: { text: SAID_BESIDES.cost } });
  });

  test.each([
    { lawNew: 'Buses run all night.' },
    { act: 'Article 12' },
    { act: 'Article 12', lawNow: 'The same.', lawNew: 'The same.' },
  ])('[V71] an amendment names its act and changes something: %j', (more) => {
    expect(codeOf(drafting, juror(1), propose(undefined, more))).toBe('amendment-incomplete');
  });

  test.each([{ lawNow: 'Gone.' }, { lawNew: 'New.' }])('[V71] it may strike out or add: %j', (more) => {
    expect(eventsOf(drafting, juror(1), propose(undefined, { act: 'Article 12', ...more }))).toHaveLength(1);
  });

  test('[V72] a value judgement stands where there is no source', () => {
    expect(codeOf(play(drafting, [[juror(1), propose([])]]), FACILITATOR, freeze())).toBe('citation-missing');
    const judged = play(drafting, [[juror(1), propose([], { judgement: 'It is right.' })]]);
    expect(leftToDecide(judged.jury.verdict).map(({ kind }) => kind)).not.toContain('source');
    expect(eventsOf(judged, FACILITATOR, freeze())).toHaveLength(1);
  });

  test('[V42] a filed draft carries all of it, and nothing is filed twice', () => {
    const texts = { title: 'Run buses', text: 'All night.', rationale: 'People walk.', addressee: 'The city' };
    const draft = { ...texts, ...SAID_BESIDES, citations: [{ kind: 'answer', id: 'Q1' }] as const, paragraphs: [null] };
    const file = (base: number) => ({ type: 'file-draft', recommendation: 'R1', base }) as const;
    const filed = play(plain, [[juror(1), file(1)]], { facts: { draft } });
    expect(currentVersion(first(filed))).toMatchObject({ byWhen: { text: SAID_BESIDES.byWhen } });
    expect(codeOf(filed, juror(1), file(2), { facts: { draft } })).toBe('nothing-to-file');
    const other = { ...draft, cost: 'Nothing at all.' };
    expect(eventsOf(filed, juror(1), file(2), { facts: { draft: other } })).toHaveLength(1);
    const torn = { ...draft, act: '' };
    expect(codeOf(filed, juror(1), file(2), { facts: { draft: torn } })).toBe('amendment-incomplete');
  });
});

describe('citations', () => {
  const body = 'Most people walk home. *Two thousand* of them, every night.';
  const shown = play(drafting, [
    [
      ORGANISER,
      {
        type: 'add-text-exhibit',
        title: 'Counts',
        author: 'Statistics office',
        nominatedBy: 'organiser',
        why: 'Asked for.',
        body,
      },
    ],
  ]);
  const exhibit = shown.jury.evidence.exhibits.at(-1)?.id ?? '';
  const passage = (quote: string, id = exhibit, version = 1) => [{ kind: 'exhibit', id, version, quote } as const];

  test('[V73] a passage stands word for word in the version that is cited', () => {
    const cited = play(shown, [[juror(1), propose(passage('Two thousand of them'))]]);
    expect(currentVersion(first(cited)).citations[0]).toMatchObject({ quote: { text: 'Two thousand of them' } });
    expect(refusalOf(shown, juror(1), propose(passage('Three thousand')))).toEqual({
      code: 'passage-not-cited',
      params: { id: exhibit },
    });
    expect(codeOf(shown, juror(1), propose(passage('Two thousand', exhibit, 2)))).toBe('citation-unknown');
    expect(codeOf(shown, juror(1), propose([{ kind: 'answer', id: 'Q1', quote: 'x' }]))).toBe('passage-not-cited');
  });

  test.each([
    { kind: 'answer', id: 'Q1' },
    { kind: 'exhibit', id: 'E1', version: 1 },
    { kind: 'exhibit', id: 'E1', version: 2, quote: 'a: passage, with: colons' },
  ] as const)('[V73] as one word and back: %j', (cited) => {
    expect(citedIn(keyOf(cited))).toEqual(cited);
  });

  test.each([
    '',
    'exhibit',
    'witness:W1',
    'exhibit:E1:0',
    'exhibit:E1:1:',
    `exhibit:E1:1:${'x'.repeat(601)}`,
    'answer:__proto__',
  ])('[V73] what is no citation is none: %s', (key) => expect(citedIn(key)).toBeNull());

  test('[V74] a statement that was answered and a question of the public', () => {
    const statement = [{ kind: 'statement', id: 'Y1' } as const];
    const id = shown.jury.soundings.find((one) => one.kind === 'statement' && one.state === 'closed')?.id;
    expect(codeOf(drafting, juror(1), propose(statement))).toBe('citation-unknown');
    if (id) expect(eventsOf(shown, juror(1), propose([{ kind: 'statement', id }]))).toHaveLength(1);
    expect(codeOf(drafting, juror(1), propose([{ kind: 'submission', id: 'U1' }]))).toBe('citation-unknown');
    const sent = play(juryAt('deliberating'), [
      [{ kind: 'public' }, { type: 'send-public-question', text: 'Who cleans the buses?' }],
    ]);
    const box = sent.jury.evidence.fromPublic.box[0]?.id ?? '';
    const admitted = play(sent, [
      [FACILITATOR, { type: 'admit-public-question', sent: box }],
      [ORGANISER, { type: 'advance-stage', to: 'drafting' }],
    ]);
    expect(eventsOf(admitted, juror(1), propose([{ kind: 'submission', id: box }]))).toHaveLength(1);
  });

  test('[V75] the way back from exhibits and witnesses', () => {
    const cited = play(shown, [
      [juror(1), propose(passage('Two thousand'))],
      [juror(2), propose([{ kind: 'answer', id: 'Q1' }])],
    ]);
    const all = citingIn(cited.jury.verdict);
    expect(usesOfExhibit(all, exhibit)).toEqual([
      { recommendation: 'R1', title: 'Run buses', source: exhibit, version: 1, passage: 'Two thousand' },
    ]);
    const used = usesOfWitness(all, { answers: ['Q1'], exhibits: [exhibit] });
    expect(used.map((one) => [one.recommendation, one.source])).toEqual([
      ['R1', exhibit],
      ['R2', 'Q1'],
    ]);
    const gone = play(cited, [
      [juror(1), { type: 'withdraw-recommendation', recommendation: 'R1', reason: 'Not ours.' }],
    ]);
    expect(usesOfExhibit(citingIn(gone.jury.verdict), exhibit)).toEqual([]);
    expect(passageId('Two  *thousand*')).toBe(passageId('Two thousand'));
    expect(passageId('Two thousand')).toMatch(/^passage-[0-9a-z]+$/);
  });
});
