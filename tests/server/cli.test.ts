import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isOlder } from '../../src/cli/node-version.js';
import { openDatabase } from '../../src/lib/server/records/database.ts';
import { scratchFolder } from './scratch.ts';

const program = fileURLToPath(new URL('../../src/cli/alqa.js', import.meta.url));

async function alqa(folder: string, ...parameters: string[]) {
  try {
    const env = { ...process.env, ALQA_DATA: folder, ORIGIN: 'https://alqa.example' };
    return { code: 0, ...(await promisify(execFile)(process.execPath, [program, ...parameters], { env })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('an account is created once, and its link leads to the configured address', async () => {
  const folder = scratchFolder();
  const create = ['admin', 'create', '--email', 'dana@example.kz', '--name', 'Dana'];
  const first = await alqa(folder, ...create);
  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^https:\/\/alqa\.example\/enter\/[\w-]{43}$/m) as string,
  });
  expect(await alqa(folder, ...create)).toMatchObject({
    code: 2,
    stderr: 'There is an account with this e-mail address already.\n',
  });
  const database = await openDatabase(folder);
  expect(await database.reader.selectFrom('account').select('email').execute()).toEqual([{ email: 'dana@example.kz' }]);
  await database.close();
}, 30_000);

test.each([
  [['no-such-command']],
  [['admin', 'create', '--email', 'a@b.kz']],
  [['admin', 'create', '--email', 'nothing', '--name', 'A']],
  [['journal', 'verify', 'J9']],
])(
  '%j is answered with a sentence and exit code 2',
  async (parameters) => {
    const { code, stderr } = await alqa(scratchFolder(), ...parameters);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n/);
    expect(stderr).not.toContain('    at ');
  },
  30_000,
);

test.each([
  ['20.19.0', true],
  ['22.17.9', true],
  ['22.18.0', false],
  ['24.0.0', false],
])('Node %s is too old: %s', (version, expected) => expect(isOlder(version, [22, 18])).toBe(expected));
