import { fail, redirect } from '@sveltejs/kit';
import { tokenHash } from '$lib/server/auth/tokens.ts';
import { spentLink } from '$lib/server/records/spent-links.ts';
import { homeOf, setCookie } from '../../let-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looks only: a mail scanner or a preview that follows the link must not use it up. */
export const load: PageServerLoad = async ({ params, setHeaders, locals: { app, principal } }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const home = principal && homeOf(principal);
  const link = await app.auth.peekLink(params.token);
  if (!link.ok) {
    const spent = await spentLink(app.database, tokenHash(params.token), Date.now());
    return { home, link: null, spent: spent ?? null };
  }
  const { kind, jury, expiresAt } = link.value;
  const title = jury === null ? null : ((await app.juries.standing(jury))?.jury.charter.title ?? null);
  return { home, link: { kind, title, expiresAt }, spent: null };
};

export const actions: Actions = {
  default: async ({ params, cookies, locals: { app, visitor } }) => {
    const entered = await app.auth.enterByLink(params.token, visitor);
    // Why the link is no good is told by the page itself, which looks again.
    if (!entered.ok) return fail(entered.error.code === 'too-many-attempts' ? 429 : 400, { refused: entered.error });
    const { principal, cookie } = entered.value;
    setCookie(cookies, cookie);
    redirect(303, principal.kind === 'account' ? '/account?welcome' : homeOf(principal));
  },
};
