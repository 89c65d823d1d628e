import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginPanel } from '../../src/lib/lottery/record/completion.ts';
import { commitmentOf, drawPanel, loadSolver, METHOD } from '../../src/lib/lottery/index.ts';
import type { Draw, DrawRequest, Pool, Solver, Targets } from '../../src/lib/lottery/index.ts';
import { mergeByType } from '../../src/lib/lottery/person-types.ts';
import type { WholeSolver } from '../../src/lib/lottery/solver.ts';
import { exhaustiveSolver } from './exhaustive-solver.ts';
import { arbitrary, feasible, meetsEvery, membersOf, requestFor } from './instances.ts';

let highs: Solver;
beforeAll(async () => {
  highs = await loadSolver();
});

async function drawn(request: DrawRequest, solver: WholeSolver = highs): Promise<Draw> {
  const result = await drawPanel(request, solver);
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
}

describe('a drawn panel', () => {
  test('fills exactly the seats and meets every target', async () => {
    await fc.assert(
      fc.asyncProperty(feasible, fc.string(), async (terms, seed) => {
        const { panel } = await drawn(requestFor(terms, seed));
        expect(new Set(panel).size).toBe(terms.seats);
        expect(meetsEvery(terms.targets, membersOf(panel, terms.pool))).toBe(true);
      }),
    );
  }, 60_000);

  test('is followed by distinct alternates from outside, as many as asked for or as there are', async () => {
    await fc.assert(
      fc.asyncProperty(feasible, fc.string(), async (terms, seed) => {
        const { panel, alternates } = await drawn(requestFor(terms, seed));
        expect(alternates).toHaveLength(Math.min(terms.alternates, terms.pool.length - terms.seats));
        const everyone = [...panel, ...alternates];
        expect(new Set(everyone).size).toBe(everyone.length);
        expect(membersOf(everyone, terms.pool)).toHaveLength(everyone.length);
      }),
    );
  }, 60_000);

  test('depends on nothing but the seed and the content: neither on the order of rows nor on the solver', async () => {
    await fc.assert(
      fc.asyncProperty(feasible, fc.string(), fc.infiniteStream(fc.nat()), async (terms, seed, keys) => {
        const record = await drawn(requestFor(terms, seed));
        const mixed = terms.pool.map((person) => ({ person, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const pool = mixed.map(({ person }) => person);
        const targets = [...terms.targets].reverse();
        expect(await drawn(requestFor({ ...terms, pool, targets }, seed))).toEqual(record);
        expect(await drawn(requestFor(terms, seed), exhaustiveSolver)).toEqual(record);
      }),
      { numRuns: 50 },
    );
  }, 120_000);

  test('is another one for another seed', async () => {
    const pool = Array.from({ length: 60 }, (_, index) => ({ id: String(index), values: { all: 'yes' } }));
    const terms = { pool, targets: [{ category: 'all', value: 'yes', min: 0, max: 60 }], seats: 20, alternates: 4 };
    const panels = await Promise.all(['1', '2', '3'].map((seed) => drawn(requestFor(terms, seed))));
    expect(new Set(panels.map(({ panel }) => panel.join())).size).toBe(3);
  });

  // A change of this record is a change of the method, which then needs a new name.
  test('is this one for this seed', async () => {
    const pool = Array.from({ length: 12 }, (_, index) => ({
      id: `t${String(index)}`,
      values: { gender: index % 3 === 0 ? 'f' : 'm', place: index % 2 === 0 ? 'town' : 'village' },
    }));
    const targets = [
      { category: 'gender', value: 'f', min: 2, max: 2 },
      { category: 'gender', value: 'm', min: 2, max: 3 },
      { category: 'place', value: 'town', min: 2, max: 2 },
      { category: 'place', value: 'village', min: 2, max: 2 },
    ];
    const record = await drawn(requestFor({ pool, targets, seats: 4, alternates: 3 }, '4 1 6 6 2'));
    expect(record).toMatchObject({ method: METHOD, seats: 4, seed: '4 1 6 6 2' });
    expect([record.commitment, record.orderHash, record.panel, record.alternates]).toMatchInlineSnapshot(`
      [
        "e8138b35b50aafdd4ae52a3f98d3ccfae2336bf8ce54f1ab542705a1a03ab0f3",
        "6d76323f06079e506336a438980a97609ad9bb40d63ed59b90ef0113240222c8",
        [
          "t0",
          "t11",
          "t3",
          "t4",
        ],
        [
          "t10",
          "t2",
          "t7",
        ],
      ]
    `);
  });
});

describe('the serial lottery', () => {
  const people = (counts: Record<string, number>): Pool =>
    Object.entries(counts).flatMap(([key, count]) => {
      const [gender, place] = key.split(' ') as [string, string];
      return Array.from({ length: count }, (_, index) => ({
        id: `${key} ${String(index)}`,
        values: { gender, place },
      }));
    });
  const pool = people({ 'f town': 3, 'm town': 2, 'f village': 1, 'm village': 1 });
  const targets: Targets = [
    { category: 'gender', value: 'f', min: 1, max: 1 },
    { category: 'gender', value: 'm', min: 1, max: 2 },
    { category: 'place', value: 'town', min: 1, max: 2 },
    { category: 'place', value: 'village', min: 1, max: 1 },
  ];

  // All 5,040 orders of seven people, so equal means equal.
  test('gives people with the same characteristics exactly the same chance, and none to nobody who fits a panel', () => {
    const times = new Map(pool.map(({ id }) => [id, 0]));
    for (const order of permutations(pool)) {
      const { types, typeOf } = mergeByType(order, targets);
      const panel = beginPanel(types, targets, 3, cached);
      order.forEach(({ id }, turn) => times.set(id, times.get(id)! + Number(panel!.admit(typeOf[turn]!))));
    }
    const ofType = (type: string): number[] => pool.flatMap(({ id }) => (id.startsWith(type) ? [times.get(id)!] : []));
    for (const type of ['f town', 'm town', 'f village', 'm village']) {
      expect(new Set(ofType(type)).size).toBe(1);
      expect(ofType(type)[0]).toBeGreaterThan(0);
    }
    expect([...times.values()].reduce((sum, count) => sum + count, 0)).toBe(3 * 5_040);
  }, 60_000);

  test('keeps that promise through the seeds, too', async () => {
    const terms = { pool, targets, seats: 3, alternates: 0 };
    const commitment = commitmentOf(terms);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 3_000; seed += 1) {
      const { panel } = await drawn({ ...terms, seed: String(seed), commitment }, cached);
      for (const id of panel) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // Five standard deviations of the difference of two counts of 3,000 tries; the seeds are fixed.
    const tolerance = 5 * Math.sqrt(2 * 3_000 * 0.25);
    for (const type of ['f town', 'm town']) {
      const counts = [...times].flatMap(([id, count]) => (id.startsWith(type) ? [count] : []));
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(tolerance);
    }
  }, 60_000);
});

describe('no panel is drawn', () => {
  test('exactly when none exists', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (terms) => {
        const result = await drawPanel(requestFor(terms, 'seed'), highs);
        expect(result.ok).toBe(subsets(terms.pool, terms.seats).some((panel) => meetsEvery(terms.targets, panel)));
        if (!result.ok) expect(result.error.code).toBe('infeasible');
      }),
    );
  }, 60_000);

  const terms = {
    pool: [{ id: 'a', values: { all: 'yes' } }],
    targets: [{ category: 'all', value: 'yes', min: 0, max: 1 }],
    seats: 1,
    alternates: 0,
  };

  test('from a pool other than the one committed to', async () => {
    const late = { id: 'b', values: { all: 'yes' } };
    const request = { ...requestFor(terms, 'seed'), pool: [...terms.pool, late] };
    expect(await drawPanel(request, highs)).toMatchObject({ ok: false, error: { code: 'commitment-differs' } });
  });

  test('from a malformed pool', async () => {
    const pool = [...terms.pool, { id: 'a', values: { all: 'no' } }];
    const result = await drawPanel(requestFor({ ...terms, pool }, 'seed'), highs);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'malformed', problems: [{ code: 'duplicate-id' }, { code: 'unknown-value' }] },
    });
  });

  test('from the answers of a solver that is wrong', async () => {
    const targets = [
      { category: 'all', value: 'yes', min: 1, max: 1 },
      { category: 'all', value: 'no', min: 1, max: 1 },
    ];
    const wrong: WholeSolver = { solve: ({ columns }) => columns.map(({ lower }) => Math.max(lower, 1)) };
    await expect(drawPanel(requestFor({ ...terms, targets }, 'seed'), wrong)).rejects.toThrow('misses its targets');
  });

  test.each([{ seats: 0 }, { seats: 1.5 }, { alternates: -1 }])(
    'for %j, which is a bug of the caller',
    async (wrong) => {
      await expect(drawPanel({ ...requestFor(terms, 'seed'), ...wrong }, highs)).rejects.toThrow(RangeError);
    },
  );
});

/** The exhaustive solver, asked each question once: thousands of draws ask the same few. */
const answers = new Map<string, number[] | null>();
const cached: WholeSolver = {
  solve(programme) {
    const key = JSON.stringify(programme);
    if (!answers.has(key)) answers.set(key, exhaustiveSolver.solve(programme));
    return answers.get(key)!;
  },
};

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) return yield [];
  for (const [index, first] of items.entries()) {
    for (const rest of permutations(items.toSpliced(index, 1))) yield [first, ...rest];
  }
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((first, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}
