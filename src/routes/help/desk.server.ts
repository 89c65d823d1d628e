/** The help line of one office: the requests that are its task. */
import type { RequestEvent } from '@sveltejs/kit';
import type { StaffRole } from '../../lib/jury/terms.ts';
import { openJury, submit } from '../../lib/server/pages.ts';

export type HelpData = Awaited<ReturnType<typeof openHelp>>;

export async function openHelp(event: RequestEvent, role: StaffRole) {
  const { jury, view, names } = await openJury(event, [role]);
  return { id: jury.id, title: jury.charter.title, requests: view.help ?? [], names };
}

export const actions = {
  act: (event: RequestEvent) => submit(event, { only: ['read-request', 'resolve-request'] }),
};
