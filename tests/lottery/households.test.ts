import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPool } from '../../src/lib/lottery/index.ts';
import type { Targets } from '../../src/lib/lottery/index.ts';

const targets: Targets = [{ category: 'g', value: 'x', min: 0, max: 9 }];
const householdColumns = ['street', 'zip'];

function householdsIn(rows: readonly string[]): Record<string, string | undefined> {
  const read = readPool(['id,g,street,zip', ...rows].join('\n'), targets, { householdColumns });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return Object.fromEntries(read.value.pool.map(({ id, household }) => [id, household]));
}

test('people of one address are one household, however they write it', () => {
  const rows = [
    'd,x,"Abai St., 5-12",050000',
    'c,x,Dostyk 7,050010',
    'b,x,ABAI ST 5/12 ,050 000',
    'a,x,dostyk  7,050010',
    'e,x,Dostyk 7,',
    'f,x,,',
    'g,x,,',
    'h,x,Abai St 5,050000',
  ];
  expect(householdsIn(rows)).toEqual({
    a: 'h1',
    c: 'h1',
    b: 'h2',
    d: 'h2',
    e: undefined,
    f: undefined,
    g: undefined,
    h: undefined,
  });
});

test('nobody has a household where no columns are named, and a column that is absent is told', () => {
  const read = readPool('id,g,street\n1,x,a\n2,x,a\n', targets);
  expect(read.ok && read.value.pool.every((person) => !('household' in person))).toBe(true);
  const absent = readPool('id,g,Street\n1,x,a\n', targets, { householdColumns: ['street'] });
  expect(absent).toMatchObject({
    ok: false,
    error: [{ column: 'street', code: 'missing-column', suggestion: 'Street' }],
  });
});

test('the labels do not depend on the order of the rows or on the addresses', () => {
  const people = fc.uniqueArray(fc.tuple(fc.nat(99), fc.nat(4)), {
    selector: ([id]) => id,
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(people, fc.nat(), (rows, turn) => {
      const asRows = (prefix: string) => rows.map(([id, home]) => `${String(id)},x,${prefix} ${String(home)},1`);
      const turned = asRows('Way').map((_, at, all) => all[(at + turn) % all.length]!);
      expect(householdsIn(turned)).toEqual(householdsIn(asRows('Street')));
    }),
  );
});
