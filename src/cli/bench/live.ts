/**
 * `npm run bench -- live`: what people in a jury wait for, beside a bare broadcast without any rules or records, measured in turns in the same minutes.
 * Only the ratios mean anything beyond this machine.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, percentile } from '../../../tests/bench/figures.ts';
import type { Measured, Task } from '../../../tests/bench/load.ts';
import { reportOf } from '../../../tests/bench/report.ts';
import type { Run } from '../../../tests/bench/report.ts';
import { freePort } from '../../../tests/faults/child-server.ts';
import { cookieFor, seatJury } from '../../../tests/live/seated.ts';
import { createApp } from '../../lib/server/app.ts';
import { readConfig } from '../../lib/server/config.ts';
import { root } from '../run-program.js';

const JURORS = 25;
const SIZES = [1, 20] as const;
const REPETITIONS = 3;
const SECONDS = 5;
const UNLIMITED = { ALQA_COMMANDS_PER_MINUTE: '1000000', ALQA_CONNECTS_PER_MINUTE: '1000000', ALQA_LOG: 'error' };

type Kind = Task['kind'];
type Room = Task['rooms'][number];

const folder = mkdtempSync(join(tmpdir(), 'alqa-bench-'));
const servers: ChildProcess[] = [];

export async function benchLive(): Promise<void> {
  try {
    await bench();
  } finally {
    for (const server of servers) server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bench(): Promise<void> {
  const ports = { alqa: await freePort(), bare: await freePort() };
  const originOf = (kind: Kind): string => `http://127.0.0.1:${ports[kind]}`;
  console.log(`Seating ${Math.max(...SIZES)} juries of ${JURORS} …`);
  const rooms = await seatJuries(originOf('alqa'));
  const alqa = await start('alqa-server.ts', ports.alqa, { ...UNLIMITED, ORIGIN: originOf('alqa'), ALQA_DATA: folder });
  const bare = await start('bare-server.ts', ports.bare, {});
  const server = { alqa, bare };

  const runs = new Map<string, Run[]>();
  for (let repetition = 1; repetition <= REPETITIONS; repetition += 1)
    for (const size of SIZES)
      for (const kind of ['alqa', 'bare'] as const) {
        const task = {
          kind,
          origin: originOf(kind),
          rooms: rooms.slice(0, size),
          seconds: SECONDS,
          seed: `${size} ${repetition}`,
        };
        const run = await measure(task, server[kind]);
        const key = `${kind} ${size}`;
        runs.set(key, [...(runs.get(key) ?? []), run]);
        console.log(
          `  ${repetition}/${REPETITIONS}  ${size} × ${JURORS}  ${kind}: ${run.acknowledged} of ${run.sent} acknowledged`,
        );
      }
  console.log(`\nEach juror says something once a second; medians of ${REPETITIONS} runs of ${SECONDS} s.\n`);
  console.log(reportOf(runs, SIZES, JURORS, SECONDS));
  const lateness = median([...runs.values()].flat().map(({ lateBy }) => percentile(lateBy, 0.99)));
  console.log(`\nThe generator itself was late by ${lateness.toFixed(1)} ms (p99).`);
}

async function seatJuries(origin: string): Promise<readonly Room[]> {
  const app = await createApp(readConfig({ ALQA_DATA: folder, ORIGIN: origin, ALQA_LOG: 'error' }));
  try {
    const seated: Room[] = [];
    for (let n = 1; n <= Math.max(...SIZES); n += 1) {
      const { jury, seats } = await seatJury(app, { jury: `J${n}`, seats: JURORS });
      const cookies: string[] = [];
      for (const id of seats) cookies.push(await cookieFor(app, jury, { kind: 'seat', id }));
      seated.push({ jury, cookies });
    }
    return seated;
  } finally {
    await app.close();
  }
}

async function start(program: string, port: number, settings: Record<string, string>): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port), ...settings };
  const child = fork(join(root, 'tests/bench', program), { env });
  servers.push(child);
  await once(child, 'message');
  return child;
}

async function cpuOf(server: ChildProcess): Promise<number> {
  server.send('cpu');
  const [{ cpu }] = (await once(server, 'message')) as [{ cpu: number }];
  return cpu;
}

async function measure(task: Task, server: ChildProcess): Promise<Run> {
  const generator = fork(join(root, 'tests/bench/load.ts'));
  generator.send(task);
  // Everybody has come in: from here on the server's time is spent on what is said.
  await once(generator, 'message');
  const before = await cpuOf(server);
  generator.send('begin');
  const [measured] = (await once(generator, 'message')) as [Measured];
  return { ...measured, cpu: (await cpuOf(server)) - before };
}
