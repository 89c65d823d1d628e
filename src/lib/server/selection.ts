/** The organiser's selection desk: reads the uploaded tables, and says whether the targets can be met. */
import type { RequestEvent } from '@sveltejs/kit';
import { readTargets } from '../lottery/index.ts';
import type { Feasibility, Problem, Targets } from '../lottery/index.ts';
import { MAX_BYTES } from '../lottery/reading/table.ts';
import type { Jury } from '../jury/jury.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Refusal, Result } from '../jury/result.ts';
import { newCommandId } from '../live/outbox.ts';
import type { Columns, PoolRead, ReadFile, UploadRead } from './lottery/pool-task.ts';
import { mergesOf, panelJob, targetsOf } from './lottery/terms.ts';
import type { Outcome } from './lottery/thread.ts';
import { newSalt } from './lottery/tickets.ts';
import { organisedBy } from './organised.ts';
import { runAs } from './pages.ts';
import { attempt } from './records/attempt.ts';
import { keepPoolSummaryStatements, poolSummaryOf } from './records/pools.ts';
import { eraseImportStatements, fillPoolStatements, importOf, keepImportStatements } from './records/registrants.ts';
import type { Import } from './records/registrants.ts';
import type { Statement } from './records/statement.ts';

/** What came of a file: its contents, or every problem in it at once, or why it was not even read. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly refused?: undefined }
  | { readonly ok: false; readonly refused: Refusal; readonly problems?: undefined };

/** A few hundred rows are the most that targets can have; more is read by nobody, and not on the server's own thread. */
const MAX_TARGETS_BYTES = 1024 * 1024;

/** Reads an uploaded categories file. Nothing is kept: the targets come back with the command that sets them. */
export async function importTargets(form: FormData): Promise<Read<Targets>> {
  const file = await uploaded(form, MAX_TARGETS_BYTES);
  if (!file.ok) return { ok: false, refused: file.error };
  const read = readTargets(file.value.bytes);
  return read.ok ? read : { ok: false, problems: read.error };
}

/** The table in a form as text: that of an uploaded file in one writing, or what an earlier answer gave back. */
export async function populationText(event: RequestEvent, form: FormData): Promise<Read<string>> {
  const given = form.get('text');
  if (typeof given === 'string') return { ok: true, value: given.slice(0, MAX_TARGETS_BYTES) };
  const file = await uploaded(form, MAX_TARGETS_BYTES);
  if (!file.ok) return { ok: false, refused: file.error };
  const read = readBy(await event.locals.app.lotteries.run('read-upload', { bytes: file.value.bytes }));
  return read.ok ? { ok: true, value: read.value.text } : read;
}

/** Keeps an uploaded respondents file until its columns are chosen. */
export async function uploadPool(event: RequestEvent, form: FormData): Promise<Read<UploadRead>> {
  const jury = await organisedBy(event);
  const file = jury.ok ? await uploaded(form, MAX_BYTES) : jury;
  if (!jury.ok) return { ok: false, refused: jury.error };
  if (!file.ok) return { ok: false, refused: file.error };
  const { name, bytes } = file.value;
  const { database, lotteries } = event.locals.app;
  const read = readBy(await lotteries.run('read-upload', { bytes }));
  if (!read.ok) return read;
  // What was read is kept beside the text, so that a page that shows it does not read it again.
  const upload: Import = { kind: 'pool', fileName: name, text: JSON.stringify(read.value), createdAt: Date.now() };
  const kept = await attempt(database, keepImportStatements(jury.value.id, upload));
  return kept.ok ? read : { ok: false, refused: kept.error };
}

/** A file whose columns are being chosen, with its first rows to choose by. */
export interface UploadedPool extends Pick<UploadRead, 'headers' | 'rows'> {
  readonly fileName: string;
}

/** The file that was uploaded last, if it waits for its columns to be chosen. */
export async function uploadedPool({ locals: { app } }: RequestEvent, jury: Jury): Promise<UploadedPool | null> {
  const upload = await importOf(app.database, jury.id, 'pool');
  if (!upload) return null;
  const { headers, rows } = JSON.parse(upload.text) as UploadRead;
  return { fileName: upload.fileName, headers, rows };
}

/**
 * Loads the uploaded pool by the chosen columns: fields `idColumn`, `columns.<category>`, `household.<n>`, and `nameColumn`,
 * `emailColumn`, `phoneColumn` where the file has them. All rows are loaded or none. Everybody gets a ticket.
 */
export async function loadPool(event: RequestEvent, form: FormData): Promise<Read<{ readonly size: number }>> {
  const organised = await organisedBy(event);
  if (!organised.ok) return { ok: false, refused: organised.error };
  const jury = organised.value;
  const { database, lotteries } = event.locals.app;
  const upload = await importOf(database, jury.id, 'pool');
  if (jury.selection.frozen || !upload) {
    return { ok: false, refused: { code: upload ? 'already-frozen' : 'pool-missing' } };
  }
  const { text } = JSON.parse(upload.text) as UploadRead;
  const salt = (await poolSummaryOf(database, jury.id))?.salt ?? newSalt();
  const input = {
    text,
    targets: targetsOf(jury.selection),
    columns: columnsIn(form),
    salt,
    merges: mergesOf(jury.selection),
  };
  const read = readBy(await lotteries.run('take-pool', input));
  if (!read.ok) return read;
  const kept = await attempt(database, [
    ...poolStatements(jury.id, read.value, salt),
    // The table with everybody's answers has done its work; what is left of it is in the pool.
    ...eraseImportStatements(jury.id, 'pool'),
  ]);
  if (!kept.ok) return { ok: false, refused: kept.error };
  const done = await runAs(event, { id: newCommandId(), command: { type: 'load-pool' } });
  return done.ok ? { ok: true, value: { size: read.value.size } } : { ok: false, refused: done.error };
}

/** Puts a pool that was read in the place of the one before. */
export function poolStatements(jury: string, { registrants, ...summary }: PoolRead, salt: string): Statement[] {
  return [
    ...fillPoolStatements(jury, registrants, summary.size),
    ...keepPoolSummaryStatements(jury, { ...summary, salt }),
  ];
}

/** Whether the pool can meet these targets, and if not, why and what would help. Null while it cannot be told. */
export async function checkFeasibility(
  { locals: { app } }: Pick<RequestEvent, 'locals'>,
  jury: Jury,
): Promise<Feasibility | null> {
  if (!jury.selection.pool || jury.selection.targets.length === 0) return null;
  const pool = await poolSummaryOf(app.database, jury.id);
  return pool ? app.lotteries.check(panelJob(jury, pool)) : null;
}

async function uploaded(form: FormData, most: number): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return refuse('file-not-accepted');
  if (file.size > most) return refuse('too-large', { limit: most / 1024 / 1024 });
  return ok({ name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) });
}

/** A file that takes all of a thread's time or memory is one that cannot be read. */
const readBy = <T>(
  outcome: Outcome<ReadFile<T>>,
): ReadFile<T> | { ok: false; refused: Refusal; problems?: undefined } =>
  outcome.ok ? outcome.value : { ok: false, refused: { code: 'pool-unreadable' } };

function columnsIn(form: FormData): Columns {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const under = (prefix: string): [string, string][] =>
    [...form].flatMap(([name, value]): [string, string][] =>
      name.startsWith(prefix) && typeof value === 'string' && value !== '' ? [[name.slice(prefix.length), value]] : [],
    );
  return {
    id: text('idColumn'),
    categories: Object.fromEntries(under('columns.')),
    household: under('household.').map(([, column]) => column),
    name: text('nameColumn'),
    email: text('emailColumn'),
    phone: text('phoneColumn'),
  };
}
