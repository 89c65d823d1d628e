import { BUNDLE_FILE, bundleOf } from '$lib/lottery/index.ts';
import type { RecordFileName } from '$lib/lottery/index.ts';
import { publicJury } from '$lib/server/pages.ts';
import { publishedRecords } from '$lib/server/published-lottery.ts';
import { lotteryFile } from '../../../lottery-file.server.ts';
import type { RequestHandler } from './$types';

/** A file of the panel's record, or `record.json` with those of all draws. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const { file } = event.params;
  const records = await publishedRecords(event.locals.app.database, record.jury, record.selection);
  const bundle = file === BUNDLE_FILE && records.length > 0;
  return lotteryFile(file, bundle ? bundleOf(records) : records[0]?.[file as RecordFileName]);
};
