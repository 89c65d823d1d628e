import { error } from '@sveltejs/kit';
import { keptLetters } from '$lib/server/records/mailbox.ts';
import type { PageServerLoad } from './$types';

/** Everybody's letters, for everybody: in a demonstration on this machine and nowhere else. */
export const load: PageServerLoad = async ({ locals: { app }, url }) => {
  if (app.config.mail.to !== 'mailbox') error(404, { message: 'Not Found' });
  const all = await keptLetters(app.database);
  const roles = [...new Set(all.map(({ role }) => role))].toSorted();
  const asked = url.searchParams.get('as');
  const role = roles.find((one) => one === asked) ?? null;
  return {
    origin: app.config.origin,
    roles,
    role,
    letters: role === null ? all : all.filter((one) => one.role === role),
  };
};
