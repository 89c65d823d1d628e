import { openJury } from '$lib/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view, seq, names, serverNow } = await openJury(event, ['observer', 'oversight', 'organiser']);
  return { shell: 'room' as const, view, seq, names, serverNow };
};
