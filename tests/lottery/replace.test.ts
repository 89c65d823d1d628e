import { beforeAll, describe, expect, test } from 'vitest';
import {
  canonicalJson,
  checkSuccession,
  commitList,
  drawFromList,
  loadSolver,
  prepareReplacement,
  recomputeList,
  sha256Hex,
  verifyRecord,
} from '../../src/lib/lottery/index.ts';
import type {
  Departure,
  Link,
  PreparedReplacement,
  RecordFiles,
  ReplacementRefusal,
  Solver,
} from '../../src/lib/lottery/index.ts';
import { sumsOf } from '../../src/lib/lottery/record/files.ts';
import { drawn, pool, SEATS, terms } from './records.ts';

let solver: Solver;
let first: Link;
beforeAll(async () => {
  solver = await loadSolver();
  first = await linked(drawn({ seed: '2 7 1' }));
});

async function linked(files: RecordFiles): Promise<Link> {
  const verified = await verifyRecord(files);
  if (!verified.ok) throw new Error(JSON.stringify(verified.error));
  return { files, record: verified.value };
}

function prepared(before: Link, departure: Departure): PreparedReplacement {
  const result = prepareReplacement(before, departure, solver);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function refusal(before: Link, departure: Departure): ReplacementRefusal {
  const result = prepareReplacement(before, departure, solver);
  if (result.ok) throw new Error('Expected a refusal');
  return result.error;
}

async function replaced(before: Link, departure: Departure, seed: string): Promise<Link> {
  const record = drawFromList(prepared(before, departure).files, { seed });
  if (!record.ok) throw new Error(record.error.code);
  return linked(record.value);
}

const panelOf = ({ record }: Link): readonly string[] => record.draw!.panel;
const reserveOf = ({ record }: Link): readonly string[] => record.draw!.alternates;
const without = (ids: readonly string[], ...gone: (string | undefined)[]) => ids.filter((id) => !gone.includes(id));

describe('a replacement draw', () => {
  test('keeps those who stay, draws nobody who left, restores the targets and can be verified', async () => {
    const leaver = panelOf(first)[0]!;
    const second = await replaced(first, { leaving: [leaver] }, 'second');
    const stays = without(panelOf(first), leaver);
    expect(second.record.commitment.replacement).toEqual({
      of: sha256Hex(first.files['draw.json']!),
      leaving: [leaver],
      left: [],
      seated: stays,
      deviations: [],
    });
    expect(second.record.commitment).toMatchObject({ objective: 'leximin', seats: SEATS, size: terms.list.length });
    for (const panel of second.record.list) {
      expect(panel).toEqual(expect.arrayContaining(stays));
      expect(panel).not.toContain(leaver);
    }
    expect(reserveOf(second)).not.toContain(leaver);
    expect(second.files['pool.json']).toBe(first.files['pool.json']);
    expect(second.files['targets.json']).toBe(first.files['targets.json']);
    expect(checkSuccession(first, second)).toBeNull();
  });

  test('seats an alternate who took a seat, and never draws again whoever left in an earlier one', async () => {
    const [leaver, next] = panelOf(first);
    const second = await replaced(first, { leaving: [leaver!] }, 'second');
    const third = await replaced(second, { leaving: [next!] }, 'third');
    expect(third.record.commitment.replacement).toMatchObject({ leaving: [next], left: [leaver] });
    expect(third.record.list.flat()).not.toContain(leaver);
    expect(third.record.list.flat()).not.toContain(next);
    expect(checkSuccession(second, third)).toBeNull();
    expect(checkSuccession(first, third)).toMatchObject({ code: 'does-not-follow' });

    const [alternate] = reserveOf(first);
    const confirmed = await replaced(first, { leaving: [leaver!, next!], confirmed: [alternate!] }, 'fourth');
    for (const panel of confirmed.record.list) expect(panel).toContain(alternate);
    expect(checkSuccession(first, confirmed)).toBeNull();
  });

  test('comes nearest where nobody restores the targets, and says by which bounds', async () => {
    // Only t0, t3, t6 and t9 are young, and the pool has nobody else who could take their place.
    const young = pool.filter(({ values }) => values['age'] === 'young').map(({ id }) => id);
    const few = pool.filter(({ id }) => !young.slice(1).includes(id) && id !== 't1');
    const panels = [
      ['t0', 't2', 't5', 't7'],
      ['t0', 't4', 't5', 't7'],
    ];
    const targets = terms.targets.map(({ minFlex: _, ...target }) => ({ ...target, minFlex: target.min }));
    const record = drawFromList(commitList({ ...terms, targets, pool: few, list: panels }), { ticket: '0' });
    if (!record.ok) throw new Error(record.error.code);
    const before = await linked(record.value);
    const { deviations } = prepared(before, { leaving: ['t0'] });
    expect(deviations).toEqual(
      expect.arrayContaining([{ category: 'age', value: 'young', bound: 'min', from: 1, to: 0 }]),
    );
    const after = await replaced(before, { leaving: ['t0'] }, 'nearest');
    expect(after.record.commitment.replacement!.deviations).toEqual(deviations);
    expect(after.files['targets.json']).toBe(before.files['targets.json']);
    expect(checkSuccession(before, after)).toBeNull();
  });

  test('is refused with the reason', () => {
    const [leaver, stays] = panelOf(first);
    expect(refusal(first, { leaving: [] })).toEqual({ code: 'nobody-leaves' });
    expect(refusal(first, { leaving: [leaver!, 'stranger'] })).toEqual({ code: 'not-drawn-from', ids: ['stranger'] });
    const undrawn = pool.find(({ id }) => ![...panelOf(first), ...reserveOf(first)].includes(id))!.id;
    expect(refusal(first, { leaving: [leaver!], confirmed: [undrawn] })).toEqual({
      code: 'not-drawn-from',
      ids: [undrawn],
    });
    expect(refusal(first, { leaving: [leaver!], confirmed: [stays!, leaver!] })).toEqual({
      code: 'leaving-and-confirmed',
      ids: [leaver],
    });
    expect(refusal(first, { leaving: [leaver!], confirmed: [reserveOf(first)[0]!] })).toEqual({
      code: 'no-free-seat',
      seated: SEATS,
      seats: SEATS,
    });
    expect(refusal({ ...first, record: { ...first.record, draw: null } }, { leaving: [leaver!] })).toEqual({
      code: 'not-drawn',
    });
  });

  test('cannot fill the seats when nobody is left', async () => {
    const everybody = pool.slice(0, SEATS);
    const targets = [{ category: 'gender', value: 'f', min: 2, max: 2 }, terms.targets[1]!];
    const people = everybody.map(({ id, values }) => ({ id, values: { gender: values['gender']! } }));
    const all = people.map(({ id }) => id);
    const record = drawFromList(commitList({ ...terms, pool: people, targets, list: [all] }), { seed: 's' });
    if (!record.ok) throw new Error(record.error.code);
    expect(refusal(await linked(record.value), { leaving: ['t0'] })).toMatchObject({ code: 'infeasible' });
  });
});

test('making a list again tells the fairest from another', async () => {
  const second = await replaced(first, { leaving: [panelOf(first)[0]!] }, 'second');
  const again = recomputeList(second.record, solver);
  expect(again).toMatchObject({ ok: true, value: { same: true } });
  const lopsided = await linked(drawn({ ticket: '0' }, {}, commitList({ ...terms, list: [terms.list[0]!] })));
  const found = recomputeList(lopsided.record, solver);
  expect(found).toMatchObject({ ok: true, value: { stated: 0 } });
});

describe('a forged replacement is seen:', () => {
  /** The replacement with other terms, and everything sealed anew. */
  function forged(link: Link, terms: object): RecordFiles {
    const { replacement, ...commitment } = link.record.commitment;
    const text = canonicalJson({ ...commitment, replacement: { ...replacement, ...terms } });
    const draw = canonicalJson({ ...link.record.draw, commitment: sha256Hex(text) });
    const files = { ...link.files, 'commitment.json': text, 'draw.json': draw };
    return { ...files, SHA256SUMS: sumsOf(files) };
  }

  test('one that contradicts its own list', async () => {
    const [leaver, stays] = panelOf(first);
    const second = await replaced(first, { leaving: [leaver!] }, 'second');
    const { seated } = second.record.commitment.replacement!;
    const fresh = panelOf(second).find((id) => !seated.includes(id))!;
    const free = pool.find(({ id }) => !second.record.list.flat().includes(id) && id !== leaver)?.id;
    const codeOf = async (change: object): Promise<unknown> => {
      const result = await verifyRecord(forged(second, change));
      return result.ok ? 'holds' : result.error.code;
    };
    expect(await codeOf({})).toBe('holds');
    expect(await codeOf({ left: [fresh] })).toBe('left-drawn');
    expect(await codeOf({ leaving: ['stranger'] })).toBe('replacement-malformed');
    expect(await codeOf({ left: [stays] })).toBe('replacement-malformed');
    expect(await codeOf({ seated: [...seated, fresh] })).toBe('replacement-malformed');
    if (free !== undefined) expect(await codeOf({ seated: [...seated.slice(1), free] })).toBe('seated-left-out');
    const min = { category: 'age', value: 'young', bound: 'min' };
    expect(await codeOf({ deviations: [{ ...min, from: 2, to: 0 }] })).toBe('replacement-malformed');
    expect(await codeOf({ deviations: [{ ...min, from: 1, to: 2 }] })).toBe('replacement-malformed');
  });

  test('one that does not follow from the record before it', async () => {
    const [leaver, next] = panelOf(first);
    const second = await replaced(first, { leaving: [leaver!, next!] }, 'second');
    const { seated } = second.record.commitment.replacement!;
    const broken = async (change: object) => checkSuccession(first, await linked(forged(second, change)));
    expect(await broken({})).toBeNull();
    expect(await broken({ of: '0'.repeat(64) })).toMatchObject({ code: 'does-not-follow', stated: '0'.repeat(64) });
    expect(await broken({ seated: seated.slice(1) })).toMatchObject({ found: seated[0] });
    expect(await broken({ leaving: [leaver!] })).toMatchObject({ found: next });
    const undrawn = pool.find(
      ({ id }) => ![...panelOf(first), ...reserveOf(first), ...second.record.list.flat()].includes(id),
    );
    if (undrawn) expect(await broken({ left: [undrawn.id] })).toMatchObject({ stated: `left before: ${undrawn.id}` });
    expect(checkSuccession(second, first)).toMatchObject({ found: 'a first draw' });
    expect(checkSuccession({ ...first, record: { ...first.record, draw: null } }, second)).toMatchObject({
      found: 'a commitment only',
    });
  });
});
