import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  commitList,
  commitmentHash,
  describeRecordDiscrepancy,
  RECORD_FILES,
  sha256Hex,
  verifyRecord,
} from '../../src/lib/lottery/index.ts';
import type { RecordDiscrepancy, RecordFileName, RecordFiles } from '../../src/lib/lottery/index.ts';
import { sumsOf } from '../../src/lib/lottery/record/files.ts';
import { committed, drawn, list, pool, terms } from './records.ts';

const bySeed = drawn({ seed: '2 7 1' }, { drawnAt: '2025-05-01T10:00:00Z', witnesses: ['A. Seit', 'B. Omar'] });
const byDice = drawn({ ticket: '07' });

async function discrepancy(files: RecordFiles): Promise<RecordDiscrepancy> {
  const result = await verifyRecord(files);
  if (result.ok) throw new Error('Expected a discrepancy');
  expect(describeRecordDiscrepancy(result.error)).toMatch(/^[A-Z].+\. Stated: .*\. Found: .*\.$/s);
  return result.error;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonName = Exclude<RecordFileName, 'SHA256SUMS'>;
const contentOf = (files: RecordFiles, name: JsonName): Json => JSON.parse(files[name]!) as Json;

/** The record with one file's content made anew; its hashes are left as they were. */
const withContent = (files: RecordFiles, name: JsonName, content: Json): RecordFiles => ({
  ...files,
  [name]: canonicalJson(content),
});

/** As somebody would forge it who can compute hashes: everything is sealed again, but the draw stays as it is. */
function resealed(files: RecordFiles): RecordFiles {
  const commitment = contentOf(files, 'commitment.json') as Record<string, Json>;
  const hashes = { pool: 'pool.json', targets: 'targets.json', list: 'list.json' } as const;
  for (const [part, name] of Object.entries(hashes)) commitment[part] = sha256Hex(files[name]);
  const sealed = withContent(files, 'commitment.json', commitment);
  const draw = contentOf(sealed, 'draw.json') as Record<string, Json>;
  return resummed(withContent(sealed, 'draw.json', { ...draw, commitment: commitmentHash(sealed) }));
}

const resummed = (files: RecordFiles): RecordFiles => ({ ...files, SHA256SUMS: sumsOf(files) });

function withoutNotes(files: RecordFiles): string {
  const { drawnAt, witnesses, ...draw } = contentOf(files, 'draw.json') as Record<string, Json>;
  const noted = typeof drawnAt === 'string' || drawnAt === undefined;
  const seen =
    witnesses === undefined || (Array.isArray(witnesses) && witnesses.every((one) => typeof one === 'string'));
  return canonicalJson({ ...draw, ...(noted && seen ? {} : { drawnAt: 'not as notes are' }) });
}

/** Every content that differs in one value: changed, left out, or given twice. */
function* changes(content: Json): Generator<Json> {
  if (typeof content === 'string') return yield* [`${content}x`, content.slice(1), 0];
  if (typeof content === 'number') return yield* [content + 1, content - 1, String(content)];
  if (Array.isArray(content)) {
    for (const [at, item] of content.entries()) {
      yield content.toSpliced(at, 1);
      yield content.toSpliced(at, 0, item);
      for (const changed of changes(item)) yield content.with(at, changed);
    }
    return;
  }
  if (content === null || typeof content !== 'object') return;
  for (const [key, item] of Object.entries(content)) {
    const { [key]: _, ...others } = content;
    yield others;
    yield { ...others, [`${key}x`]: item };
    for (const changed of changes(item)) yield { ...content, [key]: changed };
  }
}

describe('a true record', () => {
  test('holds, by seed, by dice and before it is drawn', async () => {
    expect(await verifyRecord(bySeed)).toMatchObject({
      ok: true,
      value: { commitmentHash: commitmentHash(committed) },
    });
    expect(await verifyRecord(byDice)).toMatchObject({ ok: true, value: { draw: { number: 7, ticket: '07' } } });
    const undrawn = await verifyRecord(committed);
    expect(undrawn).toMatchObject({ ok: true, value: { draw: null } });
    expect(undrawn.ok && undrawn.value.chances.get('t3')).toBe(
      list.filter((panel) => panel.includes('t3')).length / list.length,
    );
  });

  test('waits for whoever is told of its progress', async () => {
    const told: string[] = [];
    const result = verifyRecord(bySeed, {
      onProgress: async () => {
        await Promise.resolve();
        told.push('drawn on the page');
      },
    });
    expect((await result).ok).toBe(true);
    expect(told).toEqual(['drawn on the page']);
  });
});

describe('a record with one change is refused', { timeout: 60_000 }, () => {
  const names = RECORD_FILES.filter((name): name is JsonName => name !== 'SHA256SUMS');

  test.each(names)('anywhere in %s, even if SHA256SUMS is made anew', async (name) => {
    let tried = 0;
    for (const record of [bySeed, byDice]) {
      for (const content of changes(contentOf(record, name))) {
        const changed = withContent(record, name, content);
        if (changed[name] === record[name]) continue;
        tried += 1;
        expect(await verifyRecord(changed), changed[name]).toMatchObject({ ok: false });
        // What is only stated, such as who watched, is held by the published sums alone.
        const result = await verifyRecord(resummed(changed));
        const onlyNotes = name === 'draw.json' && withoutNotes(changed) === withoutNotes(record);
        expect(result.ok, changed[name]).toBe(onlyNotes);
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  test.each(['pool.json', 'targets.json', 'list.json', 'commitment.json'] as const)(
    'in %s, or has another commitment than the one published, even if everything is sealed anew',
    async (name) => {
      for (const content of changes(contentOf(bySeed, name))) {
        const forged = resealed(withContent(bySeed, name, content));
        const result = await verifyRecord(forged);
        const undone = forged['commitment.json'] === bySeed['commitment.json'];
        if (result.ok && !undone) expect(result.value.commitmentHash).not.toBe(commitmentHash(bySeed));
      }
    },
  );

  test('in any letter of any file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...RECORD_FILES),
        fc.nat(),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        async (name, place, letter) => {
          const text = bySeed[name]!;
          const at = place % text.length;
          const changed = text.slice(0, at) + letter + text.slice(at + 1);
          return changed === text || !(await verifyRecord({ ...bySeed, [name]: changed })).ok;
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the first thing that does not hold is named:', () => {
  const change = (name: JsonName, from: string | RegExp, to: string, files = bySeed): RecordFiles => {
    const text = files[name]!.replace(from, to);
    expect(text).not.toBe(files[name]);
    return { ...files, [name]: text };
  };
  const forgeList = (panels: readonly (readonly string[])[]): RecordFiles =>
    drawn({ seed: '1' }, {}, commitList({ ...terms, list: panels }));

  test.each<[RecordDiscrepancy['code'], RecordFiles]>([
    ['file-unreadable', { ...bySeed, 'list.json': '{' }],
    ['file-unreadable', { ...bySeed, 'pool.json': `${bySeed['pool.json']}\n` }],
    ['file-unreadable', { ...bySeed, 'pool.json': '[{"id":"\\ud800","values":{}}]' }],
    ['method-unknown', change('commitment.json', 'alqa-list-1', 'alqa-list-2')],
    ['file-differs', change('pool.json', '"t0"', '"s0"')],
    ['file-differs', change('targets.json', '"max":3', '"max":4')],
    ['commitment-differs', change('commitment.json', 'leximin', 'maximin')],
    ['number-differs', change('draw.json', '2 7 1', '2 7 2')],
    ['chance-malformed', change('draw.json', '"07"', '"007"', byDice)],
    ['chance-malformed', change('draw.json', '2 7 1', ' ')],
    ['panel-differs', change('draw.json', /("panel":\["t\d)/, '$1x')],
    ['alternates-differ', change('draw.json', /("alternates":\["t\d)/, '$1x')],
    ['sums-differ', change('draw.json', 'A. Seit', 'C. Ivan')],
    ['sums-differ', { ...bySeed, SHA256SUMS: committed.SHA256SUMS }],
    ['size-differs', resealed(change('commitment.json', /"size":(\d)/, '"size":1$1'))],
    ['panel-malformed', forgeList([['t0', 't1', 't2', 'stranger'], ...list])],
    ['panel-malformed', forgeList([['t0', 't0', 't1', 't3'], ...list])],
    ['panel-malformed', forgeList([['t0', 't1', 't2', 't3', 't5'], ...list])],
    ['target-missed', forgeList([['t0', 't2', 't4', 't6'], ...list])],
    ['household-twice', forgeList([['t0', 't1', 't4', 't7'], ...list])],
    ['list-unordered', resealed(change('list.json', /(\[\[.*?\]),(.*)(,\[.*?\])\]\}$/, '$1$3,$2]}'))],
    ['input-malformed', drawn({ seed: '1' }, {}, commitList({ ...terms, pool: [...pool, pool[0]!] }))],
  ])('%s', async (code, files) => expect((await discrepancy(files)).code).toBe(code));

  test('a file that is not there', async () => {
    const { 'pool.json': _, ...others } = bySeed;
    expect(await discrepancy(others as RecordFiles)).toMatchObject({ code: 'file-missing', file: 'pool.json' });
    const { 'draw.json': __, ...undrawn } = bySeed;
    expect(await discrepancy(undrawn)).toMatchObject({ code: 'sums-differ' });
  });

  test('the panel and the target that it misses', async () => {
    const panels = [...list, ['t0', 't2', 't4', 't6']];
    expect(await discrepancy(forgeList(panels))).toMatchObject({
      code: 'target-missed',
      stated: 'gender = f: 2 to 2',
      found: '4',
    });
  });
});

test('a category may have any name', async () => {
  const people = pool.map((person) => ({ ...person, values: { ...person.values, constructor: 'x' } }));
  const asked = [...terms.targets, { category: 'constructor', value: 'x', min: 4, max: 4 }];
  const files = drawn({ seed: '1' }, {}, commitList({ ...terms, pool: people, targets: asked }));
  expect(await verifyRecord(files)).toMatchObject({ ok: true });
});

test('nothing that verification imports can load the solver', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const imports = readFileSync(path, 'utf8').matchAll(
      /(?:^|\n)(?:import|export)\s(?!type\s)[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/g,
    );
    for (const [, from, dynamic] of imports) {
      const name = from ?? dynamic ?? '';
      if (name.startsWith('.')) visit(join(dirname(path), name));
      else packages.add(name);
    }
  };
  const folder = join(import.meta.dirname, '../../src/lib/lottery/record');
  for (const name of ['verify-record.ts', 'look-up.ts', 'succession.ts', 'discrepancy.ts']) visit(join(folder, name));
  expect([...packages].sort()).toEqual(['@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'canonicalize', 'valibot']);
});
