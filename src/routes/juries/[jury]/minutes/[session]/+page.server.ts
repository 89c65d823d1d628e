import { error } from '@sveltejs/kit';
import { publicJury } from '$lib/server/pages.ts';
import { keepUntilChanged } from '../../../../cache.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  const minutes = record.minutes.find(({ session }) => session === event.params.session);
  if (!minutes) error(404, { message: 'Not Found' });
  keepUntilChanged(event, version);
  return { jury: record.jury, title: record.charter.title, minutes };
};
