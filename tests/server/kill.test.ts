import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentsOf } from '../../src/lib/server/records/contents.ts';
import { openDatabase } from '../../src/lib/server/records/database.ts';
import { scratchFolder } from './scratch.ts';

const program = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));

test('kill -9 in the middle of writing loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
  const folder = scratchFolder();
  const acknowledged: string[] = [];
  for (const afterMs of [150, 60, 230]) {
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    child.kill('SIGKILL');
    await once(child, 'close');
    // What follows the last line end is a line cut short by the kill.
    acknowledged.push(...output.split('\n').slice(0, -1));
  }
  expect(acknowledged.length).toBeGreaterThan(100);
  const database = await openDatabase(folder);
  const stored = await contentsOf(database, 'J1');
  await database.close();
  expect(acknowledged.filter((sha256) => !stored.has(sha256))).toEqual([]);
});
