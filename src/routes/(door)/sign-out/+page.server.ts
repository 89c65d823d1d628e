import { redirect } from '@sveltejs/kit';
import { setCookie } from '../let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { principal } }) => ({ signedIn: principal !== null });

export const actions: Actions = {
  default: async ({ cookies, locals: { app, visitor } }) => {
    setCookie(cookies, await app.auth.signOut(visitor.token));
    redirect(303, '/');
  },
};
