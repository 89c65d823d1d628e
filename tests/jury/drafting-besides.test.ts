import { describe, expect, test } from 'vitest';
import { hexHash } from '../../src/lib/jury/journal.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { recommendationRows } from '../../src/lib/jury/publication/csv.ts';
import { leftToDecide } from '../../src/lib/jury/verdict/left-to-decide.ts';
import { citedIn, keyOf } from '../../src/lib/jury/verdict/citation.ts';
import { shownToAuthority } from '../../src/lib/jury/verdict/drafting-events.ts';
import { citingIn, passageId, usesOfExhibit, usesOfWitness } from '../../src/lib/jury/verdict/uses.ts';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import { wordingHash } from '../../src/lib/jury/verdict/wording.ts';
import { viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import {
  AUTHORITY,
  FACILITATOR,
  ORGANISER,
  START,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  refusalOf,
  wording,
} from '../support/jury.ts';
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

describe('rounds of review', () => {
  const LATER = START + 86_400_000;
  const review = (about?: string, until = LATER) =>
    ({ type: 'open-review', ...(about ? { about } : {}), until }) as const;
  const suggest = (base = 1) =>
    ({
      type: 'suggest-change',
      recommendation: 'R1',
      field: 'text',
      paragraph: 0,
      base,
      instead: 'And on Sundays.',
      why: 'All days.',
    }) as const;
  const two = play(plain, [[juror(2), propose()]]);
  const reviewed = play(two, [[FACILITATOR, review('R1')]]);

  test('[V76] of one open recommendation or of all, with an end to come', () => {
    expect(first(reviewed).review).toEqual({ version: 1, until: LATER });
    expect(eventsOf(two, FACILITATOR, review())).toHaveLength(2);
    expect(codeOf(two, FACILITATOR, review('R1', START))).toBe('review-ends-too-early');
    expect(codeOf(two, FACILITATOR, review('R9'))).toBe('unknown-recommendation');
    expect(codeOf(drafting, FACILITATOR, review())).toBe('recommendation-not-open');
    expect(codeOf(play(two, [[FACILITATOR, freeze()]]), FACILITATOR, review('R1'))).toBe('recommendation-not-open');
    expect(codeOf(two, juror(1), review('R1'))).toBe('not-allowed');
  });

  test('[V76] after the end nothing new is suggested to that version', () => {
    expect(eventsOf(reviewed, juror(3), suggest(), { now: LATER - 1 })).toHaveLength(1);
    expect(codeOf(reviewed, juror(3), suggest(), { now: LATER })).toBe('review-over');
    expect(eventsOf(reviewed, juror(3), { ...suggest(), recommendation: 'R2' }, { now: LATER })).toHaveLength(1);
    const waiting = play(reviewed, [[juror(3), suggest()]]);
    expect(eventsOf(waiting, juror(1), { type: 'accept-suggestion', suggestion: 'G1' }, { now: LATER })).toHaveLength(
      2,
    );
  });

  test('[V76] until there is another version, or the review is opened again', () => {
    const again = play(reviewed, [[FACILITATOR, review('R1', LATER + 1_000)]]);
    expect(eventsOf(again, juror(3), suggest(), { now: LATER })).toHaveLength(1);
    const revised = play(reviewed, [
      [juror(1), { type: 'revise-recommendation', recommendation: 'R1', base: 1, ...wording('Run trams') }],
    ]);
    expect(eventsOf(revised, juror(3), suggest(2), { now: LATER })).toHaveLength(1);
    expect(codeOf(revised, juror(3), suggest(1), { now: LATER })).not.toBe('nothing-suggested');
  });

  test('[V77] it is on the list of what is left to decide', () => {
    const kinds = ({ jury }: Played) => leftToDecide(jury.verdict).map((one) => `${one.kind} ${one.recommendation}`);
    expect(kinds(reviewed)).toContain('review R1');
    expect(kinds(reviewed)).not.toContain('review R2');
    expect(kinds(play(reviewed, [[FACILITATOR, freeze()]]))).not.toContain('review R1');
  });
});

describe('undoing', () => {
  const undo = { type: 'undo-suggestion', suggestion: 'G1' } as const;
  const suggest = {
    type: 'suggest-change',
    recommendation: 'R1',
    field: 'title',
    paragraph: 1,
    base: 1,
    instead: 'Run more buses',
    why: 'More.',
  } as const;
  const suggested = play(full, [[juror(2), suggest]]);
  const accepted = play(suggested, [[juror(1), { type: 'accept-suggestion', suggestion: 'G1' }]]);
  const rejected = play(suggested, [[juror(1), { type: 'reject-suggestion', suggestion: 'G1', reason: 'No.' }]]);
  const at = accepted.jury.verdict.suggestions[0]?.decided?.at ?? 0;

  test('[V78] ten seconds by the server’s clock, and not one more', () => {
    expect(eventsOf(accepted, juror(1), undo, { now: at + 10_000 })).toHaveLength(2);
    expect(codeOf(accepted, juror(1), undo, { now: at + 10_001 })).toBe('undo-too-late');
    expect(codeOf(rejected, juror(1), undo, { now: at + 10_001 })).toBe('undo-too-late');
  });

  test('[V78] only by whoever decided, and only what was decided', () => {
    expect(codeOf(accepted, juror(3), undo)).toBe('not-allowed');
    expect(codeOf(suggested, juror(1), undo)).toBe('nothing-to-undo');
    expect(codeOf(suggested, juror(1), { ...undo, suggestion: 'G9' })).toBe('unknown-suggestion');
    const undone = play(accepted, [[juror(1), undo]]);
    expect(codeOf(undone, juror(1), undo)).toBe('nothing-to-undo');
  });

  test('[V78] the words are again as they were, in a version of their own', () => {
    const undone = play(accepted, [[juror(1), undo]]);
    const { versions } = first(undone);
    expect(versions.map(({ title, author }) => [title.text, author])).toEqual([
      ['Run buses', 'S01'],
      ['Run more buses', 'S02'],
      ['Run buses', 'S01'],
    ]);
    expect(versions[2]).toMatchObject({ cost: versions[0]?.cost, paragraphs: versions[0]?.paragraphs });
    expect(undone.jury.verdict.suggestions[0]).toMatchObject({ state: 'pending' });
    expect(play(rejected, [[juror(1), undo]]).jury.verdict.suggestions).toEqual(suggested.jury.verdict.suggestions);
  });

  test('[V78] not over somebody’s newer words', () => {
    const revised = play(accepted, [
      [juror(1), { type: 'revise-recommendation', recommendation: 'R1', base: 2, ...wording('Run trams') }],
    ]);
    expect(codeOf(revised, juror(1), undo)).toBe('recommendation-changed');
    const frozen = play(accepted, [[FACILITATOR, freeze(2)]]);
    expect(codeOf(frozen, juror(1), undo)).toBe('recommendation-not-open');
  });
});

describe('notes of the authority', () => {
  const ask = (version = 1) => ({ type: 'ask-authority', recommendation: 'R1', version }) as const;
  const note = (version = 1) =>
    ({ type: 'note-feasibility', recommendation: 'R1', version, text: 'The law allows it.' }) as const;
  const shown = play(full, [[juror(1), ask()]]);
  const noted = play(shown, [[AUTHORITY, note()]]);

  test('[V79] shown by whoever writes it, once a version, and by nobody else', () => {
    expect(codeOf(shown, juror(1), ask())).toBe('already-shown');
    expect(codeOf(full, juror(1), ask(2))).toBe('recommendation-changed');
    for (const actor of [ORGANISER, FACILITATOR, AUTHORITY]) expect(codeOf(full, actor, ask())).toBe('not-allowed');
    const grouped = play(full, [
      [juror(1), { type: 'join-writing-group', recommendation: 'R1' }],
      [juror(2), { type: 'join-writing-group', recommendation: 'R1' }],
    ]);
    expect(codeOf(grouped, juror(3), ask())).toBe('not-in-group');
  });

  test('[V79] the authority reads the words without names, and no other draft', () => {
    const more = play(shown, [
      [juror(2), propose()],
      [juror(1), { type: 'revise-recommendation', recommendation: 'R1', base: 1, ...wording('Run trams') }],
    ]);
    const read = shownToAuthority(more.jury.verdict);
    expect(read.map(({ id, versions }) => [id, versions.map((one) => one.number)])).toEqual([['R1', [1]]]);
    expect(JSON.stringify(read)).not.toMatch(/S0\d|Run trams/);
    const viewer = viewerOf(more.jury, AUTHORITY);
    expect(viewJury(more.jury, viewer)).not.toHaveProperty('verdict');
    for (const { event } of more.log.slice(-3)) expect(viewEvent(event, viewer)).toBeNull();
  });

  test('[V80] on what it was shown, and no word of the jurors changes', () => {
    expect(first(noted).feasibility?.notes).toMatchObject([{ version: 1, text: { text: 'The law allows it.' } }]);
    expect(first(noted).versions).toEqual(first(full).versions);
    expect(codeOf(full, AUTHORITY, note())).toBe('not-shown');
    expect(codeOf(shown, AUTHORITY, note(2))).toBe('not-shown');
    expect(codeOf(shown, ORGANISER, note())).toBe('not-allowed');
    expect(codeOf(shown, juror(1), note())).toBe('not-allowed');
  });

  test('[V80] [V70] published with the verdict, and in the table', () => {
    const published = juryAfter('voting');
    const [one, ...others] = published.jury.verdict.recommendations;
    const [version] = first(full).versions;
    if (!one || !version) throw new Error('Nothing was published.');
    const { feasibility } = first(noted);
    const told = { ...one, versions: [version], ...(feasibility ? { feasibility } : {}) };
    const verdict = { ...published.jury.verdict, recommendations: [told, ...others], publishedAt: START };
    const record = publicRecord({ ...published.jury, verdict }, {});
    const [shownOne] = record?.verdict?.recommendations ?? [];
    expect(shownOne).toMatchObject({ ...SAID_BESIDES, feasibility: [{ version: 1, text: 'The law allows it.' }] });
    const [columns = [], row = []] = record ? recommendationRows(record) : [];
    expect(row[columns.indexOf('law_proposed')]).toBe(SAID_BESIDES.lawNew);
    expect(row).toHaveLength(columns.length);
  });
});
