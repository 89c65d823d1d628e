import { createHash, randomBytes } from 'node:crypto';
import { ok } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import type { JuryId } from '../jury/terms.ts';
import { attempt } from './records/attempt.ts';
import type { Database } from './records/database.ts';
import { storeBytes } from './records/file-store.ts';
import { keepFileStatements } from './records/files.ts';

export interface Upload {
  readonly jury: JuryId;
  readonly name: string;
  readonly mediaType: string;
  /** As `kind:id`. */
  readonly uploadedBy: string;
  /** Made up where it is not given: 128 random bits in hexadecimal. */
  readonly id?: string;
}

/** Keeps bytes that were found to be of that type, and gives their id. */
export async function keepFile(
  database: Database,
  { id = randomBytes(16).toString('hex'), ...upload }: Upload,
  bytes: Uint8Array,
): Promise<Result<string>> {
  await storeBytes(database, id, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = { ...upload, id, sha256, size: bytes.length, uploadedAt: Date.now() };
  const kept = await attempt(database, keepFileStatements(row));
  return kept.ok ? ok(id) : kept;
}
