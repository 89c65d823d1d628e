import type { RequestEvent } from '@sveltejs/kit';
import { timeZone } from '$lib/i18n/time-zone.ts';
import type { CommandType } from '$lib/jury/commands.ts';
import type { Jury } from '$lib/jury/state.ts';
import { allDecided } from '$lib/jury/verdict/ballot-keeping-rules.ts';
import { submitForm } from '$lib/server/pages.ts';
import { withWrongFields } from '../../organise/field-problems.server.ts';
import { instantOf } from '../../organise/[jury]/programme/local-time.ts';

/** Until when statements are written, and whether that can be said now ([V51]). */
export const deadlineOf = (jury: Jury) => ({
  until: jury.verdict.statementsUntil,
  usual: jury.verdict.statementsUsual ?? false,
  may: jury.charter.stage === 'voting' && !jury.verdict.release && allDecided({ jury }).ok,
  zone: timeZone(),
});

/** Sets the end of statements. */
export const submitDeadline = (event: RequestEvent) => submitMoment(event, 'until', ['set-statement-deadline']);

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
