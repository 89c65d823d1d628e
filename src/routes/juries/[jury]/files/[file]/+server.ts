import * as m from '$lib/i18n/compiled/messages.js';
import { publicRecord } from '$lib/jury/publication/record.ts';
import { sendFile } from '$lib/server/http/send-file.ts';
import { fileOf } from '$lib/server/records/files.ts';
import { readBytes } from '$lib/server/records/file-store.ts';
import type { RequestHandler } from './$types';

/** A file that is an exhibit of this jury, once the public may read the jury; nothing else that was ever uploaded. */
export const GET: RequestHandler = async ({ params, locals: { app } }) => {
  const missing = () =>
    new Response(`${m.public_missing_file()}\n`, {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const standing = await app.juries.standing(params.jury);
  const record = standing && publicRecord(standing.jury, {});
  if (!record?.exhibits.some((exhibit) => exhibit.kind === 'file' && exhibit.file === params.file)) return missing();
  const file = await fileOf(app.database, params.jury, params.file);
  const bytes = file && (await readBytes(app.database, file));
  return file && bytes ? sendFile(file, bytes) : missing();
};
