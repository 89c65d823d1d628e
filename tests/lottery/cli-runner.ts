/** The real program, run on small files of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

const ALQA = join(import.meta.dirname, '../../src/cli/alqa.js');

export const dir = mkdtempSync(join(tmpdir(), 'alqa-lottery-'));
export const file = (name: string, content: string): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
afterAll(() => rmSync(dir, { recursive: true }));

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

export function lottery(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ALQA, 'lottery', ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

export async function json(...args: string[]): Promise<{ code: number; data: Record<string, unknown> }> {
  const { code, stdout, stderr } = await lottery(...args, '--json');
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return { code, data: JSON.parse(stdout) as Record<string, unknown> };
}

const people = Array.from({ length: 40 }, (_, index) => `t${String(index)},${index % 4 === 0 ? 'f' : 'm'}`);
/** Forty people, ten of them women, and targets of three and three. */
export const files: readonly string[] = [
  '--categories',
  file('categories.csv', 'category,name,min,max\ngender,f,3,3\ngender,m,3,3\n'),
  '--respondents',
  file('respondents.csv', `id,gender\n${people.join('\n')}\n`),
  '--seats',
  '6',
];
