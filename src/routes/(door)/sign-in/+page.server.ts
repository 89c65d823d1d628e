import { fail, redirect } from '@sveltejs/kit';
import { accountByEmail } from '$lib/server/records/accounts.ts';
import { attempt } from '$lib/server/records/attempt.ts';
import { letterStatements } from '$lib/server/records/mail.ts';
import { withinSite } from '$lib/server/http/within-site.ts';
import { homeOf, setCookie } from '../let-in.ts';
import type { Actions, PageServerLoad } from './$types';

const LETTER_EVERY_MS = 10 * 60_000;

export const load: PageServerLoad = ({ url, locals: { app, principal } }) => {
  const asked = url.searchParams.get('to');
  if (principal && asked === null) redirect(303, homeOf(principal));
  return { asked: withinSite(asked, '') !== '', byMail: app.config.mail.to !== 'nobody' };
};

export const actions: Actions = {
  password: async ({ request, url, cookies, locals: { app, visitor } }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const signedIn = await app.auth.signIn(email, String(form.get('password') ?? ''), visitor);
    // The password is never sent back.
    if (!signedIn.ok)
      return fail(signedIn.error.code === 'too-many-attempts' ? 429 : 400, { refused: signedIn.error, email });
    setCookie(cookies, signedIn.value.cookie);
    redirect(303, withinSite(url.searchParams.get('to'), homeOf(signedIn.value.principal)));
  },
  /** The same answer whether or not there is an account. A letter comes at most every ten minutes, whoever asks. */
  letter: async ({ request, locals: { app, visitor } }) => {
    const email = String((await request.formData()).get('email') ?? '')
      .trim()
      .slice(0, 254);
    const from = await app.auth.limits.letterFrom(visitor.ip);
    const to = from.ok ? await app.auth.limits.letterTo(email.toLowerCase()) : from;
    if (!to.ok) return fail(429, { unsent: to.error, email });
    const account = await accountByEmail(app.database, email);
    const now = Date.now();
    if (account?.disabledAt === null) {
      const reason = `sign-in/${Math.floor(now / LETTER_EVERY_MS)}`;
      const letter = { recipient: `account:${account.id}`, jury: null, letter: { kind: 'sign-in' }, reason } as const;
      const written = await attempt(app.database, letterStatements(letter, now));
      if (!written.ok) return fail(503, { unsent: written.error, email });
      app.post.wake();
    }
    return { letter: true };
  },
};
