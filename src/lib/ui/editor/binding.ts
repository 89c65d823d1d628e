/**
 * Between the editor and the shared document, both ways, by the smallest stretch that differs. Whatever happens, the editor afterwards shows
 * what the document says: a change that cannot be made piecemeal is made as a whole.
 */
import { Fragment, Slice } from 'prosemirror-model';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorState, Transaction } from 'prosemirror-state';
import type * as Y from 'yjs';
import { ANY_MARK, MARKS, paragraphsIn, runOf } from '../../live/draft/document.ts';
import { blockOf, blocks, differenceOf, documentOf, placeOf, runShown } from './blocks.ts';

/** A shared text as the editor shows it, and how many letters of that are only thought. */
export interface Shown {
  /** Begins with a mark. */
  readonly run: string;
  readonly thought: 0 | 1;
}

/** A field of one line has no paragraphs, in whatever way they came into it. */
export function shown(text: Y.Text, oneLine: boolean): Shown {
  const run = text.toString();
  if (oneLine) return { run: MARKS.plain + run.replaceAll(ANY_MARK, ' '), thought: 1 };
  const marked = run.slice(0, 1).match(ANY_MARK) !== null;
  return marked ? { run, thought: 0 } : { run: MARKS.plain + run, thought: 1 };
}

/** Makes the shared text say what the editor says. `origin` marks the change as made here. */
export function write(text: Y.Text, doc: Node, oneLine: boolean, origin: unknown): void {
  const { run, thought } = shown(text, oneLine);
  const now = runShown(doc);
  const difference = differenceOf(run, now);
  if (!difference) return;
  const { from, oldTo, nowTo } = difference;
  // A mark that is only thought cannot be taken out.
  const [start, end] = [Math.max(0, from - thought), Math.max(0, oldTo - thought)];
  text.doc?.transact(() => {
    if (nowTo > from) text.insert(start, now.slice(from, nowTo));
    if (end > start) text.delete(start + nowTo - from, end - start);
  }, origin);
}

/** What brings the editor to what the shared text says; null when it says so already. */
export function read(state: EditorState, text: Y.Text, oneLine: boolean): Transaction | null {
  const { run } = shown(text, oneLine);
  const old = runShown(state.doc);
  const difference = differenceOf(old, run);
  if (!difference) return null;
  const change = state.tr.setMeta('addToHistory', false);
  const { from, oldTo, nowTo } = difference;
  // The very first mark is always there: only its kind can differ.
  const [start, end] = [Math.max(1, from), Math.max(1, oldTo)];
  replace(change, placeOf(old, start), placeOf(old, end), run.slice(start, Math.max(1, nowTo)));
  const now = paragraphsIn(run);
  now.forEach(({ kind }, index) => {
    const block = change.doc.maybeChild(index);
    if (!block || block.attrs['kind'] === kind) return;
    const at = change.doc.children.slice(0, index).reduce((sum, one) => sum + one.nodeSize, 0);
    change.setNodeMarkup(at, null, { kind });
  });
  const wanted = documentOf(runOf(now));
  if (!change.doc.eq(wanted)) change.replaceWith(0, change.doc.content.size, wanted.content);
  // Whoever types stays behind the own last letter, also when another types in the same place.
  const at = (place: number): ResolvedPos => change.doc.resolve(change.mapping.map(place, -1));
  return change.setSelection(TextSelection.between(at(state.selection.anchor), at(state.selection.head)));
}

function replace(change: Transaction, from: number, to: number, run: string): void {
  const pieces = run.split(ANY_MARK);
  if (pieces.length > 1) {
    const between = pieces.map((text) => blockOf({ kind: 'plain', text }));
    change.replace(from, to, new Slice(Fragment.from(between), 1, 1));
  } else {
    if (to > from) change.delete(from, to);
    if (run !== '') change.insert(from, blocks.text(run));
  }
}
