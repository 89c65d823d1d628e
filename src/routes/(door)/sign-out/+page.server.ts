import { redirect } from '@sveltejs/kit';
import { setCookie } from '../let-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { principal } }) => ({ signedIn: principal !== null });

export const actions: Actions = {
  default: async ({ cookies, setHeaders, locals: { app, visitor } }) => {
    setCookie(cookies, await app.auth.signOut(visitor.token));
    // Whoever signs out leaves nothing behind: no draft, no copy of a page.
    setHeaders({ 'clear-site-data': '"storage"' });
    redirect(303, '/');
  },
};
