/** The editor's binding without a browser: whatever several do at once, all end with the same words, and what was typed is among them. */
import fc from 'fast-check';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fractionsFrom } from '../../src/lib/jury/chance.ts';
import {
  beginnings,
  newDocument,
  paragraphsIn,
  runOf,
  wordsOf,
  writeWording,
} from '../../src/lib/live/draft/document.ts';
import { writerNumber } from '../../src/lib/live/draft/marks.ts';
import { takeInto } from '../../src/lib/live/draft/inspect.ts';
import { read, write } from '../../src/lib/ui/editor/binding.ts';
import { differenceOf, documentOf, indexOf, placeOf, runShown } from '../../src/lib/ui/editor/blocks.ts';
import { setKind, splitBlock } from '../../src/lib/ui/editor/keys.ts';

const LOCAL = Symbol('local');
const WORDING = {
  title: { sha256: '', text: 'Title' },
  text: { sha256: '', text: '## When\n\nBuses run all night.\n\n- On weekdays\n- On Sundays' },
  rationale: { sha256: '', text: 'Because.' },
  addressee: 'City',
  citations: [],
};

/** Somebody at the draft: an editor and its own copy of the document. */
class Page {
  readonly doc = newDocument();
  state: EditorState;
  readonly sent: Uint8Array[] = [];
  readonly seat: string;

  constructor(seat: string, start: Uint8Array) {
    this.seat = seat;
    this.doc.clientID = writerNumber(seat, 0.3);
    Y.applyUpdate(this.doc, start, 'others');
    this.state = EditorState.create({ doc: documentOf(this.text.toString()) });
    this.text.observe((_event, { origin }) => {
      if (origin === LOCAL) return;
      const change = read(this.state, this.text, false);
      if (change) this.state = this.state.apply(change);
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'others') this.sent.push(update);
    });
  }
  get text(): Y.Text {
    return this.doc.getText('text');
  }
  act(make: (state: EditorState, dispatch: (change: EditorState['tr']) => void) => unknown): void {
    make(this.state, (change) => {
      this.state = this.state.apply(change);
      write(this.text, this.state.doc, false, LOCAL);
    });
  }
  type(words: string, at: number): void {
    this.act((state, dispatch) => {
      const selection = TextSelection.near(state.doc.resolve(Math.min(at, state.doc.content.size)));
      dispatch(state.tr.setSelection(selection).insertText(words, selection.from));
    });
  }
  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'others');
  }
}

function begun(): Uint8Array {
  const doc = newDocument();
  doc.clientID = writerNumber(null, 0.1);
  writeWording(doc, WORDING);
  return Y.encodeStateAsUpdate(doc);
}

describe('one editor', () => {
  test('shows the wording as it stands, and the wording comes back as it was', () => {
    const page = new Page('S01', begun());
    expect(page.state.doc.children.map((block) => [block.attrs['kind'], block.textContent])).toEqual([
      ['heading', 'When'],
      ['plain', 'Buses run all night.'],
      ['item', 'On weekdays'],
      ['item', 'On Sundays'],
    ]);
    expect(wordsOf(page.doc)).toMatchObject({ text: WORDING.text.text, rationale: 'Because.', addressee: 'City' });
  });

  test('[V43] a paragraph that is parted, moved along or reworded is still known by where it begins', () => {
    const page = new Page('S01', begun());
    const known = new Map(beginnings(page.text).map(({ beginning }, index) => [beginning, `p${index + 1}`]));
    page.act((state, dispatch) => {
      splitBlock(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 12))), dispatch);
    });
    page.type('Now, ', 7);
    expect(wordsOf(page.doc, known).paragraphs).toEqual(['p1', 'p2', null, 'p3', 'p4']);
  });

  test('another kind changes no word', () => {
    const page = new Page('S01', begun());
    page.act((state, dispatch) => {
      setKind('heading')(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 9))), dispatch);
    });
    expect(paragraphsIn(page.text.toString())[1]).toEqual({ kind: 'heading', text: 'Buses run all night.' });
  });

  test('whoever types stays behind the own last letter when another types in the same place', () => {
    const start = begun();
    const [one, two] = [new Page('S01', start), new Page('S02', start)];
    const put = (page: Page, words: string): void =>
      page.act((state, dispatch) => dispatch(state.tr.insertText(words)));
    for (const page of [one, two])
      page.act((state, dispatch) => dispatch(state.tr.setSelection(TextSelection.create(state.doc, 5))));
    for (const letter of 'abc') {
      put(one, letter);
      put(two, letter.toUpperCase());
      for (const update of one.sent.splice(0)) two.hear(update);
      for (const update of two.sent.splice(0)) one.hear(update);
    }
    expect(runShown(one.state.doc)).toBe(runShown(two.state.doc));
    expect(runShown(one.state.doc)).toMatch(/When(abcABC|ABCabc)/);
  });

  test('characters of two halves are never parted', () => {
    expect(differenceOf('a😀b', 'a😁b')).toEqual({ from: 1, oldTo: 3, nowTo: 3 });
    expect(differenceOf('😀', '😀😀')).toMatchObject({ from: 2 });
    expect(differenceOf('same', 'same')).toBeNull();
  });

  test('places in the editor and in the run lead to each other', () => {
    const run = runOf(['ab', '', 'cde'].map((text) => ({ kind: 'plain', text })));
    const doc = documentOf(run);
    for (let index = 1; index <= run.length; index += 1) expect(indexOf(doc, placeOf(run, index))).toBe(index);
  });
});

type Act = (page: Page, dice: () => number, token: string) => void;
const somewhere = (page: Page, dice: () => number): number => Math.floor(dice() * page.state.doc.content.size);
const ACTS: readonly Act[] = [
  (page, dice, token) => page.type(token, somewhere(page, dice)),
  (page, dice, token) => page.type(token, somewhere(page, dice)),
  (page, dice) =>
    page.act((state, dispatch) => {
      const at = TextSelection.near(state.doc.resolve(somewhere(page, dice)));
      splitBlock(state.apply(state.tr.setSelection(at)), dispatch);
    }),
  // Joins paragraphs and takes words away, among them whole paragraphs.
  (page, dice) =>
    page.act((state, dispatch) => {
      const [one, other] = [somewhere(page, dice), somewhere(page, dice)].toSorted((a, b) => a - b) as [number, number];
      const selection = TextSelection.between(state.doc.resolve(one), state.doc.resolve(Math.min(other, one + 12)));
      if (!selection.empty) dispatch(state.tr.setSelection(selection).deleteSelection());
    }),
  (page, dice) =>
    page.act((state, dispatch) => {
      const at = TextSelection.near(state.doc.resolve(somewhere(page, dice)));
      const kinds = ['plain', 'heading', 'item'] as const;
      setKind(kinds[Math.floor(dice() * 3)] ?? 'plain')(state.apply(state.tr.setSelection(at)), dispatch);
    }),
];

/** Four at work for a while; each hears the others late, in whatever order, or not before the end. */
function session(seed: string, deletes: boolean): { pages: readonly Page[]; typed: readonly string[]; server: Y.Doc } {
  const dice = fractionsFrom(seed);
  const start = begun();
  const pages = ['S01', 'S02', 'S03', 'A01'].map((seat) => new Page(seat, start));
  const server = newDocument();
  Y.applyUpdate(server, start);
  const waiting = pages.map((): Uint8Array[] => []);
  const typed: string[] = [];
  const deliver = (index: number): void => {
    const page = pages[index] as Page;
    const own = page.sent.splice(0);
    if (own.length > 0) {
      const update = Y.mergeUpdates(own);
      expect(takeInto(server, update, page.seat)).toMatchObject({ ok: true });
      waiting.forEach((others, other) => other !== index && others.push(update));
    }
    for (const update of (waiting[index] as Uint8Array[]).splice(0)) page.hear(update);
  };
  for (let round = 0; round < 60; round += 1) {
    const index = Math.floor(dice() * pages.length);
    const acts = deletes ? ACTS : ACTS.filter((_, which) => which !== 3);
    const token = ` w${round}q`;
    const before = runShown((pages[index] as Page).state.doc);
    acts[Math.floor(dice() * acts.length)]?.(pages[index] as Page, dice, token);
    if (!before.includes(token) && runShown((pages[index] as Page).state.doc).includes(token)) typed.push(token);
    // The last of them is offline until the end.
    if (dice() < 0.4) deliver(Math.floor(dice() * (pages.length - 1)));
  }
  for (let again = 0; again < 2; again += 1) pages.forEach((_, index) => deliver(index));
  return { pages, typed, server };
}

const said = (page: Page): string => JSON.stringify(page.state.doc.toJSON());

describe('several editors', () => {
  test('[V47] end with the same words as the server, by the dice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const { pages, server } = session(`converge ${seed}`, true);
        expect(new Set(pages.map(said)).size).toBe(1);
        expect(said(pages[0] as Page)).toBe(JSON.stringify(documentOf(server.getText('text').toString()).toJSON()));
        for (const page of pages) expect(runShown(page.state.doc)).toBe(runOf(paragraphsIn(page.text.toString())));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('[V47] where nobody deletes, every keystroke of everybody is there', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { pages, typed } = session(`keystrokes ${seed}`, false);
      const letters = runShown((pages[0] as Page).state.doc).replaceAll(/\s/g, '');
      const count = (text: string): number => text.split('q').length - 1;
      expect(typed.length).toBeGreaterThan(10);
      expect(count(letters)).toBe(typed.length);
    }
  }, 60_000);

  test.each([
    ['deletes the paragraph', (page: Page) => page.act((state, dispatch) => dispatch(state.tr.delete(6, 28)))],
    ['joins it to the one before', (page: Page) => page.act((state, dispatch) => dispatch(state.tr.join(6)))],
    [
      'makes it a heading',
      (page: Page) =>
        page.act((state, dispatch) => {
          setKind('heading')(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 9))), dispatch);
        }),
    ],
  ] as const)('[V47] what one types stays while another %s', (_what, other) => {
    const start = begun();
    const [one, two] = [new Page('S01', start), new Page('S02', start)];
    one.type('KEPT ', 13);
    other(two);
    for (const update of one.sent.splice(0)) two.hear(update);
    for (const update of two.sent.splice(0)) one.hear(update);
    expect(said(one)).toBe(said(two));
    expect(runShown(one.state.doc)).toContain('KEPT');
  });

  test('a field that somebody has robbed of its first break is still shown and written', () => {
    const page = new Page('S01', begun());
    page.text.delete(0, 1);
    page.type('Still ', 1);
    expect(paragraphsIn(page.text.toString())[0]).toEqual({ kind: 'plain', text: 'Still When' });
  });
});
