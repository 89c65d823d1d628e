import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dir, file, files, json, lottery } from './cli-runner.ts';

describe('alqa lottery', { timeout: 60_000 }, () => {
  const input = ['--categories', 'c.csv', '--respondents', 'r.csv', '--seats', '2'];
  test.each<[string[], RegExp]>([
    [['check'], /Name the file with the targets, such as --categories/],
    [['check', '--categories', 'c.csv'], /Name the file with the people, such as --respondents/],
    [['check', '--categories', 'c.csv', '--respondents', 'r.csv'], /Say how many people sit/],
    [['check', ...input.slice(0, -1), '2x'], /such as --seats 24/],
    [['check', ...input.slice(0, -1), '0'], /such as --seats 24/],
    [['check', ...input], /c\.csv cannot be read \(ENOENT\)/],
    [['check', ...input, '--household', ','], /Name the columns of the address/],
    [['solve', ...input, '--objective', 'best'], /There is no objective "best"\. Give one of leximin, maximin/],
    [['solve', ...input, '--panels', '0'], /Give --panels a whole number from 1/],
    [['solve', ...input, '--time-limit', 'soon'], /Give --time-limit a number of seconds/],
    [['draw', ...input], /Give the seed that was made in public/],
    [['draw', ...input, '--seed', ' '], /Give the seed that was made in public/],
    [['draw', ...input, '--seed', '1', '--ticket', '042'], /not several/],
    [['draw', ...input, '--seed', '1'], /Name a folder for the record/],
    [['draw', ...input, '--seed', '1', '--out', '/nowhere', '--alternates', 'x'], /c\.csv cannot be read/],
    [['draw', '--committed', '/nowhere', ...input, '--seed', '1', '--out', '/nowhere'], /not both/],
    [['verify', '/nowhere'], /\/nowhere holds no record/],
    [['verify'], /Name the folder of a record/],
    [['replace'], /Name the folder of the record/],
    [['check', '--seats'], /argument missing/],
    [['check', 'more'], /too many arguments/],
  ])('answers 2 and says what would be right about %j', async (args, message) => {
    const [command, ...options] = args;
    const { code, stdout } = await lottery(command!, '--json', ...options);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ error: expect.stringMatching(message) as string });
  });

  test('says to people on standard error what it says to programs in JSON', async () => {
    const refused = await lottery('draw', ...files);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^Give the seed that was made in public/);
    const unknown = await lottery('draw', '--colour');
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/unknown option '--colour'\nAdd --help/);
  });

  test('answers 2 to a ticket that the list does not have, before it solves', async () => {
    const refused = await json('draw', ...files, '--ticket', '1000', '--out', join(dir, 'outside'));
    expect(refused).toMatchObject({ code: 2, data: { error: expect.stringContaining('from 000 to 999') as string } });
    const alternates = await json('draw', ...files, '--seed', 's', '--alternates', '-1', '--out', join(dir, 'outside'));
    expect(alternates).toMatchObject({ code: 2, data: { error: expect.stringContaining('--alternates 4') as string } });
  });

  test('answers 2 to what is no command, and explains itself', async () => {
    expect(await lottery('shuffle')).toMatchObject({ code: 2, stdout: '' });
    expect((await lottery()).code).toBe(2);
    const { code, stdout } = await lottery('--help');
    expect(code).toBe(0);
    for (const word of [
      '--objective',
      '--commit-only',
      '--leaving',
      '--household',
      '--ticket',
      'SHA256SUMS',
      '2 bad input',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test('answers 2 to a file that is far too large, of which it reads no more than it must', async () => {
    const large = file('large.csv', '');
    truncateSync(large, 4 * 1024 ** 3);
    const refused = await json('check', '--categories', large, ...files.slice(2));
    expect(refused).toMatchObject({ code: 2, data: { problems: [{ code: 'too-large' }] } });
  });

  test('answers 2 with every problem of a bad file', async () => {
    const bad = file('bad.csv', 'id,gender\nt1,F\nt1,m\n');
    const options = [...files.slice(0, 2), '--respondents', bad, '--seats', '2'];
    const refused = await json('check', ...options);
    expect(refused).toMatchObject({ code: 2, data: { problems: [{ suggestion: 'f' }, { code: 'duplicate-id' }] } });
    const { stderr } = await lottery('check', ...options);
    expect(stderr).toContain('respondents, line 2: "F" is not among the listed values of "gender". Did you mean "f"?');
  });
});
