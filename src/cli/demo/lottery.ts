/** Volunteers and their lottery, as the organiser's pages would load and compute them. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Jury } from '../../lib/jury/jury.ts';
import type { App } from '../../lib/server/app.ts';
import { takePool } from '../../lib/server/lottery/pool-task.ts';
import type { PoolInput } from '../../lib/server/lottery/pool-task.ts';
import { panelJob, targetsOf } from '../../lib/server/lottery/terms.ts';
import { newSalt } from '../../lib/server/lottery/tickets.ts';
import { poolSummaryOf } from '../../lib/server/records/pools.ts';
import { poolStatements } from '../../lib/server/selection.ts';

/** Puts the volunteers of a table into a jury whose targets are set. */
export async function takeVolunteers(
  app: App,
  jury: string,
  { text, columns, salt = newSalt() }: Pick<PoolInput, 'text' | 'columns'> & { readonly salt?: string },
): Promise<void> {
  const { selection } = await standing(app, jury);
  const read = takePool({ text, targets: targetsOf(selection), columns, salt, merges: [] });
  if (!read.ok) throw new Error(`The volunteers have problems: ${JSON.stringify(read.problems)}`);
  await app.database.write(poolStatements(jury, read.value, salt));
}

/** Computes the lottery of a jury whose pool is loaded, and waits for it. */
export async function computeLottery(app: App, id: string): Promise<void> {
  const jury = await standing(app, id);
  const pool = await poolSummaryOf(app.database, id);
  if (!pool) throw new Error(`${id} has no pool.`);
  const begun = await app.lotteries.begin(id, panelJob(jury, pool));
  if (!begun.ok) throw new Error(`The lottery of ${id} was refused: ${begun.error.code}`);
  while (app.lotteries.underWay(id)) await wait(20);
  const ending = app.lotteries.ended(id, 'panel')?.ending;
  if (ending?.code !== 'solved') throw new Error(`The lottery of ${id} was not computed: ${JSON.stringify(ending)}`);
}

async function standing({ juries }: App, id: string): Promise<Jury> {
  const found = await juries.standing(id);
  if (!found) throw new Error(`There is no jury ${id}.`);
  return found.jury;
}
