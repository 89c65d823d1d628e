import { keepUntilChanged } from '../../../cache.server.ts';
import { publicJury } from '$lib/server/pages.ts';
import type { PageServerLoad } from './$types';
import { checkSelection } from './check.ts';
import { compositionRows } from './composition.ts';
import { lookUp } from './lookup.ts';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  keepUntilChanged(event, version);
  const { jury, charter, selection, seating } = record;
  return {
    jury,
    title: charter.title,
    seats: charter.seats,
    selection,
    seating,
    rows: compositionRows(selection),
    checked: checkSelection(selection),
    lookup: selection.draw ? lookUp(selection.draw, event.url.searchParams.get('ticket')) : null,
  };
};
