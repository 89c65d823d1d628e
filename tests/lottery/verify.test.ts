import { beforeAll, describe, expect, test } from 'vitest';
import {
  canonicalJson,
  canonicalPool,
  canonicalTargets,
  commitmentOf,
  describeDiscrepancy,
  drawPanel,
  loadSolver,
  parseDraw,
  parsePool,
  parseTargets,
  targetsHash,
  verifyDraw,
} from '../../src/lib/lottery/index.ts';
import type { Discrepancy, Draw, Pool, Solver, Targets } from '../../src/lib/lottery/index.ts';

const pool: Pool = Array.from({ length: 30 }, (_, index) => ({
  id: `t${String(index)}`,
  values: { gender: index % 2 === 0 ? 'f' : 'm', age: index % 3 === 0 ? 'young' : 'old' },
}));
const targets: Targets = [
  { category: 'gender', value: 'f', min: 3, max: 3 },
  { category: 'gender', value: 'm', min: 3, max: 3 },
  { category: 'age', value: 'young', min: 1, max: 2, minFlex: 0 },
  { category: 'age', value: 'old', min: 4, max: 5 },
];

let solver: Solver;
let record: Draw;
beforeAll(async () => {
  solver = await loadSolver();
  const terms = { pool, targets, seats: 6, alternates: 3 };
  const drawn = await drawPanel({ ...terms, seed: '2 7 1', commitment: commitmentOf(terms) }, solver);
  if (!drawn.ok) throw new Error(drawn.error.code);
  record = drawn.value;
});

async function discrepancy(changed: Draw, people = pool, asked = targets): Promise<Discrepancy> {
  const result = await verifyDraw(changed, people, asked, solver);
  if (result.ok) throw new Error('Expected a discrepancy');
  expect(describeDiscrepancy(result.error)).toMatch(/^[A-Z].+\. Stated: .*\. Found: .*\.$/s);
  return result.error;
}

describe('a true record', () => {
  test('holds', async () => {
    expect(await verifyDraw(record, pool, targets, solver)).toEqual({ ok: true, value: record });
  });

  test('holds from its published texts alone', async () => {
    const [people, asked, stated] = [
      parsePool(canonicalPool(pool)),
      parseTargets(canonicalTargets(targets)),
      parseDraw(canonicalJson(record)),
    ];
    if (!people.ok || !asked.ok || !stated.ok) throw new Error('Published texts are readable');
    expect((await verifyDraw(stated.value, people.value, asked.value, solver)).ok).toBe(true);
  });
});

describe('a record is refused when', () => {
  test('the method is another', async () => {
    expect(await discrepancy({ ...record, method: 'other-1' })).toMatchObject({
      code: 'method-unknown',
      stated: 'other-1',
    });
  });

  test('a person was added to the pool, or one changed', async () => {
    const late = { id: 'late', values: { gender: 'f', age: 'old' } };
    expect((await discrepancy(record, [...pool, late])).code).toBe('pool-differs');
    expect((await discrepancy(record, [{ ...late, id: 't0' }, ...pool.slice(1)])).code).toBe('pool-differs');
  });

  test('the pool is malformed', async () => {
    expect((await discrepancy(record, [...pool, pool[0]!])).code).toBe('input-malformed');
  });

  test('a target was changed', async () => {
    const changed = targets.map((target) => (target.value === 'young' ? { ...target, max: 3 } : target));
    expect((await discrepancy(record, pool, changed)).code).toBe('targets-differ');
    expect((await discrepancy({ ...record, targetsHash: targetsHash(changed) }, pool, changed)).code).toBe(
      'commitment-differs',
    );
  });

  test('a stranger sits on the panel, or somebody twice, or too few', async () => {
    const [first, ...others] = record.panel;
    for (const panel of [['stranger', ...others], [others[0]!, ...others], others, [first!, ...record.panel]]) {
      expect((await discrepancy({ ...record, panel })).code).toBe('panel-not-from-pool');
    }
  });

  test('the panel misses a target', async () => {
    const panel = pool
      .filter(({ values }) => values['gender'] === 'f')
      .slice(0, 6)
      .map(({ id }) => id);
    expect(await discrepancy({ ...record, panel })).toMatchObject({ code: 'panel-misses-target', found: '6' });
  });

  test('somebody was exchanged for another of the same characteristics', async () => {
    const out = pool.find(({ id }) => id === record.panel[0])!;
    const into = pool.find(
      ({ id, values }) => !record.panel.includes(id) && canonicalJson(values) === canonicalJson(out.values),
    )!;
    const panel = record.panel.map((id) => (id === out.id ? into.id : id)).sort();
    expect((await discrepancy({ ...record, panel })).code).toBe('panel-differs');
  });

  test('the seed, the order, the commitment or the reserve is not the one of the draw', async () => {
    expect((await discrepancy({ ...record, seed: '2 7 2' })).code).toBe('order-differs');
    expect((await discrepancy({ ...record, orderHash: '00' })).code).toBe('order-differs');
    expect((await discrepancy({ ...record, commitment: '00' })).code).toBe('commitment-differs');
    expect((await discrepancy({ ...record, alternates: record.alternates.slice(1) })).code).toBe('commitment-differs');
    const reversed = [...record.alternates].reverse();
    expect((await discrepancy({ ...record, alternates: reversed })).code).toBe('alternates-differ');
  });
});

describe('a published text', () => {
  test.each([
    ['{', /^It is not JSON/],
    ['{}', /Expected Array/],
    ['[{"id":1,"values":{}}]', /^0\.id: /],
  ])('%s is refused as a pool', (text, message) => {
    expect(parsePool(text)).toEqual({ ok: false, error: expect.stringMatching(message) as string });
  });

  test('with a fraction is refused as a target', () => {
    expect(parseTargets('[{"category":"a","value":"b","min":0.5,"max":1}]')).toMatchObject({ ok: false });
  });

  test('without seats is refused as a draw', () => {
    expect(parseDraw(canonicalJson({ ...record, seats: 0 }))).toMatchObject({ ok: false });
  });
});
