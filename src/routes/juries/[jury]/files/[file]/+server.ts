import * as m from '$lib/i18n/compiled/messages.js';
import { publicRecord, publishedFiles } from '$lib/jury/publication/record.ts';
import { sendFile } from '$lib/server/http/send-file.ts';
import { fileOf } from '$lib/server/records/files.ts';
import { readBytes, readPart } from '$lib/server/records/file-store.ts';
import type { RequestHandler } from './$types';

/** A file of an exhibit of this jury, of any version, once the public may read the jury; nothing else that was ever uploaded. */
export const GET: RequestHandler = async ({ params, url, request, locals: { app } }) => {
  const missing = () =>
    new Response(`${m.public_missing_file()}\n`, {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const standing = await app.juries.standing(params.jury);
  const record = standing && publicRecord(standing.jury, {});
  const shown = record?.exhibits.flatMap(publishedFiles) ?? [];
  if (!shown.some(({ file }) => file === params.file)) return missing();
  const file = await fileOf(app.database, params.jury, params.file);
  if (!file) return missing();
  const sent = await sendFile(file, {
    range: request.headers.get('range'),
    framed: url.searchParams.has('framed'),
    read: (range) => (range ? readPart(app.database, file, range) : readBytes(app.database, file)),
  });
  return sent ?? missing();
};
