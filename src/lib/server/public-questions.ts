/** The one thing that anyone may send to a jury without an account. */
import type { RequestEvent } from '@sveltejs/kit';
import { ok } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import { PUBLIC } from '../jury/terms.ts';
import { readCommand } from './pages.ts';

/**
 * Puts the question in a form into the jury's box, as one of the public whoever may be signed in. [E47] Only as many from one address as
 * `questionFrom` lets through; what has the wrong shape is not counted.
 */
export async function sendPublicQuestion(event: RequestEvent, form: FormData): Promise<Result<null>> {
  const { app, visitor } = event.locals;
  const read = readCommand(form, ['send-public-question']);
  if (!read.ok) return read;
  const allowed = await app.auth.limits.questionFrom(visitor.ip);
  if (!allowed.ok) return allowed;
  const done = await app.commands.run({ jury: event.params['jury'] ?? '', actor: PUBLIC, ...read.value });
  return done.ok ? ok(null) : done;
}
