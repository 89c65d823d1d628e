/** The editor's own view of a field: blocks of plain text, nothing else. One type of block, so that a change of kind never replaces words. */
import { Schema } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { ANY_MARK, paragraphsIn, runOf } from '../../live/draft/document.ts';
import type { Kind, Paragraph } from '../../live/draft/document.ts';

export const blocks = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      attrs: { kind: { default: 'plain' } },
      defining: true,
      parseDOM: [
        { tag: 'h1,h2,h3,h4,h5,h6', attrs: { kind: 'heading' } },
        { tag: 'li,p.item', attrs: { kind: 'item' } },
        { tag: 'p' },
        { tag: 'div' },
      ],
      toDOM: ({ attrs }) => (attrs['kind'] === 'heading' ? ['h2', 0] : ['p', itemMark(attrs['kind'] as Kind), 0]),
    },
    text: {},
  },
});

const itemMark = (kind: Kind): Record<string, string> => (kind === 'item' ? { class: 'item' } : {});

export const blockOf = ({ kind, text }: Paragraph): Node =>
  blocks.node('block', { kind }, text === '' ? [] : [blocks.text(text)]);

/** The editor's document for a run. */
export const documentOf = (run: string): Node => blocks.node('doc', null, paragraphsIn(run).map(blockOf));

/** The run that the editor shows; it begins with a mark. */
export const runShown = (doc: Node): string =>
  runOf(
    doc.children.map((block) => ({
      kind: block.attrs['kind'] as Kind,
      // A mark within a block would be taken for the beginning of another.
      text: block.textContent.replaceAll(ANY_MARK, ' '),
    })),
  );

/** The place in the editor's document of what comes before this letter of the run; the run begins with a mark. */
export const placeOf = (run: string, index: number): number =>
  index + [...run.slice(0, index).matchAll(ANY_MARK)].length - 1;

/** The other way round. */
export function indexOf(doc: Node, place: number): number {
  const within = Math.min(place, doc.content.size);
  return within - doc.resolve(within).index(0);
}

/** The smallest stretch in which two runs differ. Whole characters only: half of one is none. */
export function differenceOf(
  old: string,
  now: string,
): { readonly from: number; readonly oldTo: number; readonly nowTo: number } | null {
  if (old === now) return null;
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from += 1;
  if (isHalf(old, from) || isHalf(now, from)) from -= 1;
  let end = 0;
  while (end < shorter - from && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (isHalf(old, old.length - end) || isHalf(now, now.length - end)) end -= 1;
  return { from, oldTo: old.length - end, nowTo: now.length - end };
}

/** Whether a cut here would part the two halves of one character. */
const isHalf = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
