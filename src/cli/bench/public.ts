/**
 * `npm run bench -- public`: the verdict page of a large jury, as it is deployed, beside the same bytes from a bare Node server and from nginx, asked in
 * turns in the same minutes. Only the ratios mean anything beyond this machine.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, percentile, table } from '../../../tests/bench/figures.ts';
import { askAgainAndAgain, lengthOfAnswer, question } from '../../../tests/bench/public/asking.ts';
import type { Asked } from '../../../tests/bench/public/asking.ts';
import { look } from '../../../tests/bench/public/browser.ts';
import { LARGE, publishLargeVerdict } from '../../../tests/bench/public/large-jury.ts';
import { isNginxThere, startNginx } from '../../../tests/bench/public/nginx.ts';
import { freePort } from '../../../tests/faults/child-server.ts';
import { newPlace, startServer } from '../../../tests/journeys/support/server.ts';
import { createApp } from '../../lib/server/app.ts';
import { readConfig } from '../../lib/server/config.ts';
import { root } from '../run-program.js';

const JURY = 'large';
const PATH = `/juries/${JURY}`;
const REPETITIONS = 5;
const LOAD = { lines: 32, seconds: 2 } as const;
const SLOWDOWN = 4;
/** Of the reference's answers a second, and of the weight without images. */
const AIM = { page: 0.5, unchanged: 1, bytes: 120_000 } as const;
const ASKED = { 'Accept-Encoding': 'br', 'Accept-Language': 'en' } as const;

interface Rival {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  readonly tag: string;
}

export async function benchPublic(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alqa-bench-'));
  const place = await newPlace();
  console.log(
    `Publishing ${LARGE.recommendations} recommendations, ${LARGE.exhibits} exhibits, ${LARGE.minorityStatements} minority statements …`,
  );
  const app = await createApp(readConfig({ ...place.variables, ALQA_LOG: 'error' }));
  await publishLargeVerdict(app, JURY);
  await app.close();
  const server = await startServer(place);
  const others: ChildProcess[] = [];
  try {
    const page = await fetchPage(server.origin);
    const alqa: Rival = { name: 'Alqa', port: Number(new URL(server.origin).port), path: PATH, tag: page.headers.etag };
    const bare = await startBare(page, others);
    const nginx = await startStatic(folder, page.body, others);
    await race([alqa, bare, ...(nginx ? [nginx] : [])]);
    await weigh(server.origin, page.body.byteLength);
  } finally {
    for (const other of others) other.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchPage(origin: string) {
  const { port } = new URL(origin);
  const bytes = question(Number(port), PATH, ASKED);
  await lengthOfAnswer(Number(port), bytes, 200);
  // The body as it travels: `fetch` would unpack it.
  const [response] = (await once(get(origin + PATH, { headers: ASKED }), 'response')) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  const headers = Object.fromEntries(
    Object.entries(response.headers).filter(
      ([name]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(name),
    ),
  ) as Record<string, string> & { etag: string };
  return { headers, body };
}

async function startBare(page: Awaited<ReturnType<typeof fetchPage>>, others: ChildProcess[]): Promise<Rival> {
  const port = await freePort();
  const child = fork(join(root, 'tests/bench/public/bare-page.ts'), { env: { ...process.env, PORT: String(port) } });
  others.push(child);
  child.send({ headers: page.headers, body: page.body.toString('base64') });
  await once(child, 'message');
  return { name: 'bare Node', port, path: PATH, tag: page.headers.etag };
}

async function startStatic(folder: string, body: Buffer, others: ChildProcess[]): Promise<Rival | null> {
  if (!isNginxThere()) {
    console.log('nginx is not installed here (apt-get install nginx-light): measured beside bare Node only.');
    return null;
  }
  const port = await freePort();
  others.push(await startNginx(folder, port, body));
  const answer = await fetch(`http://127.0.0.1:${port}/page`, {
    headers: { 'accept-encoding': 'identity' },
    method: 'HEAD',
  });
  return { name: 'nginx', port, path: '/page', tag: answer.headers.get('etag') ?? '' };
}

async function race(rivals: readonly Rival[]): Promise<void> {
  for (const [title, status] of [
    ['The page', 200],
    ['"You have it already" (304)', 304],
  ] as const) {
    const runs = new Map<string, Asked[]>(rivals.map(({ name }) => [name, []]));
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1)
      for (const { name, port, path, tag } of rivals) {
        const bytes = question(port, path, status === 304 ? { ...ASKED, 'If-None-Match': tag } : ASKED);
        const length = await lengthOfAnswer(port, bytes, status);
        runs.get(name)!.push(await askAgainAndAgain(port, bytes, length, LOAD));
      }
    const rate = (name: string): number =>
      median((runs.get(name) ?? []).map(({ answers, seconds }) => answers / seconds));
    const rows = rivals.map(({ name }) => {
      const rates = runs.get(name)!.map(({ answers, seconds }) => answers / seconds);
      const p99 = median(runs.get(name)!.map(({ waits }) => percentile(waits, 0.99)));
      return [
        name,
        rate(name).toFixed(0),
        `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`,
        p99.toFixed(1),
      ];
    });
    console.log(`\n${title}: ${LOAD.lines} lines, medians of ${REPETITIONS} runs of ${LOAD.seconds} s\n`);
    console.log(table([['', 'answers/s', 'range', 'p99 ms'], ...rows]));
    for (const { name } of rivals.slice(1))
      console.log(`Alqa answers ${(rate('Alqa') / rate(name)).toFixed(2)} as often as ${name}.`);
    if (status === 200)
      console.log(
        `Aim: at least ${AIM.page} of bare Node. ${rate('Alqa') >= AIM.page * rate('bare Node') ? 'Reached.' : 'NOT reached.'}`,
      );
    else console.log(`Aim: at least ${AIM.unchanged} of nginx.`);
  }
}

async function weigh(origin: string, compressed: number): Promise<void> {
  const { bytes, firstPaint, shift } = await look(origin + PATH, SLOWDOWN);
  const { image = 0, ...rest } = bytes;
  const total = Object.values(rest).reduce((sum, each) => sum + each, 0);
  console.log(
    `\nOn a phone ${SLOWDOWN} times slower than this machine, over the wire without images (${image} bytes):\n`,
  );
  console.log(
    table([
      ['', 'bytes'],
      ...Object.entries(rest).map(([kind, each]) => [kind, String(each)]),
      ['together', String(total)],
    ]),
  );
  console.log(`The page itself: ${compressed} bytes compressed.`);
  console.log(`Aim: under ${AIM.bytes} bytes. ${total < AIM.bytes ? 'Reached.' : 'NOT reached.'}`);
  console.log(`First paint after ${firstPaint.toFixed(0)} ms; layout shift ${shift.toFixed(3)}.`);
}
