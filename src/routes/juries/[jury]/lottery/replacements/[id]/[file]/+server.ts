import type { RecordFileName } from '$lib/lottery/index.ts';
import { publicJury } from '$lib/server/pages.ts';
import { frozenDraws, PANEL } from '$lib/server/published-lottery.ts';
import { recordFileOf } from '$lib/server/records/record-files.ts';
import { lotteryFile } from '../../../../../lottery-file.server.ts';
import type { RequestHandler } from './$types';

/** A file of the record of a replacement draw. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const { id, file } = event.params;
  const frozen = frozenDraws(record.selection).some((draw) => draw.id !== PANEL && draw.id === id);
  const { database } = event.locals.app;
  return lotteryFile(file, frozen ? await recordFileOf(database, record.jury, id, file as RecordFileName) : undefined);
};
