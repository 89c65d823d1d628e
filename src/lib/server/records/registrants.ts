import type { Instant, JuryId, Ticket } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { ImportKind, Tables } from './schema.ts';
import type { Statement } from './statement.ts';

/** A volunteer in the pool; outside this table only the ticket is known. */
export interface Registrant {
  readonly ticket: Ticket;
  /** What the organiser's own file calls this person. Never leaves this table but for the organiser. */
  readonly fileId: string;
  /** The same text for people of one address; null where addresses were not asked for. */
  readonly household: string | null;
  /** Selection category to the registrant's group in it. */
  readonly answers: Readonly<Record<string, string>>;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface Import {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly text: string;
  readonly createdAt: Instant;
}

// One statement for a pool of any size: a hundred thousand rows cross to the writer as one string.
const FILL = `INSERT INTO registrant (jury, ticket, file_id, household, answers, name, email, phone)
  SELECT ?, value ->> 'ticket', value ->> 'fileId', value ->> 'household', value -> 'answers', value ->> 'name',
    value ->> 'email', value ->> 'phone' FROM json_each(?)`;

/** Puts a new pool in the place of the old one. */
export function replacePoolStatements(jury: JuryId, registrants: readonly Registrant[]): Statement[] {
  return fillPoolStatements(jury, JSON.stringify(registrants), registrants.length);
}

/** As `replacePoolStatements`, of so many registrants that are JSON already. */
export function fillPoolStatements(jury: JuryId, registrants: string, count: number): Statement[] {
  return [...erasePoolStatements(jury), { sql: FILL, parameters: [jury, registrants], expect: count }];
}

export function erasePoolStatements(jury: JuryId): Statement[] {
  return [compose.deleteFrom('registrant').where('jury', '=', jury).compile()];
}

export function eraseRegistrantStatements(jury: JuryId, ticket: Ticket): Statement[] {
  return [compose.deleteFrom('registrant').where('jury', '=', jury).where('ticket', '=', ticket).compile()];
}

/** The pool in the order of the tickets. */
export async function poolOf({ reader }: Database, jury: JuryId): Promise<Registrant[]> {
  const rows = await reader.selectFrom('registrant').selectAll().where('jury', '=', jury).orderBy('ticket').execute();
  return rows.map(registrantOf);
}

/** The registrants of these tickets, in the order of the tickets. */
export async function registrantsWith(
  { reader }: Database,
  jury: JuryId,
  tickets: readonly Ticket[],
): Promise<Registrant[]> {
  const query = reader.selectFrom('registrant').selectAll().where('jury', '=', jury).where('ticket', 'in', tickets);
  return (await query.orderBy('ticket').execute()).map(registrantOf);
}

export async function registrantWith(
  { reader }: Database,
  jury: JuryId,
  ticket: Ticket,
): Promise<Registrant | undefined> {
  const query = reader.selectFrom('registrant').selectAll().where('jury', '=', jury).where('ticket', '=', ticket);
  const row = await query.executeTakeFirst();
  return row && registrantOf(row);
}

/** Keeps an uploaded table until its columns have been chosen; the one before it of the same kind goes. */
export function keepImportStatements(jury: JuryId, { kind, fileName, text, createdAt }: Import): Statement[] {
  const upload = { file_name: fileName, text, created_at: createdAt };
  const query = compose.insertInto('import').values({ jury, kind, ...upload });
  return [query.onConflict((same) => same.columns(['jury', 'kind']).doUpdateSet(upload)).compile()];
}

export function eraseImportStatements(jury: JuryId, kind: ImportKind): Statement[] {
  return [compose.deleteFrom('import').where('jury', '=', jury).where('kind', '=', kind).compile()];
}

export async function importOf({ reader }: Database, jury: JuryId, kind: ImportKind): Promise<Import | undefined> {
  const query = reader.selectFrom('import').selectAll().where('jury', '=', jury).where('kind', '=', kind);
  const row = await query.executeTakeFirst();
  return row && { kind, fileName: row.file_name, text: row.text, createdAt: row.created_at };
}

function registrantOf({ answers, file_id: fileId, jury: _jury, ...registrant }: Tables['registrant']): Registrant {
  return { ...registrant, fileId, answers: JSON.parse(answers) as Registrant['answers'] };
}
