import { openJury } from '$lib/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view, seq, names, serverNow } = await openJury(event, ['facilitator', 'organiser']);
  return { shell: 'bare' as const, view, seq, names, serverNow };
};
