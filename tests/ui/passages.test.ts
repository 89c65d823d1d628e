import fc from 'fast-check';
import { parse as parseHtml } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { plainly } from '../../src/lib/jury/evidence/passage.ts';
import { renderMarkdown } from '../../src/lib/ui/markdown.ts';
import { markPassages } from '../../src/lib/ui/passages.ts';

/** The parser takes what is in `<pre>` for text unless it is told otherwise. */
const parse = (html: string) => parseHtml(html, { blockTextElements: {} });
const WORDS = { begins: '[corrected', ends: 'end]' };
const marked = (text: string, ...quotes: readonly string[]): string =>
  markPassages(
    renderMarkdown(text),
    quotes.map((quote, index) => ({ quote, note: `Note ${index + 1}: <5>`, href: `#c${index + 1}`, link: 'More' })),
    WORDS,
  );
const inMarks = (html: string): string =>
  parse(html)
    .querySelectorAll('mark')
    .map((one) => one.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('a corrected passage', () => {
  test('is marked, with the correction after it, for eyes and for ears', () => {
    expect(marked('It costs 40 million a year.', '40 million')).toBe(
      '<p>It costs <span class="unseen">[corrected </span><mark>40 million</mark><span class="unseen"> end]</span>' +
        ' <ins class="correction">Note 1: &lt;5&gt; <a href="#c1">More</a></ins>  a year.</p>\n',
    );
  });

  test.each([
    ['It **costs 40** million.', 'costs 40 million'],
    ['First *one.*\n\nSecond one.', 'one. Second'],
    ['- apples\n- pears', 'apples pears'],
    ['A [link](https://example.org) here', 'link here'],
    ['5 < 6 & "7"', '5 < 6 & "7"'],
    ['| a | b |\n|---|---|\n| 40 | 41 |', '40 41'],
  ])('is found across what is emphasised, linked or listed: %j', (text, quote) => {
    const html = marked(text, quote);
    expect(inMarks(html).replaceAll(' ', '')).toBe(quote.replaceAll(' ', ''));
    expect(html).toContain('<ins class="correction">');
    expect(parse(html).querySelectorAll('a a, ul > mark, tr > mark, table > mark')).toEqual([]);
  });

  test('may overlap with another', () => {
    const html = marked('one two three four', 'one two three', 'three four');
    expect(inMarks(html)).toBe('one two three four');
    expect(parse(html).querySelectorAll('ins')).toHaveLength(2);
  });

  test('that stands nowhere changes nothing', () => {
    expect(marked('Words.', 'Other words')).toBe(renderMarkdown('Words.'));
  });

  test('a link does not hold the note', () => {
    const html = marked('See [the long report](https://example.org).', 'the long');
    expect(parse(html).querySelectorAll('a a')).toEqual([]);
  });

  test('whatever is written and quoted, no tag is broken and no word is lost', () => {
    const piece = fc.constantFrom(
      'word',
      'other',
      '**bold**',
      '*em*',
      '`code`',
      '\n\n',
      '- item\n',
      '<b>',
      '&amp;',
      ' ',
      '5 < 6',
      '[l](https://e.org)',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.nat(40), fc.nat(20), (pieces, from, length) => {
        const text = pieces.join(' ');
        const plain = plainly(parse(renderMarkdown(text)).text);
        const html = marked(text, plain.slice(from, from + length));
        const root = parse(html);
        for (const added of root.querySelectorAll('ins, .unseen')) added.remove();
        expect(root.text.replaceAll(/\s+/g, '')).toBe(parse(renderMarkdown(text)).text.replaceAll(/\s+/g, ''));
        const open = html.match(/<mark>/g)?.length ?? 0;
        expect(html.match(/<\/mark>/g)?.length ?? 0).toBe(open);
      }),
    );
  });
});
