import type { RequestEvent } from '@sveltejs/kit';
import { timeZone } from '$lib/i18n/time-zone.ts';
import type { Jury } from '$lib/jury/state.ts';
import { allDecided } from '$lib/jury/verdict/ballot-keeping-rules.ts';
import { submitForm } from '$lib/server/pages.ts';
import { withWrongFields } from '../../organise/field-problems.server.ts';
import { instantOf } from '../../organise/[jury]/programme/local-time.ts';

/** Until when statements are written, and whether that can be said now ([V51]). */
export const deadlineOf = (jury: Jury) => ({
  until: jury.verdict.statementsUntil,
  may: jury.charter.stage === 'voting' && !jury.verdict.release && allDecided({ jury }).ok,
  zone: timeZone(),
});

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
