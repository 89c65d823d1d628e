import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  chancesIn,
  commitList,
  commitmentHash,
  countsIn,
  drawFromList,
  listHash,
  lookUp,
  readRecord,
  verifyRecord,
} from '../../src/lib/lottery/index.ts';
import type { Commitment, PanelDraw } from '../../src/lib/lottery/index.ts';
import { committed, drawn, list, pool, SEATS, terms } from './records.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const commitmentOf = (files = committed): Commitment => JSON.parse(files['commitment.json']) as Commitment;
const drawOf = (files: { 'draw.json'?: string }): PanelDraw => JSON.parse(files['draw.json']!) as PanelDraw;

describe('what is committed to', () => {
  test('is the hash of each file, as sha256sum prints it', () => {
    expect(commitmentOf()).toEqual({
      method: 'alqa-list-1',
      objective: 'leximin',
      pool: sha256(committed['pool.json']),
      targets: sha256(committed['targets.json']),
      list: sha256(committed['list.json']),
      size: list.length,
      seats: SEATS,
      alternates: 3,
    });
    expect(commitmentHash(committed)).toBe(sha256(committed['commitment.json']));
    expect(listHash(list)).toBe(commitmentOf().list);
    expect(committed.SHA256SUMS.split('\n')[3]).toBe(`${commitmentHash(committed)}  commitment.json`);
  });

  test('says who lives together', () => {
    const people = JSON.parse(committed['pool.json']) as { id: string; household?: string }[];
    expect(people.filter(({ household }) => household === 'h1').map(({ id }) => id)).toEqual(['t1', 't4']);
  });

  test('is the same whatever the order of people, targets, panels and members', () => {
    const shuffled = commitList({
      ...terms,
      pool: [...pool].reverse(),
      targets: [...terms.targets].reverse(),
      list: list.map((panel) => [...panel].reverse()).reverse(),
    });
    expect(shuffled).toEqual(committed);
  });

  test('counts no more alternates than there are people on the list outside a panel', () => {
    expect(commitmentOf(commitList({ ...terms, alternates: 50 })).alternates).toBe(pool.length - SEATS);
    expect(commitmentOf(commitList({ ...terms, list: list.slice(0, 1) })).alternates).toBe(0);
  });

  test.each([-1, 0.5, Number.NaN])('refuses %d alternates', (alternates) => {
    expect(() => commitList({ ...terms, alternates })).toThrow(RangeError);
  });
});

describe('the draw', () => {
  test('takes the panel at the number that the dice show', () => {
    const size = list.length;
    const last = drawOf(drawn({ ticket: String(size - 1) }));
    const panels = (JSON.parse(committed['list.json']) as { panels: string[][] }).panels;
    expect(last).toMatchObject({ number: size - 1, panel: panels.at(-1), commitment: commitmentHash(committed) });
    for (const ticket of [String(size), '7', 'x']) {
      expect(drawFromList(committed, { ticket })).toEqual({
        ok: false,
        error: { code: 'ticket-outside-list', size },
      });
    }
  });

  test('takes the panel at the number that the seed gives', () => {
    const number = Number(BigInt(`0x${sha256(`2 7 1${commitmentOf().list}`)}`) % BigInt(list.length));
    expect(drawOf(drawn({ seed: '2 7 1' }))).toMatchObject({ number, seed: '2 7 1' });
    expect(drawFromList(committed, { seed: ' ' })).toMatchObject({ error: { code: 'seed-empty' } });
  });

  test('draws the alternates from those who sit on other panels of the list', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(9), (seed, alternates) => {
        const files = commitList({ ...terms, alternates, list: list.slice(0, 3) });
        const record = drawFromList(files, { seed });
        if (!record.ok) return seed.trim() === '';
        const draw = drawOf(record.value);
        const known = countsIn(list.slice(0, 3));
        return (
          draw.alternates.length === Math.min(alternates, known.size - SEATS) &&
          new Set([...draw.panel, ...draw.alternates]).size === SEATS + draw.alternates.length &&
          draw.alternates.every((id) => known.has(id))
        );
      }),
    );
  });

  test('puts each of those outside the panel first in the reserve as often as another', () => {
    const seeds = 6000;
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed += 1) {
      const { panel, alternates } = drawOf(drawn({ seed: String(seed) }));
      expect(panel).not.toContain(alternates[0]);
      firsts.set(alternates[0]!, (firsts.get(alternates[0]!) ?? 0) + 1);
    }
    const chances = chancesIn(list);
    const statistic = pool.reduce((sum, { id }) => {
      const expected = (seeds * (1 - chances.get(id)!)) / (pool.length - SEATS);
      return sum + (firsts.get(id)! - expected) ** 2 / expected;
    }, 0);
    // The 99.9% point of chi-square with 9 degrees of freedom. The seeds are fixed, so the outcome is too.
    expect(statistic).toBeLessThan(27.88);
  });

  test('gives over the whole list the chances that the list has', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < list.length; number += 1) {
      for (const id of drawOf(drawn({ ticket: String(number).padStart(2, '0') })).panel) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    const chances = chancesIn(list);
    for (const { id } of pool) expect(counts.get(id)! / list.length).toBe(chances.get(id));
    expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(SEATS, 12);
  });
});

describe('looking up a ticket', () => {
  const record = drawn({ seed: '2 7 1' });
  const read = (files: typeof record) => {
    const result = readRecord(files);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };

  test('tells the chance before the draw, and afterwards what came of it', () => {
    const { panel, alternates } = drawOf(record);
    const known = { inPool: true, size: list.length };
    expect(lookUp(read(committed), 't3')).toMatchObject({ ...known, standing: 'not-yet' });
    expect(lookUp(read(record), ` ${panel[0]!} `)).toMatchObject({ ...known, standing: 'drawn' });
    expect(lookUp(read(record), alternates[1]!)).toMatchObject({ ...known, standing: 'alternate', place: 2 });
    const other = pool.find(({ id }) => !panel.includes(id) && !alternates.includes(id))!;
    expect(lookUp(read(record), other.id)).toEqual({
      ...known,
      panels: list.filter((members) => members.includes(other.id)).length,
      standing: 'not-drawn',
    });
    expect(lookUp(read(record), 'nobody')).toEqual({ inPool: false });
  });
});

test('a thousand panels of 24 are verified well within a second', async () => {
  const people = Array.from({ length: 300 }, (_, index) => ({
    id: `ticket-${String(index).padStart(4, '0')}`,
    values: Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, at) => [name, String((index >> at) % 2)]),
    ),
  }));
  const asked = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((category) =>
    ['0', '1'].map((value) => ({ category, value, min: 0, max: 24 })),
  );
  const panels = Array.from({ length: 1000 }, (_, turn) =>
    Array.from({ length: 24 }, (_, seat) => people[(turn * 7 + seat * 12) % 300]!.id),
  );
  const big = commitList({ ...terms, pool: people, targets: asked, seats: 24, list: panels });
  const files = drawn({ ticket: '042' }, {}, big);
  const steps: number[] = [];
  const started = performance.now();
  expect(await verifyRecord(files, { onProgress: (done) => void steps.push(done) })).toMatchObject({ ok: true });
  expect(performance.now() - started).toBeLessThan(900);
  expect(steps).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  expect(canonicalJson(JSON.parse(files['list.json']))).toBe(files['list.json']);
});
