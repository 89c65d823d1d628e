/** A jury's pool in a real database, and a real desk that computes its lottery. */
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Targets } from '../../../src/lib/lottery/index.ts';
import { createLotteryDesk } from '../../../src/lib/server/lottery/desk.ts';
import type { Job, LotteryDesk, Purpose } from '../../../src/lib/server/lottery/desk.ts';
import { takePool } from '../../../src/lib/server/lottery/pool-task.ts';
import type { PoolRead } from '../../../src/lib/server/lottery/pool-task.ts';
import type { Limits } from '../../../src/lib/server/lottery/thread.ts';
import type { Database } from '../../../src/lib/server/records/database.ts';
import { poolStatements } from '../../../src/lib/server/selection.ts';
import { scratchDatabase } from '../scratch.ts';

export const SALT = '5'.repeat(64);

export const TARGETS: Targets = [
  { category: 'gender', value: 'women', min: 2, max: 2 },
  { category: 'gender', value: 'men', min: 2, max: 2 },
  { category: 'view', value: 'for', min: 1, max: 3 },
  { category: 'view', value: 'against', min: 1, max: 3 },
];

const COLUMNS = { id: 'id', categories: {}, household: ['address'], name: 'name', email: '', phone: '' };

/** As many volunteers as asked: every other a woman, every third against, two at each address. */
export function tableOf(people: number): string {
  const rows = Array.from({ length: people }, (_, row) =>
    [`F${row}`, row % 2 ? 'men' : 'women', row % 3 ? 'for' : 'against', `Person ${row}`, `House ${row >> 1}`].join(),
  );
  return ['id,gender,view,name,address', ...rows].join('\n');
}

export function readPoolOf(people: number, targets = TARGETS): PoolRead {
  const read = takePool({ text: tableOf(people), targets, columns: COLUMNS, salt: SALT, merges: [] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

export const jobFor = (purpose: Purpose, change: Partial<Job['input']> = {}): Job => ({
  purpose,
  objective: 'leximin',
  terms: 'a'.repeat(64),
  input: {
    ...{ jury: 'J1', households: false, targets: TARGETS, seats: 4, objective: 'leximin' },
    replacement: null,
    ...change,
  },
});

export async function deskWith(
  people: number,
  limits?: Limits,
): Promise<{ desk: LotteryDesk; database: Database; end: (job: Job) => Promise<unknown> }> {
  const database = await scratchDatabase();
  await database.write(poolStatements('J1', readPoolOf(people), SALT));
  const log = pino({ level: 'silent' });
  const desk = createLotteryDesk({ database, log, ...(limits ? { limits } : {}) });
  onTestFinished(() => desk.close());
  const end = async (job: Job) => {
    await desk.begin('J1', job);
    while (desk.underWay('J1')) await wait(5);
    return desk.ended('J1', job.purpose)?.ending;
  };
  return { desk, database, end };
}
