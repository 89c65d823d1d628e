import type { Figure } from '../../jury/recruitment/selection.ts';
import type { JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

/** What is known of a pool as a whole. */
export interface PoolSummary {
  /** The secret from which its tickets were made. */
  readonly salt: string;
  readonly size: number;
  readonly figures: readonly Figure[];
  readonly uniqueRows: number;
  /** By which one pool is told from another. */
  readonly sha256: string;
}

export function keepPoolSummaryStatements(jury: JuryId, summary: PoolSummary): Statement[] {
  const { salt, size, uniqueRows, sha256 } = summary;
  const row = { salt, size, figures: JSON.stringify(summary.figures), unique_rows: uniqueRows, sha256 };
  const query = compose.insertInto('pool').values({ jury, ...row });
  return [query.onConflict((same) => same.column('jury').doUpdateSet(row)).compile()];
}

export async function poolSummaryOf({ reader }: Database, jury: JuryId): Promise<PoolSummary | undefined> {
  const row = await reader.selectFrom('pool').selectAll().where('jury', '=', jury).executeTakeFirst();
  if (!row) return undefined;
  const { salt, size, unique_rows: uniqueRows, sha256 } = row;
  return { salt, size, uniqueRows, sha256, figures: JSON.parse(row.figures) as Figure[] };
}
