import type { JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import { expecting, type Statement } from './statement.ts';

/** How many papers of a ballot bear each choice. */
export type Tally = Readonly<Record<string, number>>;

/** Puts one paper into the box. `randomId`: 128 random bits in hexadecimal. */
export function castStatements(jury: JuryId, ballot: string, choice: string, randomId: string): Statement[] {
  return [compose.insertInto('paper').values({ id: randomId, jury, ballot, choice }).compile()];
}

export async function tallyOf({ reader }: Database, jury: JuryId, ballot: string): Promise<Tally> {
  const query = reader.selectFrom('paper').select(({ fn }) => ['choice', fn.countAll<number>().as('count')]);
  const rows = await query.where('jury', '=', jury).where('ballot', '=', ballot).groupBy('choice').execute();
  return Object.fromEntries(rows.map((row) => [row.choice, row.count]));
}

const REFILL = `INSERT INTO paper (id, jury, ballot, choice)
  SELECT value ->> 0, ?, ?, value ->> 1 FROM json_each(?) ORDER BY 1`;

/**
 * Empties the box and fills it again with the same choices under fresh ids in the order of those ids, so that the layout of the pages no
 * longer tells in which order the papers were cast. Afterwards call `checkpoint()`: until then the log still has the old pages. The unit fails
 * with `conflict` when `tally` is not what lies in the box.
 */
export function shuffleStatements(jury: JuryId, ballot: string, tally: Tally, randomId: () => string): Statement[] {
  const choices = Object.entries(tally).flatMap(([choice, count]) => Array<string>(count).fill(choice));
  const papers = choices.map((choice) => [randomId(), choice]);
  return [
    expecting(choices.length, emptyBox(jury, ballot)),
    { sql: REFILL, parameters: [jury, ballot, JSON.stringify(papers)], expect: choices.length },
  ];
}

/** Takes the one paper with exactly this on it out of the box. The unit fails with `conflict` where there is none. */
export const takeOutStatements = (jury: JuryId, ballot: string, choice: string): Statement[] => [
  expecting(1, emptyBox(jury, ballot, choice)),
];

/** Destroys the papers of a ballot that was voided. */
export const emptyBoxStatements = (jury: JuryId, ballot: string): Statement[] => [emptyBox(jury, ballot)];

function emptyBox(jury: JuryId, ballot: string, choice?: string): Statement {
  const box = compose.deleteFrom('paper').where('jury', '=', jury).where('ballot', '=', ballot);
  return (choice === undefined ? box : box.where('choice', '=', choice)).compile();
}
