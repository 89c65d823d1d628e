import { publicRecord } from '$lib/jury/publication/record.ts';
import { keepUntilChanged } from '../cache.server.ts';
import type { PageServerLoad } from './$types';

/** The juries of this site whose lottery anyone can check, the newest first. */
export const load: PageServerLoad = async (event) => {
  const standings = await event.locals.app.juries.all();
  const frozen = standings.flatMap(({ jury }) => {
    const record = publicRecord(jury, {});
    return record?.selection.frozen ? [{ id: record.jury, title: record.charter.title }] : [];
  });
  keepUntilChanged(event, JSON.stringify(frozen));
  return { juries: frozen.toReversed() };
};
