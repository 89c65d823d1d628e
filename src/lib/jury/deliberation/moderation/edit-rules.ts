/** The author of words is asked, in private and by a published rule, to change them themselves. */
import type { Asked, Rules } from '../../context.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { JuryEvent } from '../../state.ts';
import type { Speaker } from '../room.ts';
import { standingMessage } from '../standing-message.ts';
import { logged } from './log-action.ts';
import { openEditRequest } from './moderation.ts';
import type { EditOutcome } from './moderation.ts';

export const editRules: Rules<'request-edit' | 'drop-edit-request' | 'keep-words'> = {
  'request-edit': ({ message, rule }, asked) => {
    const found = standingAnywhere(asked, message);
    if (!found.ok) return found;
    const { by } = found.value;
    if (by === 'facilitator') return refuse('own-message');
    if (openEditRequest(asked.jury.moderation, message)) return refuse('edit-already-asked');
    return ok([logged(asked, 'request-edit', { seat: by, message, rule })]);
  },

  'drop-edit-request': ({ message }, asked) => {
    const closed = editClosed(asked, message, 'dropped');
    return closed.length > 0 ? ok(closed) : refuse('edit-not-asked');
  },

  'keep-words': ({ message }, asked) => {
    const { actor, jury } = asked;
    const asks = actor.kind === 'seat' && openEditRequest(jury.moderation, message)?.seat === actor.id;
    // Whether others were asked is not for anybody else to find out.
    return asks ? ok(editClosed(asked, message, 'kept')) : refuse('edit-not-asked');
  },
};

/** [D137] The end of the request to change these words; nothing where none is open. */
export function editClosed({ jury, now }: Asked, message: string, outcome: EditOutcome): readonly JuryEvent[] {
  const request = openEditRequest(jury.moderation, message);
  if (request?.seat === undefined) return [];
  return [{ type: 'edit-request-closed', action: request.id, seat: request.seat, at: now, outcome }];
}

/** Words that stand, said to the room or at a table. */
function standingAnywhere(asked: Asked, id: string): Result<{ readonly by: Speaker }> {
  const atTable = asked.jury.tables.talk.find((one) => one.id === id);
  if (!atTable) return standingMessage(asked, id);
  return atTable.hidden ? refuse('already-hidden') : ok(atTable);
}
