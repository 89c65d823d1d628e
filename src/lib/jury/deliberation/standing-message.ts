import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Message } from './room.ts';

/** [D10] A message to the room that is there and was not hidden. */
export function standingMessage({ jury }: Asked, id: string): Result<Message> {
  const message = jury.room.messages.find((one) => one.id === id);
  if (!message) return refuse('unknown-message');
  return message.hidden ? refuse('already-hidden') : ok(message);
}
