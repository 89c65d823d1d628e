import type { Instant, JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Tables } from './schema.ts';
import type { Statement } from './statement.ts';

/** What is known of an uploaded file; its bytes are kept by `file-store.ts` under the same id. */
export interface FileRecord {
  /** 128 random bits in hexadecimal. */
  readonly id: string;
  readonly jury: JuryId;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Who uploaded it, as `kind:id`. */
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
}

export function keepFileStatements(file: FileRecord): Statement[] {
  const { id, jury, name, mediaType, sha256, size, uploadedBy, uploadedAt } = file;
  const row = { id, jury, name, media_type: mediaType, sha256, size, uploaded_by: uploadedBy, uploaded_at: uploadedAt };
  return [compose.insertInto('file').values(row).compile()];
}

export function eraseFileStatements(jury: JuryId, id: string): Statement[] {
  return [compose.deleteFrom('file').where('jury', '=', jury).where('id', '=', id).compile()];
}

export async function fileOf({ reader }: Database, jury: JuryId, id: string): Promise<FileRecord | undefined> {
  const query = reader.selectFrom('file').selectAll().where('jury', '=', jury).where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row && recordOf(row);
}

export async function filesOf({ reader }: Database, jury: JuryId): Promise<FileRecord[]> {
  const query = reader.selectFrom('file').selectAll().where('jury', '=', jury);
  return (await query.orderBy('uploaded_at').orderBy('id').execute()).map(recordOf);
}

function recordOf(row: Tables['file']): FileRecord {
  const { id, jury, name, media_type, sha256, size, uploaded_by, uploaded_at } = row;
  return { id, jury, name, sha256, size, mediaType: media_type, uploadedBy: uploaded_by, uploadedAt: uploaded_at };
}
