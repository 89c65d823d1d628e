import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { asLocale } from '$lib/i18n/locale.ts';
import { getLocale } from '$lib/i18n/compiled/runtime.js';
import { dayAt } from '$lib/i18n/deadline.ts';
import { isPublic } from '$lib/jury/charter/rules.ts';
import { refuse } from '$lib/jury/result.ts';
import { attempt } from '$lib/server/records/attempt.ts';
import { askToFollowStatements, followLetterStatements } from '$lib/server/records/followers.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const address = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());

async function juryHere({ locals: { app }, params }: RequestEvent) {
  const jury = (await app.juries.standing(params['jury'] ?? ''))?.jury;
  if (!jury || !isPublic(jury)) error(404, { message: 'Not Found', code: 'unknown-jury' });
  return jury;
}

export const load: PageServerLoad = async (event) => {
  const { id, charter } = await juryHere(event);
  return { id, title: charter.title, locale: getLocale() };
};

export const actions: Actions = {
  /** [P24] The same words and the same work for every address, whether it follows already or not. */
  default: async (event) => {
    const jury = await juryHere(event);
    const { app, visitor } = event.locals;
    const form = await event.request.formData();
    const typed = String(form.get('email') ?? '').slice(0, 300);
    const email = v.safeParse(address, typed);
    if (!email.success) return fail(400, { refused: refuse('invalid', { field: 'email' }).error, email: typed });
    const from = await app.auth.limits.letterFrom(visitor.ip);
    const to = from.ok ? await app.auth.limits.letterTo(email.output.toLowerCase()) : from;
    if (!to.ok) return fail(429, { refused: to.error, email: typed });
    const locale = asLocale(String(form.get('locale'))) ?? getLocale();
    const now = Date.now();
    const written = await attempt(app.database, [
      ...askToFollowStatements(jury.id, email.output, locale, now),
      ...followLetterStatements(jury.id, email.output, dayAt(now), now),
    ]);
    if (!written.ok) return fail(503, { refused: written.error, email: typed });
    app.post.wake();
    return { asked: true };
  },
};
