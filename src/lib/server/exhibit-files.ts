/** [E34] Uploads of exhibits: told by their content what they are, limited in size, and only of kinds that a reader can open safely. */
import type { RequestEvent } from '@sveltejs/kit';
import { fileTypeFromBuffer } from 'file-type';
import type { CommandType } from '../jury/commands.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import { PERMISSIONS, roleOf } from '../jury/permissions.ts';
import { actorIn } from './actors.ts';
import { readCaptions } from './captions.ts';
import { keepFile } from './keep-file.ts';
import { readCommand, runAs } from './pages.ts';

/** Megabytes of a document or picture. */
export const LARGEST_FILE = 20;
/** Megabytes of a recording: what a form may carry, and what half an hour of speech or some minutes of film need. */
export const LARGEST_RECORDING = 30;
/** Megabytes. */
const LARGEST_CAPTIONS = 1;

/** What a file is found to be, and as what it is served: the plain name that browsers play. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'application/pdf': 'application/pdf',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/webp': 'image/webp',
  'audio/mpeg': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/webm': 'video/webm',
};
const COPIES = /^image\/|^application\/pdf$/;

/** The name and the type that came with it are claims; the content decides. Null where it is of no kind that is taken in. */
export async function kindOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  return (found && ACCEPTED[found.mime]) ?? null;
}

type Upload = Extract<CommandType, `${'add' | 'revise'}-${string}-exhibit` | 'hand-in-file'>;
type UploadField = 'file' | 'captions' | 'copy';

/** Stores the files that came with a form and gives the command what it needs to know of them; the other fields of the form say the rest. */
export async function submitExhibit(
  event: RequestEvent,
  form: FormData,
  only: readonly Upload[],
): Promise<Result<{ readonly seq: number; readonly type: CommandType }>> {
  const { app, principal } = event.locals;
  const standing = await app.juries.standing(event.params['jury'] ?? '');
  if (!standing) return refuse('unknown-jury');
  const { jury } = standing;
  const actor = actorIn(jury.id, principal);
  // Before any byte is kept for them.
  if (!only.every((type) => PERMISSIONS[type].roles.includes(roleOf(jury, actor)))) return refuse('not-allowed');
  const isFile = /-file(?:-exhibit)?$/.test(String(form.get('type')));
  if (isFile && !chosen(form, 'file')) return refuse('file-not-accepted');
  for (const field of ['file', 'captions', 'copy'] as const) {
    const upload = chosen(form, field);
    form.delete(field);
    if (!upload) continue;
    const taken = await takeIn(event, jury.id, field, upload);
    if (!taken.ok) return taken;
    form.set(field, taken.value);
  }
  const command = readCommand(form, only);
  if (!command.ok) return command;
  return runAs(event, command.value);
}

/** A field for a file in which none was chosen is sent as an empty file. */
function chosen(form: FormData, field: UploadField): File | null {
  const upload = form.get(field);
  return upload instanceof File && upload.size > 0 ? upload : null;
}

async function takeIn(event: RequestEvent, jury: string, field: UploadField, upload: File): Promise<Result<string>> {
  const most = field === 'captions' ? LARGEST_CAPTIONS : LARGEST_RECORDING;
  if (upload.size > most * 1024 * 1024) return refuse('too-large', { limit: most });
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const mediaType = await checked(field, bytes);
  if (!mediaType.ok) return mediaType;
  const { database } = event.locals.app;
  const actor = actorIn(jury, event.locals.principal);
  const uploadedBy = actor.kind === 'public' ? actor.kind : `${actor.kind}:${actor.id}`;
  const name = upload.name.replace(/[^\p{L}\p{N}. _-]/gu, '_').slice(0, 120) || 'exhibit';
  return keepFile(database, { jury, name, mediaType: mediaType.value, uploadedBy }, bytes);
}

async function checked(field: UploadField, bytes: Uint8Array): Promise<Result<string>> {
  if (field === 'captions') return readCaptions(bytes) ? ok('text/vtt') : refuse('captions-unreadable');
  const mediaType = await kindOf(bytes);
  if (!mediaType || (field === 'copy' && !COPIES.test(mediaType))) return refuse('file-not-accepted');
  const recording = /^(?:audio|video)\//.test(mediaType);
  const limit = recording ? LARGEST_RECORDING : LARGEST_FILE;
  return bytes.length > limit * 1024 * 1024 ? refuse('too-large', { limit }) : ok(mediaType);
}
