import { describe, expect, test } from 'vitest';
import { canonicalPool, canonicalTargets, poolHash, targetsHash } from '../../src/lib/lottery/index.ts';
import type { Pool, Targets } from '../../src/lib/lottery/index.ts';

const pool: Pool = [
  { id: 'A\u0308', values: { gender: 'female', age: '16-29' } },
  { id: 'p1', values: { age: '30+', gender: 'Қыз' } },
];
const targets: Targets = [
  { category: 'gender', value: 'Қыз', min: 0, max: 2 },
  { category: 'gender', value: 'female', min: 0, max: 2 },
  { category: 'age', value: '30+', min: 1, max: 1, minFlex: 0, maxFlex: 2 },
  { category: 'age', value: '16-29', min: 0, max: 2 },
];

// The hashes were computed outside this project, from the texts, with Python's hashlib.
describe('the canonical form', () => {
  test('of a pool is sorted, composed and without blanks', () => {
    expect(canonicalPool(pool)).toBe(
      '[{"id":"p1","values":{"age":"30+","gender":"Қыз"}},{"id":"Ä","values":{"age":"16-29","gender":"female"}}]',
    );
    expect(poolHash(pool)).toBe('a5d217f7971c11e2d899feb486057aa59fb97a4c72844279220449d218fa1337');
  });

  test('of the targets is sorted and holds flex only where it is given', () => {
    expect(canonicalTargets(targets)).toBe(
      '[{"category":"age","max":2,"min":0,"value":"16-29"},{"category":"age","max":1,"maxFlex":2,"min":1,"minFlex":0,"value":"30+"},{"category":"gender","max":2,"min":0,"value":"female"},{"category":"gender","max":2,"min":0,"value":"Қыз"}]',
    );
    expect(targetsHash(targets)).toBe('82fd9b084a77763efb28b3b76df6fbff97f35fb132a5ed267e06577e8008eeed');
  });

  test('does not depend on the order of rows', () => {
    expect(poolHash([...pool].reverse())).toBe(poolHash(pool));
    expect(targetsHash([...targets].reverse())).toBe(targetsHash(targets));
  });

  test('changes with every value', () => {
    expect(poolHash([pool[0]!, { ...pool[1]!, id: 'p2' }])).not.toBe(poolHash(pool));
    expect(targetsHash([{ ...targets[0]!, max: 1 }, ...targets.slice(1)])).not.toBe(targetsHash(targets));
  });
});
