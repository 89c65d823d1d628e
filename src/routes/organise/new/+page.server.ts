import { error, redirect } from '@sveltejs/kit';
import { refuse } from '$lib/jury/result.ts';
import { readCommand, refusedForm } from '$lib/server/pages.ts';
import { withWrongFields } from '../field-problems.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { principal }, url }) => {
  if (principal?.kind !== 'account') redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
  if (!principal.mayCreate) error(403, { message: 'Forbidden', code: 'not-allowed' });
  return { who: principal.name };
};

export const actions: Actions = {
  default: async ({ request, locals: { app, principal } }) => {
    const form = await request.formData();
    const read = readCommand(form, ['create-jury']);
    if (!read.ok) return withWrongFields(refusedForm(form, read.error));
    const { id, command } = read.value;
    if (principal?.kind !== 'account' || command.type !== 'create-jury') {
      return refusedForm(form, refuse('not-allowed').error);
    }
    // The same form sent twice founds one jury: its id follows from the id of the command.
    const jury = juryId(command.title.en, id);
    const founded = await app.commands.found({ jury, actor: { kind: 'member', id: principal.id }, id, command });
    if (!founded.ok) return refusedForm(form, founded.error);
    redirect(303, `/organise/${jury}`);
  },
};

/** An address that can be read aloud: `clean-air-3f9c2a`. */
function juryId(title: string, command: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return `${words || 'jury'}-${command.slice(0, 6)}`;
}
