import type { Jury } from '../../jury/jury.ts';
import { ok, refuse } from '../../jury/result.ts';
import type { Database } from '../records/database.ts';
import { fileOf } from '../records/files.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

export function fileErrands(database: Database): Errands {
  const facts = async (jury: Jury, { file: id }: { readonly file: string }) => {
    const file = await fileOf(database, jury.id, id);
    if (!file) return refuse('file-not-accepted');
    const { sha256, mediaType, size } = file;
    return ok({ file: { id, sha256, mediaType, size } });
  };
  return {
    'add-file-exhibit': errandFor('add-file-exhibit', { facts }),
    'hand-in-file': errandFor('hand-in-file', { facts }),
  };
}
