import { redirect } from '@sveltejs/kit';
import { doorOf } from './doors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { app, principal }, url }) => {
  if (principal?.kind !== 'account') redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
  const standings = await app.juries.all();
  const juries = standings.flatMap(({ jury: { id, charter } }) => {
    const role = charter.members[principal.id];
    return role
      ? [{ id, role, title: charter.title, stage: charter.stage, starts: charter.starts, href: doorOf(role, id) }]
      : [];
  });
  juries.sort((a, b) => b.starts.localeCompare(a.starts));
  return { juries, mayCreate: principal.mayCreate, who: principal.name };
};
