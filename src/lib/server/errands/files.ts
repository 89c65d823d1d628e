import { ok, refuse } from '../../jury/result.ts';
import type { Database } from '../records/database.ts';
import { fileOf } from '../records/files.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

export function fileErrands(database: Database): Errands {
  return {
    'add-file-exhibit': errandFor('add-file-exhibit', {
      async facts(jury, { file: id }) {
        const file = await fileOf(database, jury.id, id);
        if (!file) return refuse('file-not-accepted');
        const { sha256, mediaType, size } = file;
        return ok({ file: { id, sha256, mediaType, size } });
      },
    }),
  };
}
