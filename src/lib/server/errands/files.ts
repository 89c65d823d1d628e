import type { Jury } from '../../jury/jury.ts';
import { ok, refuse } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import type { Facts } from '../../jury/context.ts';
import { readCaptions } from '../captions.ts';
import type { Database } from '../records/database.ts';
import { readBytes } from '../records/file-store.ts';
import { fileOf } from '../records/files.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

interface Named {
  readonly file: string;
  readonly captions?: string | undefined;
}

/** What is known of the files that a command names: of captions also what they say. */
export function fileErrands(database: Database): Errands {
  const stored = async (jury: Jury, id: string): Promise<Result<Facts>> => {
    const file = await fileOf(database, jury.id, id);
    // Captions are shown with a recording and never by themselves.
    if (!file || file.mediaType === 'text/vtt') return refuse('file-not-accepted');
    const { sha256, mediaType, size } = file;
    return ok({ file: { id, sha256, mediaType, size } });
  };

  const recording = async (jury: Jury, { file, captions: id }: Named): Promise<Result<Facts>> => {
    const found = await stored(jury, file);
    if (!found.ok || id === undefined) return found;
    const captions = await fileOf(database, jury.id, id);
    const bytes = captions?.mediaType === 'text/vtt' ? await readBytes(database, captions) : undefined;
    const read = bytes && readCaptions(bytes);
    if (!captions || !read) return refuse('captions-unreadable');
    const { sha256, size } = captions;
    return ok({ ...found.value, captions: { id, sha256, size, words: read.words } });
  };

  const page = (jury: Jury, { copy }: { readonly copy?: string | undefined }): Promise<Result<Facts>> =>
    copy === undefined ? Promise.resolve(ok({})) : stored(jury, copy);

  return {
    'add-file-exhibit': errandFor('add-file-exhibit', { facts: recording }),
    'revise-file-exhibit': errandFor('revise-file-exhibit', { facts: recording }),
    'add-link-exhibit': errandFor('add-link-exhibit', { facts: page }),
    'revise-link-exhibit': errandFor('revise-link-exhibit', { facts: page }),
    'hand-in-file': errandFor('hand-in-file', { facts: (jury, { file }) => stored(jury, file) }),
  };
}
