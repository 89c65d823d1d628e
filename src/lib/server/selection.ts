/** The organiser's selection desk: reads the two uploaded tables, and says whether the targets can be met. */
import type { RequestEvent } from '@sveltejs/kit';
import { checkFeasibility as solve, loadSolver, readPool, readTargets } from '../lottery/index.ts';
import type { Feasibility, Problem, ReadPool, Targets } from '../lottery/index.ts';
import { MAX_BYTES, readTable } from '../lottery/reading/table.ts';
import type { Jury } from '../jury/jury.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Refusal, Result } from '../jury/result.ts';
import { newCommandId } from '../live/outbox.ts';
import { asPool, targetsOf } from './errands/selection.ts';
import { organisedBy } from './organised.ts';
import { runAs } from './pages.ts';
import { attempt } from './records/attempt.ts';
import { importOf, keepImportStatements, poolOf, replacePoolStatements } from './records/registrants.ts';
import type { Import, Registrant } from './records/registrants.ts';

/** What came of a file: its contents, or every problem in it at once, or why it was not even read. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly refused?: undefined }
  | { readonly ok: false; readonly refused: Refusal; readonly problems?: undefined };

/** Reads an uploaded categories file. Nothing is kept: the targets come back with the command that sets them. */
export async function importTargets(form: FormData): Promise<Read<Targets>> {
  const file = await uploaded(form);
  return file.ok ? unlessProblems(readTargets(file.value.bytes)) : { ok: false, refused: file.error };
}

/** Keeps an uploaded respondents file until its columns are chosen, and gives the names of its columns. */
export async function uploadPool(event: RequestEvent, form: FormData): Promise<Read<readonly string[]>> {
  const jury = await organisedBy(event);
  const file = jury.ok ? await uploaded(form) : jury;
  if (!jury.ok) return { ok: false, refused: jury.error };
  if (!file.ok) return { ok: false, refused: file.error };
  const table = readTable('respondents', file.value.bytes);
  if (!table.ok) return { ok: false, problems: table.error };
  const { headers, rows } = table.value;
  const upload: Import = {
    kind: 'pool',
    fileName: file.value.name,
    text: asCsv([headers, ...rows]),
    createdAt: Date.now(),
  };
  const kept = await attempt(event.locals.app.database, keepImportStatements(jury.value.id, upload));
  return kept.ok ? { ok: true, value: headers } : { ok: false, refused: kept.error };
}

/** A file whose columns are being chosen, with its first rows to choose by. */
export interface UploadedPool {
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ROWS_TO_CHOOSE_BY = 5;

/** The file that was uploaded last, if it waits for its columns to be chosen. */
export async function uploadedPool({ locals: { app } }: RequestEvent, jury: Jury): Promise<UploadedPool | null> {
  const upload = await importOf(app.database, jury.id, 'pool');
  const table = upload && readTable('respondents', upload.text);
  if (!upload || !table?.ok) return null;
  const { headers, rows } = table.value;
  return { fileName: upload.fileName, headers, rows: rows.slice(0, ROWS_TO_CHOOSE_BY) };
}

/**
 * Loads the uploaded pool by the chosen columns: fields `idColumn`, `columns.<category>`, and `nameColumn`, `emailColumn`,
 * `phoneColumn` where the file has them. All rows are loaded or none.
 */
export async function loadPool(event: RequestEvent, form: FormData): Promise<Read<{ readonly size: number }>> {
  const jury = await organisedBy(event);
  if (!jury.ok) return { ok: false, refused: jury.error };
  const { database } = event.locals.app;
  const upload = await importOf(database, jury.value.id, 'pool');
  if (jury.value.selection.frozen || !upload) {
    return { ok: false, refused: { code: upload ? 'already-frozen' : 'pool-missing' } };
  }
  const chosen = chosenColumns(form);
  const read = readPool(upload.text, targetsOf(jury.value.selection), chosen);
  if (!read.ok) return { ok: false, problems: read.error };
  const kept = await attempt(
    database,
    replacePoolStatements(jury.value.id, registrantsIn(upload.text, read.value, form)),
  );
  if (!kept.ok) return { ok: false, refused: kept.error };
  const done = await runAs(event, { id: newCommandId(), command: { type: 'load-pool' } });
  return done.ok ? { ok: true, value: { size: read.value.pool.length } } : { ok: false, refused: done.error };
}

/** Whether the loaded pool can meet the targets, and if not, why and what would help. Null while either is missing. */
export async function checkFeasibility({ locals: { app } }: RequestEvent, jury: Jury): Promise<Feasibility | null> {
  if (!jury.selection.pool || jury.selection.targets.length === 0) return null;
  const pool = asPool(await poolOf(app.database, jury.id));
  return solve(targetsOf(jury.selection), pool, jury.charter.seats, await loadSolver());
}

async function uploaded(form: FormData): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return refuse('file-not-accepted');
  if (file.size > MAX_BYTES) return refuse('too-large', { limit: MAX_BYTES / 1024 / 1024 });
  return ok({ name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) });
}

function chosenColumns(form: FormData): { idColumn?: string; columns: Record<string, string> } {
  const idColumn = form.get('idColumn');
  const columns: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith('columns.') && typeof value === 'string' && value !== '')
      columns[name.slice('columns.'.length)] = value;
  }
  return typeof idColumn === 'string' && idColumn !== '' ? { idColumn, columns } : { columns };
}

function registrantsIn(text: string, { pool, headers }: ReadPool, form: FormData): Registrant[] {
  const table = readTable('respondents', text);
  if (!table.ok) throw new Error('A pool that was just read cannot be read again.');
  const { rows } = table.value;
  const cell = (field: string, row: number): string | null => {
    const column = form.get(field);
    const index = typeof column === 'string' ? headers.indexOf(column) : -1;
    return rows[row]?.[index]?.trim() || null;
  };
  return pool.map(({ id, values }, row) => ({
    ticket: id,
    answers: values,
    name: cell('nameColumn', row) ?? '',
    email: cell('emailColumn', row),
    phone: cell('phoneColumn', row),
  }));
}

/** The table in one encoding and one separator, whatever it came in. */
const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

function unlessProblems<T>(read: { ok: true; value: T } | { ok: false; error: readonly Problem[] }): Read<T> {
  return read.ok ? read : { ok: false, problems: read.error };
}
