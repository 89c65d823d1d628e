/** How the lottery of a jury stands: what is computed, what came of it, what was rehearsed. */
import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Jury } from '$lib/jury/jury.ts';
import { refuse } from '$lib/jury/result.ts';
import type { Result } from '$lib/jury/result.ts';
import type { Ending, Job, Purpose } from '$lib/server/lottery/desk.ts';
import { panelJob, replacementJob } from '$lib/server/lottery/terms.ts';
import { organisedBy } from '$lib/server/organised.ts';
import { lotteryOf } from '$lib/server/records/lotteries.ts';
import { poolSummaryOf } from '$lib/server/records/pools.ts';

export async function lotteryStanding({ locals: { app } }: Pick<RequestEvent, 'locals'>, jury: Jury, purpose: Purpose) {
  const { lotteries, database } = app;
  const job = await jobFor(app, jury, purpose);
  const underWay = lotteries.underWay(jury.id);
  const [kept, forgotten] = await Promise.all([
    job && lotteryOf(database, jury.id, job.terms),
    lotteries.forgotten(jury.id),
  ]);
  const ended = lotteries.ended(jury.id, purpose);
  return {
    underWay: underWay?.purpose === purpose ? underWay : null,
    /** Whether the jury's one computation is of another kind. */
    busy: underWay !== null && underWay.purpose !== purpose,
    result: kept?.result ?? null,
    // What was computed for other targets or another pool says nothing about these.
    ending: ended && ended.terms === job?.terms ? withoutDetail(ended.ending) : null,
    forgotten,
  };
}

/** Begins a computation for the jury of this page, as its organiser asks. */
export async function beginLottery(event: RequestEvent, purpose: Purpose): Promise<Result<undefined>> {
  const jury = await organisedBy(event);
  if (!jury.ok) return jury;
  const { app } = event.locals;
  const job = await jobFor(app, jury.value, purpose);
  if (!job) return refuse(purpose === 'replacement' ? 'no-seat-free' : 'pool-missing');
  return app.lotteries.begin(jury.value.id, job);
}

export async function cancelLottery(event: RequestEvent): Promise<Result<undefined>> {
  const jury = await organisedBy(event);
  if (!jury.ok) return jury;
  event.locals.app.lotteries.cancel(jury.value.id);
  return { ok: true, value: undefined };
}

async function jobFor({ database }: App.Locals['app'], jury: Jury, purpose: Purpose): Promise<Job | null> {
  const pool = await poolSummaryOf(database, jury.id);
  if (!pool || !jury.selection.pool) return null;
  return purpose === 'replacement' ? replacementJob(jury, pool) : panelJob(jury, pool, purpose);
}

/** What a thread said before it fell is for the log, not for a page. */
const withoutDetail = (ending: Ending) => (ending.code === 'crashed' ? ({ code: 'crashed' } as const) : ending);

/** What came of an act that is no command; of one that was done the page itself shows what follows. */
export const said = (type: string, result: Result<unknown>) =>
  result.ok ? { type } : fail(409, { type, refused: result.error });
