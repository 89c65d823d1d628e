import type { Asked, Rules } from '../../context.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { HelpCommand } from './commands.ts';
import { isTaskOf } from './help.ts';
import type { HelpRequest } from './help.ts';

export const helpRules: Rules<HelpCommand['type']> = {
  'request-help': ({ topic, text }, { actor, now, seal }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const words = seal(text);
    // Not a number: from numbers one could tell how many others needed help.
    const request = `C${words.sha256.slice(0, 16)}`;
    return ok([{ type: 'help-requested', request, seat: actor.id, topic, at: now, text: words }]);
  },

  'read-request': ({ request: id }, asked) => {
    const request = requestFor(asked, id);
    if (!request.ok) return request;
    const { seat, topic, state } = request.value;
    return state === 'new' ? ok([{ type: 'request-read', request: id, seat, topic }]) : refuse('already-read');
  },

  'resolve-request': ({ request: id, reply }, asked) => {
    const request = requestFor(asked, id);
    if (!request.ok) return request;
    const { seat, topic } = request.value;
    return ok([{ type: 'request-resolved', request: id, seat, topic, reply: asked.seal(reply) }]);
  },
};

/** [D46] An open request that is the task of whoever acts; of any other they do not learn that it exists. */
function requestFor({ jury, role }: Asked, id: string): Result<HelpRequest> {
  const request = jury.help.find((one) => one.id === id && isTaskOf(role, one.topic));
  if (!request) return refuse('unknown-request');
  return request.state === 'resolved' ? refuse('already-resolved') : ok(request);
}
