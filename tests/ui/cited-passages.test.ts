import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/lib/ui/markdown.ts';
import { markPassages } from '../../src/lib/ui/passages.ts';
import { passageId } from '../../src/lib/jury/verdict/uses.ts';
import { passageIn, withCitations } from '../../src/routes/(room)/take-part/[jury]/text/cite.ts';

const WORDS = { begins: '[corrected:', ends: ':corrected]' };
const cited = (quote: string, id = passageId(quote)) => ({
  quote,
  note: 'Cited in',
  href: '/juries/j#R1',
  link: 'R1',
  cited: { begins: '[cited:', ends: ':cited]', id },
});

test('[V73] a cited passage is marked, has an address and leads back', () => {
  const html = markPassages(renderMarkdown('Before. *Two thousand* walk. After.'), [cited('Two thousand walk')], WORDS);
  expect(html).toContain(
    `<span id="${passageId('Two thousand walk')}"></span><span class="unseen">[cited: </span><mark class="cited">`,
  );
  expect(html).toContain('<a href="/juries/j#R1">R1</a></ins>');
  expect(html).not.toContain('corrected');
});

test('[V73] a passage that is corrected as well is heard as corrected first', () => {
  const correction = { quote: 'Two thousand', note: 'Three.', href: '#correction-1', link: '1 May' };
  const html = markPassages(renderMarkdown('Two thousand walk.'), [correction, cited('Two thousand walk')], WORDS);
  expect(html).toContain('[corrected:');
  expect(html).not.toContain('[cited:');
  expect(html).toContain('class="cited"');
});

test('[V73] a passage typed into the plain form is one more citation', () => {
  const form = new FormData();
  form.append('cite', 'answer:Q1');
  form.append('passageOf', 'exhibit:E1:2');
  form.append('passage', ' two\r\n thousand: so it is ');
  expect(Object.fromEntries(withCitations(form))).toEqual({
    'citations.0.kind': 'answer',
    'citations.0.id': 'Q1',
    'citations.1.kind': 'exhibit',
    'citations.1.id': 'E1',
    'citations.1.version': '2',
    'citations.1.quote': 'two thousand: so it is',
  });
  expect(passageIn('exhibit:E1', 'x')).toBe('exhibit:E1:1:x');
});

test('[V73] without a passage or an exhibit there is none', () => {
  const form = new FormData();
  form.append('passageOf', 'exhibit:E1');
  form.append('passage', '  ');
  expect([...withCitations(form).keys()]).toEqual([]);
});
