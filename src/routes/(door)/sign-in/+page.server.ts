import { fail, redirect } from '@sveltejs/kit';
import { withinSite } from '$lib/server/http/within-site.ts';
import { homeOf, setCookie } from '../let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { principal } }) => {
  const asked = url.searchParams.get('to');
  if (principal && asked === null) redirect(303, homeOf(principal));
  return { asked: withinSite(asked, '') !== '' };
};

export const actions: Actions = {
  default: async ({ request, url, cookies, locals: { app, visitor } }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const signedIn = await app.auth.signIn(email, String(form.get('password') ?? ''), visitor);
    // The password is never sent back.
    if (!signedIn.ok)
      return fail(signedIn.error.code === 'too-many-attempts' ? 429 : 400, { refused: signedIn.error, email });
    setCookie(cookies, signedIn.value.cookie);
    redirect(303, withinSite(url.searchParams.get('to'), homeOf(signedIn.value.principal)));
  },
};
