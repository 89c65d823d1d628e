/** What the keys and buttons of the editor do. */
import { baseKeymap, chainCommands, deleteSelection, joinBackward, selectNodeBackward } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import type { Kind } from '../../live/draft/document.ts';

/** Makes all blocks in the selection of this kind. */
export function setKind(kind: Kind): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const change = state.tr;
    state.doc.nodesBetween(from, to, (block, at) => {
      if (block.isTextblock && block.attrs['kind'] !== kind) change.setNodeMarkup(at, null, { kind });
      return false;
    });
    if (!change.docChanged) return false;
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

/** Which kind the block of the cursor is. */
export const kindAt = (state: Parameters<Command>[0]): Kind => state.selection.$from.parent.attrs['kind'] as Kind;

/** A new block after the cursor: of a list goes on the list, of anything else comes plain text. An empty item ends its list. */
export const splitBlock: Command = (state, dispatch) => {
  const kind = kindAt(state);
  if (kind === 'item' && state.selection.$from.parent.content.size === 0) return setKind('plain')(state, dispatch);
  const change = state.tr;
  if (!state.selection.empty) change.deleteSelection();
  const at = change.selection.from;
  const attrs = { kind: kind === 'item' ? kind : 'plain' };
  change.split(at, 1, [{ type: change.doc.resolve(at).parent.type, attrs }]);
  change.setSelection(TextSelection.create(change.doc, change.mapping.slice(change.steps.length - 1).map(at)));
  dispatch?.(change.scrollIntoView());
  return true;
};

/** At the beginning of a heading or an item, it first becomes plain text. */
const plainFirst: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 && kindAt(state) !== 'plain' && setKind('plain')(state, dispatch);
};

export const blockKeys: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: splitBlock,
  'Shift-Enter': splitBlock,
  Backspace: chainCommands(deleteSelection, plainFirst, joinBackward, selectNodeBackward),
};

/** In a field of one line Enter does nothing. */
export const lineKeys: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: () => true,
  'Shift-Enter': () => true,
};
