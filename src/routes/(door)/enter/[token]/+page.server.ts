import { fail, redirect } from '@sveltejs/kit';
import type { Refusal } from '$lib/jury/result.ts';
import { SHORTEST_PASSWORD } from '$lib/server/auth/passwords.ts';
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
    return { home, link: null, spent: spent ?? null, shortest: SHORTEST_PASSWORD };
  }
  const { kind, jury, expiresAt, needsPassword } = link.value;
  const title = jury === null ? null : ((await app.juries.standing(jury))?.jury.charter.title ?? null);
  return { home, link: { kind, title, expiresAt, needsPassword }, spent: null, shortest: SHORTEST_PASSWORD };
};

export const actions: Actions = {
  default: async ({ params, request, cookies, locals: { app, visitor } }) => {
    const link = await app.auth.peekLink(params.token);
    const password = String((await request.formData()).get('password') ?? '');
    // Refused before the link is used up, so that it can be tried again.
    if (link.ok && (link.value.needsPassword || password !== '') && [...password].length < SHORTEST_PASSWORD) {
      return refused({ code: 'password-too-short', params: { min: SHORTEST_PASSWORD } });
    }
    const entered = await app.auth.enterByLink(params.token, visitor);
    // Why the link is no good is told by the page itself, which looks again.
    if (!entered.ok) return refused(entered.error);
    const { principal, cookie } = entered.value;
    setCookie(cookies, cookie);
    if (principal.kind === 'account' && password !== '') {
      const set = await app.auth.setPassword(principal.id, password, visitor);
      if (!set.ok) return refused(set.error);
      setCookie(cookies, set.value.cookie);
    }
    redirect(303, homeOf(principal));
  },
};

const refused = (refusal: Refusal) => fail(refusal.code === 'too-many-attempts' ? 429 : 400, { refused: refusal });
