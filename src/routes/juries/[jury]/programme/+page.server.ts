import { publicJury } from '$lib/server/pages.ts';
import { keepUntilChanged } from '../../../cache.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  keepUntilChanged(event, version);
  return { record };
};
