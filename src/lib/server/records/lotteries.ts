import type { JuryId } from '../../jury/terms.ts';
import type { LotteryResult } from '../lottery/solve-task.ts';
import { compose, type Database } from './database.ts';
import type { LotteryPurpose } from './schema.ts';
import type { Statement } from './statement.ts';

/** A finished lottery: it can be computed again from its terms. */
export interface KeptLottery {
  readonly purpose: LotteryPurpose;
  readonly objective: string;
  /** SHA-256 of all that it was computed from. */
  readonly terms: string;
  /** The text of `list.json`. */
  readonly list: string;
  readonly result: LotteryResult;
  readonly madeAt: number;
}

/** Takes the place of the earlier one of the same purpose and objective. */
export function keepLotteryStatements(jury: JuryId, lottery: KeptLottery): Statement[] {
  const { purpose, objective, terms, list, madeAt } = lottery;
  const row = { terms, list, result: JSON.stringify(lottery.result), made_at: madeAt };
  const query = compose.insertInto('lottery').values({ jury, purpose, objective, ...row });
  return [query.onConflict((same) => same.columns(['jury', 'purpose', 'objective']).doUpdateSet(row)).compile()];
}

/** The lottery computed from exactly these terms. */
export async function lotteryOf({ reader }: Database, jury: JuryId, terms: string): Promise<KeptLottery | undefined> {
  const query = reader.selectFrom('lottery').selectAll().where('jury', '=', jury).where('terms', '=', terms);
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  const { purpose, objective, list, made_at: madeAt } = row;
  return { purpose, objective, terms, list, result: JSON.parse(row.result) as LotteryResult, madeAt };
}

export function noteJobStatements(jury: JuryId, startedAt: number): Statement[] {
  const query = compose.insertInto('lottery_job').values({ jury, started_at: startedAt });
  return [query.onConflict((same) => same.column('jury').doUpdateSet({ started_at: startedAt })).compile()];
}

export function eraseJobStatements(jury: JuryId): Statement[] {
  return [compose.deleteFrom('lottery_job').where('jury', '=', jury).compile()];
}

/** Whether a computation was begun of which nobody has noted the end. */
export async function wasJobNoted({ reader }: Database, jury: JuryId): Promise<boolean> {
  const row = await reader.selectFrom('lottery_job').select('jury').where('jury', '=', jury).executeTakeFirst();
  return row !== undefined;
}

/** What is kept of the panel's lottery that made the list of this hash. */
export async function resultWithList(
  { reader }: Database,
  jury: JuryId,
  listHash: string,
): Promise<LotteryResult | undefined> {
  const query = reader.selectFrom('lottery').select('result').where('jury', '=', jury).where('purpose', '=', 'panel');
  const results = (await query.execute()).map(({ result }) => JSON.parse(result) as LotteryResult);
  return results.find(({ chances }) => chances.listHash === listHash);
}
