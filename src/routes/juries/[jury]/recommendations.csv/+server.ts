import { csvOf, recommendationRows } from '$lib/jury/publication/csv.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { sha256Of } from '../../record-text.ts';
import type { RequestHandler } from './$types';

/** The recommendations as a table, for spreadsheets. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const text = csvOf(recommendationRows(record));
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${record.jury}.csv"`,
  };
  return new Response(text, { headers: { ...headers, ...dataHeaders(sha256Of(text)) } });
};
