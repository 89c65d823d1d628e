import { STAFF_ROLES } from '$lib/jury/terms.ts';
import { openJury, refusedForm, submit } from '$lib/server/pages.ts';
import { inviteMember, issueLink } from '$lib/server/people.ts';
import { accountById } from '$lib/server/records/accounts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, actor } = await openJury(event, ['organiser']);
  const { database } = event.locals.app;
  const members = await Promise.all(
    Object.entries(jury.charter.members).map(async ([id, role]) => {
      const account = await accountById(database, id);
      const you = actor.kind === 'member' && actor.id === id;
      return { id, role, name: account?.name ?? id, email: account?.email ?? '', you };
    }),
  );
  members.sort((a, b) => STAFF_ROLES.indexOf(a.role) - STAFF_ROLES.indexOf(b.role) || a.name.localeCompare(b.name));
  const missing = STAFF_ROLES.filter((role) => role !== 'observer' && !members.some((member) => member.role === role));
  return { members, missing };
};

export const actions: Actions = {
  invite: async (event) => {
    const form = await event.request.formData();
    const invited = await inviteMember(event, form);
    if (!invited.ok) return refusedForm(form, invited.error);
    const { ref, link, mailed } = invited.value;
    if (mailed !== undefined) {
      event.locals.app.post.wake();
      return { done: true, type: 'appoint-member', mailed };
    }
    if (!link) return { done: true, type: 'appoint-member', known: ref };
    return { done: true, type: 'appoint-member', issued: { ref, url: link.url, expiresAt: link.expiresAt } };
  },
  link: async (event) => {
    const form = await event.request.formData();
    const issued = await issueLink(event, String(form.get('ref')));
    if (!issued.ok) return refusedForm(form, issued.error);
    const { ref, link } = issued.value;
    return { done: true, type: 'link', issued: { ref, url: link.url, expiresAt: link.expiresAt } };
  },
  dismiss: (event) => submit(event, { only: ['dismiss-member'] }),
};
