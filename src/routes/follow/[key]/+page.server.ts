import { fail } from '@sveltejs/kit';
import type { Result } from '$lib/jury/result.ts';
import { attempt } from '$lib/server/records/attempt.ts';
import { confirmFollowerStatements, followerBy, leave } from '$lib/server/records/followers.ts';
import type { Actions, PageServerLoad } from './$types';

/** [P25] Looking changes nothing: mail programs open links by themselves. Whoever has the key acts by a press. */
export const load: PageServerLoad = async ({ locals: { app }, params, setHeaders }) => {
  setHeaders({ 'Cache-Control': 'no-store' });
  const follower = await followerBy(app.database, 'key', params.key);
  const jury = follower && (await app.juries.standing(follower.jury))?.jury;
  if (!follower || !jury) return { found: null };
  const { email, confirmedAt } = follower;
  return { found: { email, confirmed: confirmedAt !== null, jury: jury.id, title: jury.charter.title } };
};

const acted = (written: Result<unknown>, type: 'confirm' | 'leave') =>
  written.ok ? { type, done: true } : fail(503, { type, refused: written.error });

export const actions: Actions = {
  confirm: async ({ locals: { app }, params }) =>
    acted(await attempt(app.database, confirmFollowerStatements(params.key, Date.now())), 'confirm'),
  leave: async ({ locals: { app }, params }) => acted(await leave(app.database, params.key), 'leave'),
};
