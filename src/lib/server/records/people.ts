import type { JuryId, Locale } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import { eraseNotesStatements } from './exhibit-notes.ts';
import type { Tables } from './schema.ts';
import type { Statement } from './statement.ts';

/** Who sits on a seat or is a witness. `ref` is the seat or the witness id. */
export interface Person {
  readonly ref: string;
  readonly name: string;
  /** What the other jurors see, chosen by the person. */
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
}

/** Adds the person or replaces what was known. */
export function keepPersonStatements(jury: JuryId, person: Person): Statement[] {
  const { ref, name, displayName, email, phone, locale } = person;
  const known = { name, display_name: displayName, email, phone, locale };
  const query = compose.insertInto('person').values({ jury, ref, ...known });
  return [query.onConflict((same) => same.columns(['jury', 'ref']).doUpdateSet(known)).compile()];
}

/** Erases who it was, with what only that person could read. */
export function erasePersonStatements(jury: JuryId, ref: string): Statement[] {
  const person = compose.deleteFrom('person').where('jury', '=', jury).where('ref', '=', ref).compile();
  return [person, ...eraseNotesStatements(jury, ref)];
}

export async function peopleOf({ reader }: Database, jury: JuryId): Promise<Person[]> {
  const rows = await reader.selectFrom('person').selectAll().where('jury', '=', jury).orderBy('ref').execute();
  return rows.map(personOf);
}

export async function personAt({ reader }: Database, jury: JuryId, ref: string): Promise<Person | undefined> {
  const query = reader.selectFrom('person').selectAll().where('jury', '=', jury).where('ref', '=', ref);
  const row = await query.executeTakeFirst();
  return row && personOf(row);
}

function personOf({ ref, name, display_name, email, phone, locale }: Tables['person']): Person {
  return { ref, name, displayName: display_name, email, phone, locale };
}
