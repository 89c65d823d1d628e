import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const MODULE = new URL('../../src/cli/lottery.ts', import.meta.url).href;
const RUN = `import { lotteryCommand } from ${JSON.stringify(MODULE)}; await lotteryCommand().parseAsync(process.argv, { from: 'eval' });`;

const dir = mkdtempSync(join(tmpdir(), 'alqa-lottery-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
afterAll(() => rmSync(dir, { recursive: true }));

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function lottery(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = ['--input-type=module', '--eval', RUN, '--', ...args];
    execFile(process.execPath, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

let files: string[];
beforeAll(() => {
  const people = Array.from({ length: 40 }, (_, index) => `t${String(index)},${index % 2 === 0 ? 'f' : 'm'}`);
  files = [
    '--categories',
    file('categories.csv', 'category,name,min,max\ngender,f,5,5\ngender,m,5,5\n'),
    '--respondents',
    file('respondents.csv', `id,gender\n${people.join('\n')}\n`),
  ];
});

describe('alqa lottery', { timeout: 30_000 }, () => {
  test('checks, draws and verifies', async () => {
    const checked = await lottery('check', ...files, '--seats', '10', '--json');
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    const { commitment } = JSON.parse(checked.stdout) as { commitment: string };

    const out = join(dir, 'record');
    const drawn = await lottery('draw', ...files, '--seats', '10', '--seed', '3 1 4', '--out', out, '--json');
    expect(drawn).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(drawn.stdout)).toMatchObject({ drawn: true, draw: { commitment, seed: '3 1 4', seats: 10 } });
    for (const line of readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [hash, name] = line.split('  ') as [string, string];
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      ).toBe(hash);
    }

    expect(await lottery('verify', out)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The draw holds') as string,
    });
    const again = await lottery('draw', ...files, '--seats', '10', '--seed', 'other', '--out', out);
    expect(again).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('never overwritten') as string,
    });

    const record = join(out, 'draw.json');
    writeFileSync(record, readFileSync(record, 'utf8').replace('"3 1 4"', '"3 1 5"'));
    const forged = await lottery('verify', out, '--json');
    expect(forged.code).toBe(1);
    expect(JSON.parse(forged.stdout)).toMatchObject({ verified: false, discrepancy: { code: 'order-differs' } });
  });

  test('answers 1 with the conflict and the least change when no panel exists', async () => {
    const infeasible = await lottery('check', ...files, '--seats', '11');
    expect(infeasible).toMatchObject({ code: 1, stderr: '' });
    expect(infeasible.stdout).toContain('No panel of 11 can meet these targets together');
    expect(infeasible.stdout).toMatch(/Raise the maximum of gender = [fm] from 5 to 6\./);
    const drawn = await lottery('draw', ...files, '--seats', '11', '--seed', 's', '--out', join(dir, 'none'), '--json');
    expect(drawn.code).toBe(1);
    expect(JSON.parse(drawn.stdout)).toMatchObject({ feasible: false, conflict: [{ bound: 'max' }, { bound: 'max' }] });
  });

  test.each<[string[], RegExp]>([
    [['check'], /Name the file with the targets, such as --categories/],
    [['check', '--categories', 'c.csv'], /Name the file with the people, such as --respondents/],
    [['check', '--categories', 'c.csv', '--respondents', 'r.csv'], /Say how many people sit/],
    [['check', '--categories', 'c.csv', '--respondents', 'r.csv', '--seats', '2x'], /such as --seats 24/],
    [['check', '--categories', 'c.csv', '--respondents', 'r.csv', '--seats', '2'], /c\.csv cannot be read \(ENOENT\)/],
    [['draw'], /Give the seed that was made in public/],
    [['draw', '--seed', '1'], /Name a directory for the record/],
    [['verify', '/nowhere'], /pool\.json cannot be read \(ENOENT\)/],
    [['verify'], /Add --help/],
    [['check', '--colour'], /unknown option '--colour'\nAdd --help/],
    [['shuffle'], /unknown command 'shuffle'\nAdd --help/],
    [[], /Usage: /],
  ])('answers 2 and says what to do about %j', async (args, message) => {
    const refused = await lottery(...args);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
  });

  test('answers 2 with every problem of a bad file', async () => {
    const bad = file('bad.csv', 'id,gender\nt1,F\nt1,m\n');
    const options = [...files.slice(0, 2), '--respondents', bad, '--seats', '2'];
    const refused = await lottery('check', ...options, '--json');
    expect(refused).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(refused.stdout)).toMatchObject({ problems: [{ suggestion: 'f' }, { code: 'duplicate-id' }] });
    const { stderr } = await lottery('check', ...options);
    expect(stderr).toContain('respondents, line 2: "F" is not among the listed values of "gender". Did you mean "f"?');
  });
});
