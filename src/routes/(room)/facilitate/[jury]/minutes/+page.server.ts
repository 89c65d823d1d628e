import { openJury } from '$lib/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, view } = await openJury(event, ['facilitator']);
  return {
    id: jury.id,
    title: jury.charter.title,
    sessions: (view.sessions ?? []).filter(({ state }) => state === 'closed').map(({ id, title }) => ({ id, title })),
    minutes: view.minutes ?? {},
  };
};
