/** Uploads of exhibits: told by their content what they are, limited in size, and only of kinds that a reader can open safely. */
import { createHash, randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import { PERMISSIONS, roleOf } from '../jury/permissions.ts';
import { actorIn } from './actors.ts';
import { readCommand, runAs } from './pages.ts';
import { attempt } from './records/attempt.ts';
import { storeBytes } from './records/file-store.ts';
import { keepFileStatements } from './records/files.ts';

/** Megabytes. */
export const LARGEST_FILE = 20;
export const ACCEPTED_FILES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

type Upload = 'add-file-exhibit' | 'hand-in-file';

/** Stores the uploaded `file` and adds it as an exhibit, or as a witness's handout, by the other fields of the form. */
export async function uploadExhibit(
  event: RequestEvent,
  form: FormData,
  type: Upload = 'add-file-exhibit',
): Promise<Result<{ readonly seq: number }>> {
  const { app, principal } = event.locals;
  const standing = await app.juries.standing(event.params['jury'] ?? '');
  if (!standing) return refuse('unknown-jury');
  const { jury } = standing;
  const actor = actorIn(jury.id, principal);
  // Before any byte is kept for them.
  if (!PERMISSIONS[type].roles.includes(roleOf(jury, actor))) return refuse('not-allowed');
  const upload = form.get('file');
  if (!(upload instanceof File) || upload.size === 0) return refuse('file-not-accepted');
  if (upload.size > LARGEST_FILE * 1024 * 1024) return refuse('too-large', { limit: LARGEST_FILE });
  const bytes = new Uint8Array(await upload.arrayBuffer());
  // The name and the type that came with it are claims; the content decides.
  const found = await fileTypeFromBuffer(bytes);
  if (!found || !ACCEPTED_FILES.includes(found.mime)) return refuse('file-not-accepted');

  const id = randomBytes(16).toString('hex');
  form.set('file', id);
  const command = readCommand(form, [type]);
  if (!command.ok) return command;
  const { database } = app;
  await storeBytes(database, id, bytes);
  const row = {
    id,
    jury: jury.id,
    name: upload.name.replace(/[^\p{L}\p{N}. _-]/gu, '_').slice(0, 120) || `exhibit.${found.ext}`,
    mediaType: found.mime,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    uploadedBy: actor.kind === 'public' ? actor.kind : `${actor.kind}:${actor.id}`,
    uploadedAt: Date.now(),
  };
  const kept = await attempt(database, keepFileStatements(row));
  if (!kept.ok) return kept;
  const done = await runAs(event, command.value);
  return done.ok ? ok({ seq: done.value.seq }) : done;
}
