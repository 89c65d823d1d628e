import { fail, redirect } from '@sveltejs/kit';
import { holderOf } from '$lib/server/auth/auth.ts';
import { SHORTEST_PASSWORD } from '$lib/server/auth/passwords.ts';
import { homeOf, setCookie } from '../let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { principal } }) => {
  if (!principal) redirect(303, '/sign-in?to=/account');
  return { person: principal, home: homeOf(principal), shortest: SHORTEST_PASSWORD };
};

export const actions: Actions = {
  password: async ({ request, cookies, locals }) => {
    const { app, principal, visitor } = locals;
    if (principal?.kind !== 'account') redirect(303, '/sign-in?to=/account');
    const form = await request.formData();
    if (principal.hasPassword) {
      // Signing in anew is how the current password is checked, under the same limits.
      const again = await app.auth.signIn(principal.email, String(form.get('current') ?? ''), visitor);
      if (!again.ok) return fail(400, { refused: again.error, wrong: again.error.code === 'sign-in-failed' });
      setCookie(cookies, again.value.cookie);
    }
    const set = await app.auth.setPassword(principal.id, String(form.get('password') ?? ''), visitor);
    if (!set.ok) return fail(400, { refused: set.error, wrong: false });
    setCookie(cookies, set.value.cookie);
    if (!principal.hasPassword) redirect(303, homeOf(principal));
    return { saved: true };
  },

  everywhere: async ({ cookies, locals: { app, principal, visitor } }) => {
    if (!principal) redirect(303, '/sign-in');
    const ended = await app.auth.signOutEverywhere(holderOf(principal));
    if (!ended.ok) return fail(503, { refused: ended.error, wrong: false });
    setCookie(cookies, await app.auth.signOut(visitor.token));
    redirect(303, '/');
  },
};
