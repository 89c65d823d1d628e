/** Answers, while targets are being edited, whether a panel could meet them as they stand in the form. */
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { commandSchema } from '$lib/jury/commands.ts';
import { holderOf } from '$lib/server/auth/auth.ts';
import { fieldsOf, nest } from '$lib/server/form-fields.ts';
import { organisedBy } from '$lib/server/organised.ts';
import { checkFeasibility } from '$lib/server/selection.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const jury = await organisedBy(event);
  const { app, principal } = event.locals;
  if (!jury.ok || !principal) return json({ feasibility: null }, { status: 403 });
  const allowed = await app.auth.limits.commandBy(JSON.stringify(holderOf(principal)));
  if (!allowed.ok) return json({ feasibility: null }, { status: 429 });
  const parsed = v.safeParse(commandSchema, nest(fieldsOf(await event.request.formData())));
  if (!parsed.success || parsed.output.type !== 'set-targets') return json({ feasibility: null }, { status: 400 });
  const { targets, oneAHousehold = false } = parsed.output;
  const selection = { ...jury.value.selection, targets, oneAHousehold };
  return json({ feasibility: await checkFeasibility(event, { ...jury.value, selection }) });
};
