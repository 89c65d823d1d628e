/** One field of a shared draft in the page: an editor that shows what the shared text says and writes what is typed into it. */
import { keymap } from 'prosemirror-keymap';
import { Fragment, Slice } from 'prosemirror-model';
import { EditorState, Plugin } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type * as Y from 'yjs';
import type { TextField } from '../../live/draft/document.ts';
import { LONGEST_FIELD } from '../../live/draft/longest-field.ts';
import type { Cursor } from '../../live/draft/messages.ts';
import { read, shown, write } from './binding.ts';
import { blocks, documentOf } from './blocks.ts';
import { cursorIn, drawCursors } from './cursors.ts';
import type { NamedCursor } from './cursors.ts';
import { blockKeys, kindAt, lineKeys } from './keys.ts';
import type { Kind } from '../../live/draft/document.ts';

/** Marks a change as written here; undo takes back these and no others. */
export const WRITTEN_HERE = Symbol('written here');
const FROM_THE_DRAFT = 'from the draft';

export interface FieldOptions {
  readonly field: TextField;
  readonly text: Y.Text;
  readonly oneLine: boolean;
  readonly undo: Y.UndoManager;
  readonly attributes: Readonly<Record<string, string>>;
  readonly writes: () => boolean;
  readonly cursors: () => readonly NamedCursor[];
  readonly onPoint: (cursor: Cursor | null) => void;
  readonly onKind: (kind: Kind) => void;
}

export interface FieldView {
  /** Has a command carried out and the cursor back in the text. */
  run(command: Command): void;
  /** Call when somebody's cursor has moved or the right to write has changed. */
  refresh(): void;
  destroy(): void;
}

export function showField(place: HTMLElement, options: FieldOptions): FieldView {
  const { text, oneLine, undo, field } = options;
  const undoing =
    (act: 'undo' | 'redo'): Command =>
    () => {
      undo[act]();
      return true;
    };
  const keys = keymap({ 'Mod-z': undoing('undo'), 'Mod-y': undoing('redo'), 'Mod-Shift-z': undoing('redo') });
  const withinBounds = new Plugin({
    filterTransaction: (change, state) =>
      change.getMeta(FROM_THE_DRAFT) !== undefined ||
      change.doc.content.size <= Math.max(LONGEST_FIELD, state.doc.content.size),
  });

  const view = new EditorView(place, {
    state: EditorState.create({
      doc: documentOf(shown(text, oneLine).run),
      plugins: [keys, keymap(oneLine ? lineKeys : blockKeys), withinBounds],
    }),
    attributes: options.attributes,
    editable: options.writes,
    decorations: ({ doc }) => drawCursors(text, doc, options.cursors(), oneLine),
    // A line stays a line, whatever is pasted into it.
    ...(oneLine ? { transformPasted: inOneLine } : {}),
    handleDOMEvents: {
      blur: () => {
        options.onPoint(null);
      },
      focus: () => point(),
    },
    dispatchTransaction(change) {
      const state = view.state.apply(change);
      // The draft first, so that the others' cursors are drawn where they are now.
      if (change.docChanged && change.getMeta(FROM_THE_DRAFT) === undefined)
        write(text, state.doc, oneLine, WRITTEN_HERE);
      view.updateState(state);
      options.onKind(kindAt(state));
      if (view.hasFocus()) point();
    },
  });

  function point(): void {
    options.onPoint(cursorIn(text, field, view.state.doc, view.state.selection, oneLine));
  }

  const follow = (_event: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin === WRITTEN_HERE) return;
    const change = read(view.state, text, oneLine);
    if (change) view.dispatch(change.setMeta(FROM_THE_DRAFT, true));
  };
  text.observe(follow);

  return {
    run(command) {
      command(view.state, view.dispatch.bind(view), view);
      view.focus();
    },
    refresh: () => view.dispatch(view.state.tr.setMeta(FROM_THE_DRAFT, true)),
    destroy() {
      text.unobserve(follow);
      view.destroy();
    },
  };
}

const inOneLine = (pasted: Slice): Slice => {
  const words = pasted.content.textBetween(0, pasted.content.size, ' ').trim();
  return words === '' ? Slice.empty : new Slice(Fragment.from(blocks.text(words)), 0, 0);
};
