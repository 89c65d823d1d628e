import { publicJury } from '$lib/server/pages.ts';
import { chancesOnList, frozenDraws, unselectableOf } from '$lib/server/published-lottery.ts';
import { keepUntilChanged } from '../../../cache.server.ts';
import type { PageServerLoad } from './$types';
import { compositionRows } from './composition.ts';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  keepUntilChanged(event, version);
  const { jury, charter, selection, seating } = record;
  const { database } = event.locals.app;
  return {
    jury,
    title: charter.title,
    seats: charter.seats,
    selection,
    seating,
    rows: compositionRows(selection),
    chances: await chancesOnList(database, jury, selection),
    unselectable: await unselectableOf(database, jury, selection),
    draws: frozenDraws(selection),
  };
};
