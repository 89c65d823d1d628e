/**
 * The lottery desk: computes one lottery at a time, whatever the number of juries, in threads that are thrown away. What is
 * under way is known to this process alone; what is finished lies in the database.
 */
import type { Logger } from 'pino';
import { join } from 'node:path';
import type { Objective } from '../../jury/recruitment/selection.ts';
import type { JuryId } from '../../jury/terms.ts';
import type { Feasibility, Progress } from '../../lottery/index.ts';
import { ok } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import { attempt } from '../records/attempt.ts';
import type { Database } from '../records/database.ts';
import { eraseJobStatements, keepLotteryStatements, noteJobStatements, wasJobNoted } from '../records/lotteries.ts';
import type { PoolSource } from './pool-source.ts';
import type { Rehearsed, SolveInput, Unsolvable } from './solve-task.ts';
import type { Tasks } from './tasks.ts';
import { runInThread } from './thread.ts';
import type { Failure, Limits, Outcome, Running } from './thread.ts';

export type Purpose = 'panel' | 'rehearsal' | 'replacement';

export interface Job {
  readonly purpose: Purpose;
  readonly objective: Objective;
  /** SHA-256 of all that the lottery follows from. */
  readonly terms: string;
  readonly input: Omit<SolveInput, 'path' | 'seconds'>;
}

/** How a computation ended. A lottery that was found lies in the database; a rehearsal's is kept here only. */
export type Ending =
  | { readonly code: 'solved' }
  | { readonly code: 'rehearsed'; readonly rehearsal: Rehearsed }
  | ({ readonly code: 'infeasible' } & Pick<Unsolvable, 'conflict' | 'relaxations'>)
  | Failure;

export interface UnderWay {
  readonly purpose: Purpose;
  readonly objective: Objective;
  readonly terms: string;
  /** Null while another jury's computation has to end first. */
  readonly progress: Progress | null;
  readonly began: number;
}

export interface Ended {
  readonly purpose: Purpose;
  readonly terms: string;
  readonly ending: Ending;
}

export interface LotteryDesk {
  /** Begins a computation unless one for this jury is under way. */
  begin(jury: JuryId, job: Job): Promise<Result<undefined>>;
  cancel(jury: JuryId): void;
  underWay(jury: JuryId): UnderWay | null;
  /** The last computation of this purpose that ended since the server started. */
  ended(jury: JuryId, purpose: Purpose): Ended | null;
  /** Whether a computation was under way when the server was last stopped. */
  forgotten(jury: JuryId): Promise<boolean>;
  /** Whether the targets of a job can be met; null when it took too long to find out. */
  check(job: Pick<Job, 'terms' | 'input'>): Promise<Feasibility | null>;
  /** Runs another task of a lottery thread. */
  run<Name extends 'read-upload' | 'take-pool' | 'commit'>(
    task: Name,
    input: Omit<Tasks[Name]['input'], 'path'>,
  ): Promise<Outcome<Tasks[Name]['output']>>;
  /** Ends whatever is under way. */
  close(): Promise<void>;
}

/** Enough for every pool that was tried but the very hardest, whose best lottery so far is then taken. */
const SOLVING: Limits = { seconds: 900, heap: 1_536, solver: 1_536 };
const CHECKING: Limits = { seconds: 10, heap: 512, solver: 512 };
const READING: Limits = { seconds: 60, heap: 1_024, solver: 64 };
/** What the solver is given of the time, so that it can round its result to a list and hand it over. */
const SOLVING_SHARE = 0.6;

interface Surroundings {
  readonly database: Database;
  readonly log: Pick<Logger, 'warn'>;
  readonly limits?: Limits;
}

export function createLotteryDesk({ database, log, limits = SOLVING }: Surroundings): LotteryDesk {
  const path = join(database.folder, 'alqa.sqlite');
  const current = new Map<JuryId, UnderWay>();
  const threads = new Map<JuryId, Pick<Running<unknown>, 'cancel'>>();
  const endings = new Map<JuryId, ReadonlyMap<Purpose, Ended>>();
  const checked = new Map<JuryId, { readonly terms: string; readonly feasibility: Feasibility }>();
  const cancelled = new Set<JuryId>();
  let queue = Promise.resolve();
  let closing = false;

  const carryOut = async (jury: JuryId, job: Job): Promise<Ending> => {
    if (cancelled.has(jury)) return { code: 'cancelled' };
    const input = { ...job.input, path, seconds: limits.seconds * SOLVING_SHARE };
    const task = job.purpose === 'rehearsal' ? 'rehearse' : 'solve';
    const report = (progress: Progress) => {
      const known = current.get(jury);
      if (known) current.set(jury, { ...known, progress });
    };
    report({ stage: 'bounds', done: 0 });
    const thread = runInThread(task, input, limits, report);
    threads.set(jury, thread);
    const outcome = await thread.outcome;
    threads.delete(jury);
    if (!outcome.ok) return outcome.error;
    if (!outcome.value.solved) return { code: 'infeasible', ...outcome.value };
    if ('number' in outcome.value) return { code: 'rehearsed', rehearsal: outcome.value };
    const { list, result } = outcome.value;
    const purpose = job.purpose === 'replacement' ? 'replacement' : 'panel';
    const kept = { purpose, objective: job.objective, terms: job.terms, list, result, madeAt: Date.now() } as const;
    await database.write(keepLotteryStatements(jury, kept));
    return { code: 'solved' };
  };

  const inTurn = async (jury: JuryId, job: Job): Promise<void> => {
    const { purpose, terms } = job;
    const ending = await carryOut(jury, job).catch((error: unknown): Ending => {
      log.warn({ jury, error }, 'a lottery was computed but could not be kept');
      return { code: 'crashed', detail: String(error) };
    });
    if (ending.code === 'crashed') log.warn({ jury, detail: ending.detail }, 'a lottery thread failed');
    endings.set(jury, new Map(endings.get(jury)).set(purpose, { purpose, terms, ending }));
    current.delete(jury);
    cancelled.delete(jury);
    // What the server's own end cuts off stays noted, so that the next start can say that it is forgotten.
    if (closing) return;
    await database.write(eraseJobStatements(jury)).catch((error: unknown) => log.warn({ jury, error }, 'a note stays'));
  };

  return {
    async begin(jury, job) {
      if (current.has(jury)) return ok(undefined);
      const { purpose, objective, terms } = job;
      current.set(jury, { purpose, objective, terms, progress: null, began: Date.now() });
      const noted = await attempt(database, noteJobStatements(jury, Date.now()));
      if (noted.ok) queue = queue.then(() => inTurn(jury, job));
      else current.delete(jury);
      return noted.ok ? ok(undefined) : noted;
    },
    cancel(jury) {
      if (current.has(jury)) cancelled.add(jury);
      threads.get(jury)?.cancel();
    },
    underWay: (jury) => current.get(jury) ?? null,
    ended: (jury, purpose) => endings.get(jury)?.get(purpose) ?? null,
    forgotten: async (jury) => !current.has(jury) && (await wasJobNoted(database, jury)),
    async check({ terms, input }) {
      const { jury, targets, seats, households } = input;
      const known = checked.get(jury);
      if (known?.terms === terms) return known.feasibility;
      const { outcome } = runInThread('check', { jury, targets, seats, households, path }, CHECKING);
      const found = await outcome;
      if (!found.ok) return null;
      checked.set(jury, { terms, feasibility: found.value });
      return found.value;
    },
    run: (task, input) =>
      runInThread(task, { ...input, path } as Tasks[typeof task]['input'] & PoolSource, READING).outcome,
    async close() {
      closing = true;
      for (const jury of current.keys()) cancelled.add(jury);
      for (const thread of threads.values()) thread.cancel();
      await queue;
    },
  };
}
