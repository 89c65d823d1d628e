import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Wording } from '../../src/lib/jury/verdict/verdict.ts';
import { newDocument, wordsOf, writeWording } from '../../src/lib/live/draft/document.ts';
import { carryOver, documentFrom } from '../../src/lib/server/drafts/outside-change.ts';

const content = (text: string) => ({ sha256: `hash of ${text}`, text });
const plain: Wording = {
  title: content('Run buses'),
  text: content('All night.'),
  rationale: content('People walk.'),
  addressee: 'The city',
  citations: [{ kind: 'exhibit', id: 'E1', version: 1 }],
};
const full: Wording = {
  ...plain,
  byWhen: content('By 2028.'),
  cost: content('Forty million.\n\n- from parking'),
  act: content('Rules, article 12'),
  lawNow: content('Until eleven.'),
  lawNew: content('All night.'),
  judgement: content('It is right.'),
  citations: [
    { kind: 'exhibit', id: 'E1', version: 2, quote: content('two: thousand') },
    { kind: 'statement', id: 'Y1' },
    { kind: 'submission', id: 'U1' },
    { kind: 'table-note', id: 'G1-2' },
  ],
};
const documentOf = (wording: Wording): Y.Doc => {
  const doc = newDocument();
  writeWording(doc, wording);
  return doc;
};

describe('[V42] the words of a shared draft', () => {
  test('say all that a version says', () => {
    const { paragraphs: _paragraphs, ...words } = wordsOf(documentOf(full));
    expect(words).toEqual({
      title: 'Run buses',
      text: 'All night.',
      rationale: 'People walk.',
      addressee: 'The city',
      byWhen: 'By 2028.',
      cost: 'Forty million.\n\n- from parking',
      act: 'Rules, article 12',
      lawNow: 'Until eleven.',
      lawNew: 'All night.',
      judgement: 'It is right.',
      citations: [
        { kind: 'exhibit', id: 'E1', version: 2, quote: 'two: thousand' },
        { kind: 'statement', id: 'Y1' },
        { kind: 'submission', id: 'U1' },
        { kind: 'table-note', id: 'G1-2' },
      ],
    });
  });

  test('[V70] leave out what nobody said', () => {
    expect(Object.keys(wordsOf(documentOf(plain))).toSorted()).toEqual(
      ['addressee', 'citations', 'paragraphs', 'rationale', 'text', 'title'].toSorted(),
    );
  });

  test('[V48] a version by the simple form brings in what it says, and takes out what it says no more', () => {
    const begun = documentOf(plain);
    const state = Y.encodeStateAsUpdate(begun);
    const fuller = carryOver(state, full, 0.5);
    Y.applyUpdate(begun, fuller.update);
    expect(wordsOf(begun)).toEqual(wordsOf(documentOf(full)));
    const back = carryOver(fuller.base, plain, 0.6);
    Y.applyUpdate(begun, back.update);
    expect(wordsOf(begun)).toEqual(wordsOf(documentOf(plain)));
    expect(wordsOf(documentFrom(back.base, 0.7))).toEqual(wordsOf(documentOf(plain)));
  });
});
