import type { RequestEvent } from '@sveltejs/kit';
import { timeZone } from '$lib/i18n/time-zone.ts';
import { submitForm } from '$lib/server/pages.ts';
import { withWrongFields } from '../../organise/field-problems.server.ts';
import { instantOf } from '../../organise/[jury]/programme/local-time.ts';

/** Sets the end of statements, typed by the clock on the wall. */
export async function submitDeadline(event: RequestEvent) {
  const form = await event.request.formData();
  const typed = String(form.get('until') ?? '');
  const at = instantOf(typed, timeZone());
  // What cannot be read stays as it was typed and is refused by its shape.
  if (at !== null) form.set('until', new Date(at).toISOString().slice(0, 16));
  const result = withWrongFields(await submitForm(event, form, { only: ['set-statement-deadline'] }));
  if ('data' in result) Object.assign(result.data.values, { until: typed });
  return result;
}
