import { publicRecord } from '$lib/jury/publication/record.ts';
import { keepUntilChanged } from './cache.server.ts';
import type { PageServerLoad } from './$types';
import { statusSentences } from './juries/status.ts';

export const csr = false;

/** Every jury that the public may read, the newest first. */
export const load: PageServerLoad = async (event) => {
  const standings = await event.locals.app.juries.all();
  const now = Date.now();
  const open = standings.flatMap(({ jury, seq }) => {
    const record = publicRecord(jury, {});
    return record ? [{ record, version: `${jury.id}-${seq}` }] : [];
  });
  keepUntilChanged(event, open.map(({ version }) => version).join());
  const juries = open.toReversed().map(({ record }) => ({
    id: record.jury,
    title: record.charter.title,
    question: record.charter.question,
    authority: record.charter.authority,
    status: statusSentences(record, now),
  }));
  return { juries };
};
