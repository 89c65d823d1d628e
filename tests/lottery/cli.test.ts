import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dir, file, files, json, lottery } from './cli-runner.ts';

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('alqa lottery', { timeout: 60_000 }, () => {
  test('checks and solves', async () => {
    expect(await json('check', ...files)).toEqual({ code: 0, data: { feasible: true, seats: 6, pool: 40 } });
    const { code, data } = await json('solve', ...files, '--panels', '200');
    expect(code).toBe(0);
    expect(Object.keys(data).sort()).toEqual(
      [
        ...['bound', 'gap', 'geometricMean', 'gini', 'list', 'max', 'min', 'objective', 'panels', 'people', 'pool'],
        ...['seats', 'seconds', 'unselectable'],
      ].sort(),
    );
    expect(data).toMatchObject({ seats: 6, pool: 40, objective: 'leximin', list: { size: 200 } });
    const people = data['people'] as { id: string; probability: number }[];
    expect(people).toHaveLength(40);
    // Three of ten women, three of thirty men.
    expect(data['min']).toBeCloseTo(0.1, 6);
    expect(data['max']).toBeCloseTo(0.3, 6);
    for (const { id, probability } of people) {
      expect(probability).toBeCloseTo(Number(id.slice(1)) % 4 === 0 ? 0.3 : 0.1, 6);
    }
    const panels = data['panels'] as { probability: number; members: string[] }[];
    expect(panels.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    for (const { members } of panels) expect(members).toHaveLength(6);
  });

  test('reports chances in words beside the greedy method', async () => {
    const { code, stdout } = await lottery('solve', ...files, '--report');
    expect(code).toBe(0);
    expect(stdout).toContain('by the greedy method (about, from 2000 draws), 10.00% here.');
    expect(stdout).toContain('gender = f: 10, 30.00% – 30.00% – 30.00%');
    expect(stdout).toMatch(/27\.00% – +30\.00% +10 +█/);
  });

  test('seats at most one person of an address', async () => {
    const people = Array.from({ length: 12 }, (_, index) => {
      const home = index < 4 ? 'Abay st. 1,apt 2' : `Abay st. ${String(index)},`;
      return `t${String(index)},${index % 2 === 0 ? 'f' : 'm'},${index === 3 ? home.toUpperCase() : home}`;
    });
    const terms = [
      ...['--categories', file('home-targets.csv', 'category,name,min,max\ngender,f,2,2\ngender,m,2,2\n')],
      ...['--respondents', file('home-people.csv', `id,gender,street,flat\n${people.join('\n')}\n`), '--seats', '4'],
    ];
    const { code, data } = await json('solve', ...terms, '--household', 'street,flat');
    expect(code).toBe(0);
    const together = (members: readonly string[]): number =>
      members.filter((id) => ['t0', 't1', 't2', 't3'].includes(id)).length;
    const panels = data['panels'] as { members: string[] }[];
    expect(Math.max(...panels.map(({ members }) => together(members)))).toBe(1);
    const apart = await json('solve', ...terms);
    const all = apart.data['panels'] as { members: string[] }[];
    expect(Math.max(...all.map(({ members }) => together(members)))).toBeGreaterThan(1);
  });

  test('gives the ticket that public numbers select by RFC 3797', async () => {
    const chosen = await json('rfc3797', '9319', '2,5,12,8,10', '9,18,26,34,41,45', '--panels', '25');
    // The first of the RFC's worked example is number 17, counted from 1.
    expect(chosen).toEqual({
      code: 0,
      data: { key: '9319./2.5.8.10.12./9.18.26.34.41.45./', panels: 25, ticket: '16' },
    });
    expect(await json('rfc3797', '9319', 'red')).toMatchObject({ code: 2, data: { error: expect.stringContaining('red') } }); // prettier-ignore
  });

  test('draws by seed, verifies, and finds what was forged', async () => {
    const out = join(dir, 'record');
    const drawn = await json('draw', ...files, '--panels', '100', '--seed', '3 1 4', '--alternates', '2', '--out', out);
    expect(drawn).toMatchObject({ code: 0, data: { drawn: true, draw: { seed: '3 1 4' }, out } });
    expect(readdirSync(out).sort()).toEqual(
      ['SHA256SUMS', 'commitment.json', 'draw.json', 'list.json', 'pool.json', 'targets.json'].sort(),
    );
    expect(drawn.data['commitment']).toBe(sha256(join(out, 'commitment.json')));
    for (const line of readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [hash, name] = line.split('  ') as [string, string];
      expect(sha256(join(out, name))).toBe(hash);
    }
    const solved = await json('solve', ...files, '--panels', '100');
    expect(solved.data['list']).toMatchObject({ sha256: sha256(join(out, 'list.json')) });

    expect(await json('verify', out)).toMatchObject({ code: 0, data: { verified: true } });
    expect(await lottery('verify', out)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The draw holds') as string,
    });
    const forged = join(dir, 'forged');
    cpSync(out, forged, { recursive: true });
    writeFileSync(join(forged, 'draw.json'), readFileSync(join(out, 'draw.json'), 'utf8').replace('3 1 4', '3 1 5'));
    expect(await json('verify', forged)).toMatchObject({
      code: 1,
      data: { verified: false, discrepancy: { code: 'number-differs' } },
    });
    rmSync(join(forged, 'pool.json'));
    expect(await json('verify', forged)).toMatchObject({ code: 1, data: { discrepancy: { code: 'file-missing' } } });
    writeFileSync(join(forged, 'pool.json'), `\ufeff${readFileSync(join(out, 'pool.json'), 'utf8')}`);
    expect(await json('verify', forged)).toMatchObject({ code: 1, data: { discrepancy: { code: 'file-unreadable' } } });
  });

  test('never overwrites a record and leaves nothing half-written', async () => {
    const out = join(dir, 'once');
    expect((await lottery('draw', ...files, '--ticket', '042', '--out', out)).code).toBe(0);
    const before = sha256(join(out, 'draw.json'));
    const again = await lottery('draw', ...files, '--ticket', '043', '--out', out);
    expect(again).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('never overwritten') as string,
    });
    expect(sha256(join(out, 'draw.json'))).toBe(before);
    const inFile = await json('draw', ...files, '--ticket', '043', '--out', join(file('plain', ''), 'record'));
    expect(inFile).toMatchObject({ code: 2, data: { error: expect.stringContaining('ENOTDIR') as string } });
    expect(readdirSync(dir).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('commits first and draws afterwards, once', async () => {
    const [committed, out] = [join(dir, 'committed'), join(dir, 'drawn')];
    const first = await json('draw', ...files, '--commit-only', '--out', committed);
    expect(first).toMatchObject({ code: 0, data: { drawn: false } });
    expect(existsSync(join(committed, 'draw.json'))).toBe(false);
    expect(await json('verify', committed)).toMatchObject({ code: 0, data: { verified: true, draw: null } });
    const { code, data } = await json('draw', '--committed', committed, '--ticket', '999', '--out', out);
    expect({ code, commitment: data['commitment'] }).toEqual({ code: 0, commitment: first.data['commitment'] });
    expect((await lottery('verify', out)).code).toBe(0);
    const twice = await json('draw', '--committed', out, '--ticket', '998', '--out', join(dir, 'twice'));
    expect(twice).toMatchObject({ code: 2, data: { error: expect.stringContaining('already') as string } });
  });

  test('replaces, and verifies each replacement with those before it', async () => {
    const [one, two, three] = ['r1', 'r2', 'r3'].map((name) => join(dir, name)) as [string, string, string];
    const drawn = await json('draw', ...files, '--seed', 'one', '--alternates', '4', '--out', one);
    const { panel, alternates } = drawn.data['draw'] as { panel: string[]; alternates: string[] };
    const [leaver, ...stay] = panel;
    const second = await json('replace', one, '--leaving', leaver!, '--seed', 'two', '--out', two);
    expect(second.code).toBe(0);
    const replaced = (second.data['draw'] as { panel: string[] }).panel;
    expect(replaced).toEqual(expect.arrayContaining(stay));
    expect(replaced).not.toContain(leaver);
    const options = ['--leaving', stay[0]!, '--confirmed', stay.slice(1).join(','), '--ticket', '000', '--out', three];
    expect((await json('replace', two, ...options)).code).toBe(0);
    expect((await lottery('verify', three)).code).toBe(0);
    expect(await lottery('verify', one, two, three, '--recompute')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('is the one that the fairest lottery gives') as string,
    });
    expect(await json('verify', one, three)).toMatchObject({
      code: 1,
      data: { discrepancy: { code: 'does-not-follow' } },
    });

    const out = ['--out', join(dir, 'r4')];
    for (const [args, message] of [
      [['--leaving', 'nobody', '--seed', 's'], /Neither drawn nor in reserve: nobody/],
      [['--leaving', alternates[0]!, '--seed', 's'], /No seat is free/],
      [
        ['--leaving', leaver!, '--ticket', '42'],
        /"42" is no ticket of this list of 1000 panels: they go from 000 to 999/,
      ],
    ] as const) {
      const refused = await json('replace', one, ...args, ...out);
      expect(refused).toMatchObject({ code: 2, data: { error: expect.stringMatching(message) as string } });
    }
    expect(existsSync(join(dir, 'r4'))).toBe(false);
  });

  test('answers 1 with the conflict and the least change when no panel exists', async () => {
    const more = [...files.slice(0, -1), '7'];
    const { code, stdout, stderr } = await lottery('check', ...more);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('No panel of 7 can meet these targets together');
    expect(stdout).toMatch(/Raise the maximum of gender = [fm] from 3 to 4\./);
    for (const command of [['check'], ['solve'], ['draw', '--seed', 's', '--out', join(dir, 'none')]]) {
      expect(await json(...command, ...more)).toMatchObject({
        code: 1,
        data: {
          feasible: false,
          error: expect.stringContaining('No panel of 7') as string,
          conflict: [{ bound: 'max' }, { bound: 'max' }],
          relaxations: expect.arrayContaining([
            expect.objectContaining({ changes: [expect.objectContaining({ bound: 'max', from: 3, to: 4 })] }),
          ]) as unknown[],
        },
      });
    }
    expect(existsSync(join(dir, 'none'))).toBe(false);
  });
});
