import { publicJury } from '$lib/server/pages.ts';
import { frozenDraws } from '$lib/server/published-lottery.ts';
import { keepUntilChanged } from '../../../cache.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  keepUntilChanged(event, version);
  const { jury, charter, selection } = record;
  return { jury, title: charter.title, draws: frozenDraws(selection) };
};
