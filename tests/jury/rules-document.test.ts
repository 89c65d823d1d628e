/** RULES.md says what the code does: its two tables, its numbers, and every refusal the rules give. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../src/lib/jury/permissions.ts';
import { REFUSALS } from '../../src/lib/jury/refusals.ts';
import { STAGES, stagesBetween } from '../../src/lib/jury/stages.ts';
import type { Stage } from '../../src/lib/jury/stages.ts';
import { SLICES_SEEN } from '../../src/lib/jury/view.ts';

const RULES_OF_A_JURY = join(import.meta.dirname, '..', '..', 'src', 'lib', 'jury');
const document = readFileSync(join(RULES_OF_A_JURY, 'RULES.md'), 'utf8');
const read = (folder: string, pattern: string): string[] =>
  globSync(pattern, { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
const sources = read(RULES_OF_A_JURY, '**/*.ts');
/** [A7] to [A9] concern what lies outside the journal, so the server keeps them. */
const keptByServer = read(join(RULES_OF_A_JURY, '../server'), '{people,organised,names}.ts');
const tests = read(join(import.meta.dirname, '..'), '{jury,server,live,routes}/**/*.test.ts');

/** The cells of the table under a heading, without its first two lines. */
function tableUnder(heading: string, text = document): string[][] {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function permissionsIn(text: string) {
  return Object.fromEntries(
    tableUnder('Who may do what, and when', text).map(([command = '', who = '', when = '']) => {
      const [first, last = first] = when.split(' to ');
      return [
        command.replaceAll('`', ''),
        { roles: who.split(', '), stages: stagesBetween(first as Stage, last as Stage) },
      ];
    }),
  );
}

function slicesIn(text: string) {
  const header = /\| Role +\|(.*)\|/.exec(text)?.[1] ?? '';
  const slices = header.split('|').map((cell) => cell.trim());
  return Object.fromEntries(
    tableUnder('Who sees which part', text).map(([role = '', ...cells]) => [
      role,
      slices.filter((_, index) => cells[index] === 'yes'),
    ]),
  );
}

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\[([ACSREDVPQWJ]\d+)\]/g)].map((match) => match[1] as string);
const rules = [...document.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] as string);
const refusedIn = (text: string): string[] =>
  [...text.matchAll(/refuse\('([a-z-]+)'/g)].map((match) => match[1] as string);

describe('the tables', () => {
  test('who may do what, and when', () => {
    expect(permissionsIn(document)).toEqual(PERMISSIONS);
  });

  test('who sees which part', () => {
    const sorted = (table: object) =>
      Object.fromEntries(Object.entries(table).map(([role, slices]) => [role, (slices as string[]).toSorted()]));
    expect(sorted(slicesIn(document))).toEqual(sorted(SLICES_SEEN));
  });

  test('a table that says something else is noticed', () => {
    expect(permissionsIn(document.replace(/(`cast-paper` +\| )juror/, '$1organiser'))).not.toEqual(PERMISSIONS);
    expect(permissionsIn(document.replace(/(`cast-paper` +\| juror +\| )voting/, '$1drafting'))).not.toEqual(
      PERMISSIONS,
    );
    expect(slicesIn(document.replace(/(\| public +\| )yes/, '$1no'))['public']).not.toContain('charter');
  });

  test('every stage can be written in them', () => {
    expect(STAGES.every((stage) => !stage.includes(' '))).toBe(true);
  });
});

describe('the numbers', () => {
  test('are in order, once each; a number is for good, so that one that is not in use stays free', () => {
    const letters = [...new Set(rules.map((rule) => rule[0] as string))];
    const numberOf = (rule: string): number => Number(rule.slice(1));
    const ordered = letters.flatMap((letter) =>
      rules.filter((rule) => rule[0] === letter).toSorted((a, b) => numberOf(a) - numberOf(b)),
    );
    expect(letters.join('')).toBe('ACSREDVPQWJ');
    expect(rules).toEqual(ordered);
    expect(new Set(rules).size).toBe(rules.length);
  });

  test('that the code, the tests and the document itself name are rules', () => {
    const named = [document, ...sources, ...tests].flatMap(numbersIn);
    expect([...new Set(named)].filter((number) => !rules.includes(number))).toEqual([]);
  });

  test('each have a test', () => {
    const tested = new Set(tests.flatMap(numbersIn));
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([]);
  });
});

describe('the refusals', () => {
  const known = new Set<string>(REFUSALS);
  const named = new Set(
    [...document.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] as string).filter((code) => known.has(code)),
  );

  test('that the rules give each have a rule', () => {
    const given = [...new Set(sources.flatMap(refusedIn))];
    expect(given.length).toBeGreaterThan(60);
    expect(given.filter((code) => !named.has(code))).toEqual([]);
  });

  test('that a rule names are given by the code', () => {
    const given = new Set([...[...sources, ...keptByServer].flatMap(refusedIn), 'invalid']);
    expect([...named].filter((code) => !given.has(code))).toEqual([]);
  });

  test('that the rules give are each met by a test', () => {
    const given = [...new Set(sources.flatMap(refusedIn))];
    expect(given.filter((code) => !tests.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });
});
