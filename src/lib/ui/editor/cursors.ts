/** Where the others' cursors stand in one field. Drawn only; a screen reader is told who writes, not where every cursor goes. */
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import * as Y from 'yjs';
import { fromBase64, toBase64 } from '../../live/draft/messages.ts';
import type { Cursor, OthersCursor } from '../../live/draft/messages.ts';
import type { TextField } from '../../live/draft/document.ts';
import { shown } from './binding.ts';
import { indexOf, placeOf } from './blocks.ts';

/** As many colours as `words.css` has. */
const COLOURS = 6;

export interface NamedCursor extends OthersCursor {
  readonly name: string;
}

/** Own cursor as the others are told of it. */
export function cursorIn(
  text: Y.Text,
  field: TextField,
  doc: Node,
  { anchor, head }: { readonly anchor: number; readonly head: number },
  oneLine: boolean,
): Cursor {
  const { thought } = shown(text, oneLine);
  const at = (place: number): string => {
    const index = Math.min(text.length, Math.max(0, indexOf(doc, place) - thought));
    return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index)));
  };
  return { field, anchor: at(anchor), head: at(head) };
}

export function drawCursors(text: Y.Text, doc: Node, cursors: readonly NamedCursor[], oneLine: boolean): DecorationSet {
  const { run, thought } = shown(text, oneLine);
  const placeIn = (position: string): number | null => {
    const index = indexIn(text, position);
    return index === null ? null : Math.min(placeOf(run, Math.max(1, index + thought)), doc.content.size - 1);
  };
  const drawn = cursors.flatMap(({ cursor, seat, name, page }) => {
    const head = cursor && placeIn(cursor.head);
    const anchor = cursor && placeIn(cursor.anchor);
    if (head === null || anchor === null) return [];
    const colour = `other-${[...seat].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS}`;
    // Drawn anew wherever it goes: on which side the name has room turns on the place.
    const mark = Decoration.widget(head, () => caret(name, colour), { key: `${page} ${name} ${head}`, side: 10 });
    if (head === anchor) return [mark];
    const [from, to] = [Math.min(head, anchor), Math.max(head, anchor)];
    return [Decoration.inline(from, to, { class: `chosen ${colour}` }), mark];
  });
  return DecorationSet.create(doc, drawn);
}

/** The letter before which a position stands; null where it stands in no letter of this field. */
function indexIn(text: Y.Text, position: string): number | null {
  try {
    const relative = Y.decodeRelativePosition(fromBase64(position));
    const absolute = text.doc && Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return absolute && absolute.type === text ? absolute.index : null;
  } catch (error) {
    // Bytes that are no position: whoever sent them has no cursor here.
    if (error instanceof Error) return null;
    throw error;
  }
}

function caret(name: string, colour: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `caret ${colour}`;
  mark.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.textContent = name;
  mark.append(label);
  requestAnimationFrame(() => {
    const edge = mark.parentElement?.closest('.words')?.getBoundingClientRect().right ?? Infinity;
    label.classList.toggle('before', label.getBoundingClientRect().right > edge);
  });
  return mark;
}
