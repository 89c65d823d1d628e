import { ok } from '../../jury/result.ts';
import type { Database } from '../records/database.ts';
import { poolOf } from '../records/registrants.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** To which groups each juror belongs, so that tables can be mixed. None of it is kept. */
export function tableErrands(database: Database): Errands {
  return {
    'open-tables': errandFor('open-tables', {
      async facts({ id, selection, seats }) {
        const byTicket = new Map((await poolOf(database, id)).map(({ ticket, answers }) => [ticket, answers]));
        const categories = new Set(selection.targets.map(({ category }) => category));
        const groupsOf = (ticket = ''): Readonly<Record<string, string>> =>
          Object.fromEntries(
            Object.entries(byTicket.get(ticket) ?? {}).filter(([category]) => categories.has(category)),
          );
        return ok({ groups: Object.fromEntries(Object.values(seats).map((seat) => [seat.id, groupsOf(seat.ticket)])) });
      },
    }),
  };
}
