import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFeasibility, describeConflict, describeRelaxation, loadSolver } from '../../src/lib/lottery/index.ts';
import type { Bound, Change, Feasibility, Person, Solver, Targets } from '../../src/lib/lottery/index.ts';
import { exhaustiveSolver } from './exhaustive-solver.ts';
import { arbitrary, feasible } from './instances.ts';

let highs: Solver;
beforeAll(async () => {
  highs = await loadSolver();
});

const isFeasible = (targets: Targets, pool: readonly Person[], seats: number): boolean =>
  checkFeasibility(targets, pool, seats, highs).feasible;

/** The targets with nothing left of them but these bounds. */
const only = (targets: Targets, bounds: readonly Bound[]): Targets =>
  targets.map(({ category, value }) => {
    const limit = (side: 'min' | 'max'): number | undefined =>
      bounds.find((bound) => bound.category === category && bound.value === value && bound.bound === side)?.limit;
    return { category, value, min: limit('min') ?? 0, max: limit('max') ?? 1_000 };
  });

const relaxed = (targets: Targets, changes: readonly Change[]): Targets =>
  targets.map((target) =>
    changes
      .filter(({ category, value }) => category === target.category && value === target.value)
      .reduce((changed, { bound, to }) => ({ ...changed, [bound]: to }), target),
  );

function refused(result: Feasibility): Extract<Feasibility, { feasible: false }> {
  if (result.feasible) throw new Error('Expected no panel');
  return result;
}

const infeasible = arbitrary.filter(({ targets, pool, seats }) => !isFeasible(targets, pool, seats));

describe('targets built around a panel', () => {
  test('are feasible', () => {
    fc.assert(fc.property(feasible, ({ targets, pool, seats }) => isFeasible(targets, pool, seats)));
  }, 60_000);
});

describe('a conflict', () => {
  test('cannot hold together, but can without any one of its bounds', () => {
    fc.assert(
      fc.property(infeasible, ({ targets, pool, seats }) => {
        const { conflict } = refused(checkFeasibility(targets, pool, seats, highs));
        expect(isFeasible(only(targets, conflict), pool, seats)).toBe(false);
        for (const spared of conflict) {
          const rest = conflict.filter((bound) => bound !== spared);
          expect(isFeasible(only(targets, rest), pool, seats)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  const people = (...rows: [string, string][]): Person[] =>
    rows.map(([age, place], index) => ({ id: String(index), values: { age, place } }));
  const pool = people(['old', 'town'], ['old', 'town'], ['young', 'village'], ['young', 'town']);

  test('of crossed categories is found although each category alone could be met', () => {
    const targets: Targets = [
      { category: 'age', value: 'old', min: 1, max: 2 },
      { category: 'age', value: 'young', min: 0, max: 1 },
      { category: 'place', value: 'town', min: 0, max: 0 },
      { category: 'place', value: 'village', min: 0, max: 2 },
    ];
    const { conflict } = refused(checkFeasibility(targets, pool, 1, highs));
    expect(conflict).toEqual([
      { category: 'age', value: 'old', bound: 'min', limit: 1, inPool: 2 },
      { category: 'place', value: 'town', bound: 'max', limit: 0, inPool: 3 },
    ]);
    expect(describeConflict(conflict, 1)).toBe(
      'No panel of 1 can meet these targets together: at least 1 with age = old (the pool has 2); at most 0 with place = town (the pool has 3).',
    );
  });

  test('with what the pool holds is told as such', () => {
    const targets: Targets = [
      { category: 'place', value: 'town', min: 0, max: 3 },
      { category: 'place', value: 'village', min: 2, max: 3 },
    ];
    const { conflict, relaxations } = refused(checkFeasibility(targets, pool, 3, highs));
    expect(describeConflict(conflict, 3)).toBe(
      'No panel of 3 can have at least 2 with place = village (the pool has 1).',
    );
    expect(describeRelaxation(relaxations[0]!.changes)).toEqual(['Lower the minimum of place = village from 2 to 1.']);
  });

  test('is empty and beyond relaxation when there are fewer people than seats', () => {
    const targets: Targets = [
      { category: 'place', value: 'town', min: 0, max: 9 },
      { category: 'place', value: 'village', min: 0, max: 9 },
    ];
    const result = refused(checkFeasibility(targets, pool, 5, highs));
    expect(result).toEqual({ feasible: false, conflict: [], relaxations: [] });
    expect(describeConflict([], 5)).toBe('The pool has fewer people than the 5 seats.');
  });
});

describe('a relaxation', () => {
  test('makes a panel possible whenever the pool is large enough', () => {
    fc.assert(
      fc.property(infeasible, ({ targets, pool, seats }) => {
        const { relaxations } = refused(checkFeasibility(targets, pool, seats, highs));
        expect(relaxations.length).toBeGreaterThan(0);
        for (const { changes } of relaxations) expect(isFeasible(relaxed(targets, changes), pool, seats)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('cannot be smaller in any one change, and comes with other ways out, lightest first', () => {
    fc.assert(
      fc.property(infeasible, ({ targets, pool, seats }) => {
        const { relaxations } = refused(checkFeasibility(targets, pool, seats, highs));
        const weights = relaxations.map(({ weight }) => weight);
        expect(weights).toEqual(weights.toSorted((a, b) => a - b));
        expect(new Set(relaxations.map(({ changes }) => JSON.stringify(changes))).size).toBe(relaxations.length);
        for (const { changes } of relaxations)
          for (const change of changes) {
            const smaller = { ...change, to: change.to + (change.bound === 'min' ? 1 : -1) };
            const others = changes.map((other) => (other === change ? smaller : other));
            expect(isFeasible(relaxed(targets, others), pool, seats)).toBe(false);
          }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  const few: Person[] = [
    { id: '1', values: { side: 'pro' } },
    { id: '2', values: { side: 'con' } },
    { id: '3', values: { side: 'con' } },
  ];
  const weightOf = (changes: readonly Change[]): number =>
    changes.reduce((sum, { bound, from, to }) => sum + Math.abs(to - from) * (bound === 'min' ? 1 + 2 / from : 1), 0);

  test('weighs the least: as exhaustive search confirms', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), (n, seats) => {
        const targets: Targets = [
          { category: 'side', value: 'pro', min: n[0]!, max: n[0]! + n[1]! },
          { category: 'side', value: 'con', min: n[2]!, max: n[2]! + n[3]! },
        ];
        const [found, best] = [highs, exhaustiveSolver].map((solver) => checkFeasibility(targets, few, seats, solver));
        expect(found!.feasible).toBe(best!.feasible);
        if (found!.feasible || best!.feasible) return;
        expect(found!.relaxations[0]!.weight).toBeCloseTo(best!.relaxations[0]!.weight, 9);
        expect(weightOf(found!.relaxations[0]!.changes)).toBeCloseTo(found!.relaxations[0]!.weight, 9);
      }),
    );
  }, 60_000);

  test('gives up a large minimum before a small one', () => {
    const pool = Array.from({ length: 10 }, (_, id) => ({ id: String(id), values: { side: id < 5 ? 'pro' : 'con' } }));
    const targets: Targets = [
      { category: 'side', value: 'pro', min: 4, max: 5 },
      { category: 'side', value: 'con', min: 1, max: 5 },
    ];
    const { relaxations } = refused(checkFeasibility(targets, pool, 4, highs));
    expect(relaxations[0]!.changes).toEqual([{ category: 'side', value: 'pro', bound: 'min', from: 4, to: 3 }]);
  });

  test('stays within the flex, and says when that is not enough', () => {
    const targets: Targets = [
      { category: 'side', value: 'pro', min: 2, max: 2, minFlex: 1 },
      { category: 'side', value: 'con', min: 0, max: 0, maxFlex: 1 },
    ];
    const within = refused(checkFeasibility(targets, few, 2, highs));
    expect(within.relaxations[0]!.changes).toEqual([
      { category: 'side', value: 'pro', bound: 'min', from: 2, to: 1 },
      { category: 'side', value: 'con', bound: 'max', from: 0, to: 1 },
    ]);
    const [pro, con] = targets;
    expect(refused(checkFeasibility([{ ...pro!, minFlex: 2 }, con!], few, 2, highs)).relaxations).toEqual([]);
  });
});
