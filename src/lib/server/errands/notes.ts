import type { Jury } from '../../jury/jury.ts';
import { eraseNotesStatements } from '../records/exhibit-notes.ts';
import type { Database } from '../records/database.ts';
import type { Statement } from '../records/statement.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** [E36] Whoever leaves the jury leaves no notes behind. */
export const leftNotesStatements = ({ id, seats }: Jury): Statement[] =>
  Object.values(seats)
    .filter((seat) => seat.state === 'left')
    .flatMap((seat) => eraseNotesStatements(id, seat.id));

/** A replacement draw, which releases a reserve, has an errand of its own and erases there. */
export function noteErrands(database: Database): Errands {
  const alongside = (jury: Jury) => Promise.resolve(leftNotesStatements(jury));
  const afterwards = (): Promise<void> => database.checkpoint();
  return {
    'vacate-seat': errandFor('vacate-seat', { alongside, afterwards }),
    'confirm-exclusion': errandFor('confirm-exclusion', { alongside, afterwards }),
  };
}
