/** A juror's own notes on exhibits. Whoever calls this has made sure that the seat is the reader's own. */
import type { JuryId, SeatId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

/** Keeps the note in place of the one before it; an empty one is no note. */
export function keepNoteStatements(jury: JuryId, seat: SeatId, exhibit: string, text: string): Statement[] {
  if (text === '') {
    const query = compose.deleteFrom('exhibit_note').where('jury', '=', jury).where('seat', '=', seat);
    return [query.where('exhibit', '=', exhibit).compile()];
  }
  const query = compose.insertInto('exhibit_note').values({ jury, seat, exhibit, text });
  return [query.onConflict((same) => same.columns(['jury', 'seat', 'exhibit']).doUpdateSet({ text })).compile()];
}

export function eraseNotesStatements(jury: JuryId, seat: SeatId): Statement[] {
  return [compose.deleteFrom('exhibit_note').where('jury', '=', jury).where('seat', '=', seat).compile()];
}

export async function noteOf({ reader }: Database, jury: JuryId, seat: SeatId, exhibit: string): Promise<string> {
  const query = reader.selectFrom('exhibit_note').select('text').where('jury', '=', jury).where('seat', '=', seat);
  return (await query.where('exhibit', '=', exhibit).executeTakeFirst())?.text ?? '';
}
