import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./slow-server.ts', import.meta.url));

test('SIGTERM: what was asked is answered, then everything is drained, then the exit code is 0', async () => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  const port = (await line()).replace('port ', '');
  const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  expect(await line()).toBe('asked');
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  expect(await answer).toBe('answered');
  expect(await line()).toBe('drained');
  expect(await ended).toEqual([0, null]);
}, 30_000);
