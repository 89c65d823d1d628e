/** What the server takes from the wire. Pages do not load this: they send what their forms say, and no phone fetches the shape of every command. */
import * as v from 'valibot';
import { commandSchema } from '../jury/commands.ts';
import { id } from '../jury/fields.ts';
import { COMMAND_ID } from '../jury/limits.ts';

export const joinMessage = v.object({
  jury: id,
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

export const actMessage = v.object({ jury: id, id: v.pipe(v.string(), v.regex(COMMAND_ID)), command: commandSchema });
