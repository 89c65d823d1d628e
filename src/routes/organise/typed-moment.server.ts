import type { RequestEvent } from '@sveltejs/kit';
import { timeZone } from '$lib/i18n/time-zone.ts';
import type { CommandType } from '$lib/jury/commands.ts';
import { submitForm } from '$lib/server/pages.ts';
import { instantOf } from './[jury]/programme/local-time.ts';
import { withWrongFields } from './field-problems.server.ts';

/** Sends a form with a moment in it that was typed by the clock on the wall. */
export async function submitMoment(event: RequestEvent, field: string, only: readonly CommandType[]) {
  const form = await event.request.formData();
  const typed = String(form.get(field) ?? '');
  const at = instantOf(typed, timeZone());
  // What cannot be read stays as it was typed and is refused by its shape.
  if (at !== null) form.set(field, new Date(at).toISOString().slice(0, 16));
  const result = withWrongFields(await submitForm(event, form, { only }));
  if ('data' in result && typed !== '') Object.assign(result.data.values, { [field]: typed });
  return result;
}
