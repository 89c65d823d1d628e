import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Manuscript } from '../../src/lib/server/typesetting/manuscript.ts';
import { typeset } from '../../src/lib/server/typesetting/typeset.ts';
import { createTypesetter } from '../../src/lib/server/typesetting/typesetter.ts';

const LONG = 'Қазылар алқасы әкімдікке ұсынады: үйлерді газға қосу, ғимараттарды жылыту. '.repeat(30);

const manuscript = (over: Partial<Manuscript> = {}): Manuscript => ({
  language: 'kk',
  title: 'Таза ауа',
  author: 'Әкімдік',
  subject: 'Не істеу керек?',
  at: Date.UTC(2027, 2, 1),
  foot: 'Таза ауа',
  blocks: [
    { kind: 'heading', level: 1, text: 'Таза ауа' },
    { kind: 'heading', level: 2, text: 'R1. Газ' },
    ...Array.from({ length: 12 }, () => ({ kind: 'paragraph', tone: 'own', text: LONG, language: 'kk' }) as const),
    { kind: 'list', items: ['E1', 'E2'] },
    { kind: 'address', label: 'Мекенжай', url: 'https://alqa.example/juries/J1' },
  ],
  ...over,
});

const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
/** What is packed in the file, unpacked. */
const streams = (pdf: Uint8Array): readonly string[] =>
  [...text(pdf).matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, packed = '']) => {
    const bytes = Buffer.from(packed, 'latin1');
    return bytes[0] === 0x78 ? [inflateSync(bytes).toString('latin1')] : [];
  });
const pages = (pdf: Uint8Array): number => text(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;

describe('a document', () => {
  test('is tagged, says its language and its title, and has bookmarks', async () => {
    const pdf = text(await typeset(manuscript()));
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/Lang (kk)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('pdfuaid:part>1<');
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Link']) expect(pdf).toContain(`/S /${tag}\n`);
    expect(pdf).toMatch(/\/Outlines \d+ 0 R/);
    // The chapter and, under it, its section.
    expect(pdf.match(/\/Title \(/g)).toHaveLength(2);
    expect(pdf).toContain('https://alqa.example/juries/J1');
  });

  test.each(['en', 'ru', 'kk'])(
    'can be read as text in %s: every letter of its language is told to the reader',
    async (language) => {
      const letters = { en: 'Verdict', ru: 'Решение: ёъэщ', kk: 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі' }[language] ?? '';
      const blocks = [{ kind: 'heading', level: 1, text: letters }] as const;
      const pdf = await typeset(manuscript({ language, title: letters, foot: '', blocks }));
      expect(text(pdf)).toContain(`/Lang (${language})`);
      // The maps from the glyphs that are drawn to Unicode, by which a file is searched, copied and read aloud.
      const maps = streams(pdf).filter((one) => one.includes('beginbfrange') || one.includes('beginbfchar'));
      for (const letter of new Set(letters.replaceAll(' ', ''))) {
        const code = letter.charCodeAt(0).toString(16).padStart(4, '0');
        expect(maps.some((map) => map.toLowerCase().includes(`<${code}>`))).toBe(true);
      }
      expect(Buffer.from(pdf).toString('utf8')).toContain(`<rdf:li xml:lang="x-default">${letters}</rdf:li>`);
    },
  );

  test('leaves no rank of its headings out, and a link is part of its paragraph', async () => {
    const ranks = [1, 3, 3, 2, 3, 1, 3] as const;
    const blocks = ranks.map((level) => ({ kind: 'heading', level, text: `${level}` }) as const);
    const pdf = text(await typeset(manuscript({ blocks })));
    const tags = [...pdf.matchAll(/\/S \/H(\d)\n/g)].map(([, rank]) => Number(rank));
    expect(tags.toSorted()).toEqual([1, 1, 2, 2, 2, 2, 3]);
  });

  test('goes on over several pages', async () => {
    expect(pages(await typeset(manuscript()))).toBeGreaterThan(2);
  });

  test('is the same file whenever it is made', async () => {
    expect((await typeset(manuscript())).equals(await typeset(manuscript()))).toBe(true);
    expect((await typeset(manuscript())).equals(await typeset(manuscript({ foot: 'x' })))).toBe(false);
  });

  test('takes signs that no letter of the typeface has, and no text at all', async () => {
    const blocks = [
      { kind: 'paragraph', text: '☂ 漢字 \u{1F600}' },
      { kind: 'paragraph', text: '' },
      { kind: 'list', items: [] },
    ] as const;
    expect(pages(await typeset(manuscript({ blocks })))).toBe(1);
  });
});

test('many who ask for the same document wait for one setting of it', async () => {
  const { set } = createTypesetter();
  const [one, two, other] = await Promise.all([set(manuscript()), set(manuscript()), set(manuscript({ title: 'x' }))]);
  expect(two).toBe(one);
  expect(Buffer.from(one).equals(await typeset(manuscript()))).toBe(true);
  expect(Buffer.from(other).equals(Buffer.from(one))).toBe(false);
});
