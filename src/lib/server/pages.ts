/** What pages and forms need: the jury as the visitor may see it, and one way to turn a form into a command. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { commandSchema } from '../jury/commands.ts';
import type { Command, CommandType } from '../jury/commands.ts';

import { publicRecord } from '../jury/publication/record.ts';
import { refuse } from '../jury/result.ts';
import type { Refusal, Result } from '../jury/result.ts';
import type { Role } from '../jury/terms.ts';
import { viewJury, viewerOf } from '../jury/view.ts';
import { newCommandId } from '../live/outbox.ts';
import { actorIn } from './actors.ts';
import { holderOf } from './auth/auth.ts';
import type { Done, Request } from './commands.ts';
import { fieldsOf, nest } from './form-fields.ts';

/** A jury for a signed-in person. `jury` and `actor` stay on the server; everything else may go to the page. */
export async function openJury(event: RequestEvent, roles: readonly Role[]) {
  const { app, principal } = event.locals;
  const standing = await app.juries.standing(event.params['jury'] ?? '');
  if (!standing) error(404, { message: 'Not Found', code: 'unknown-jury' });
  if (!principal) redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname)}`);
  const { jury, seq } = standing;
  const actor = actorIn(jury.id, principal);
  const viewer = viewerOf(jury, actor);
  if (!roles.includes(viewer.role)) error(403, { message: 'Forbidden', code: 'not-allowed' });
  const names = await app.names.seenBy(jury, viewer);
  return {
    jury,
    actor,
    seq,
    viewer,
    role: viewer.role,
    seat: viewer.seat,
    view: viewJury(jury, viewer),
    names,
    serverNow: Date.now(),
  };
}

/** The public record of a jury, or 404. `version` changes with everything that can change on a public page. */
export async function publicJury(event: RequestEvent) {
  const { app } = event.locals;
  const standing = await app.juries.standing(event.params['jury'] ?? '');
  const names = standing ? await app.names.ofWitnesses(standing.jury) : {};
  const record = standing && publicRecord(standing.jury, names);
  if (!standing || !record) error(404, { message: 'Not Found', code: 'unknown-jury' });
  return { record, version: `${standing.jury.id}-${standing.seq}` };
}

export interface Submitted {
  readonly done: true;
  readonly type: CommandType;
  readonly seq: number;
}

/** What a page gets back of a form that was refused: why, and all that was typed. */
export interface RefusedForm {
  readonly refused: Refusal;
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface SubmitOptions {
  /** The commands that this page sends. */
  readonly only?: readonly CommandType[];
}

/** Carries out the command in a form as whoever sent it. */
export async function submit(
  event: RequestEvent,
  options: SubmitOptions = {},
): Promise<Submitted | ActionFailure<RefusedForm>> {
  return submitForm(event, await event.request.formData(), options);
}

export async function submitForm(
  event: RequestEvent,
  form: FormData,
  options: SubmitOptions = {},
): Promise<Submitted | ActionFailure<RefusedForm>> {
  const parsed = readCommand(form, options.only);
  const done = parsed.ok ? await runAs(event, parsed.value) : parsed;
  if (!done.ok) return refusedForm(form, done.error);
  return { done: true, type: done.value.type, seq: done.value.seq };
}

export function refusedForm(form: FormData, refusal: Refusal): ActionFailure<RefusedForm> {
  return fail(statusOf(refusal), { refused: refusal, type: String(form.get('type') ?? ''), values: fieldsOf(form) });
}

/** Runs a command that has been read from a form already, under the rate limit of whoever sent it. */
export async function runAs(
  event: RequestEvent,
  { id, command }: { readonly id: string; readonly command: Command },
  alongside?: Request['alongside'],
): Promise<Result<Done & { type: CommandType }>> {
  const { app, principal } = event.locals;
  if (!principal) return refuse('sign-in-needed');
  const allowed = await app.auth.limits.commandBy(JSON.stringify(holderOf(principal)));
  if (!allowed.ok) return allowed;
  const jury = event.params['jury'] ?? '';
  const actor = actorIn(jury, principal);
  const done = await app.commands.run({ jury, actor, id, command, ...(alongside ? { alongside } : {}) });
  return done.ok ? { ok: true, value: { ...done.value, type: command.type } } : done;
}

/** The command in a form, checked for shape. A form without an id is a new act. */
export function readCommand(
  form: FormData,
  only?: readonly CommandType[],
): Result<{ readonly id: string; readonly command: Command }> {
  const { id, ...fields } = fieldsOf(form);
  const parsed = v.safeParse(commandSchema, nest(fields));
  if (!parsed.success) return refuse('invalid', { field: v.getDotPath(parsed.issues[0]) ?? 'type' });
  if (only && !only.includes(parsed.output.type)) return refuse('invalid', { field: 'type' });
  return {
    ok: true,
    value: { id: id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : newCommandId(), command: parsed.output },
  };
}

/** The status with which a refusal is answered. */
export function statusOf({ code }: Refusal): number {
  switch (code) {
    case 'not-allowed':
    case 'sign-in-needed':
    case 'origin-refused':
      return 403;
    case 'too-many-attempts':
      return 429;
    case 'too-large':
      return 413;
    case 'read-only':
      return 503;
    case 'internal':
      return 500;
    case 'invalid':
      return 400;
    default:
      return 409;
  }
}
