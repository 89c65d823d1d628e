import { describe, expect, test } from 'vitest';
import { linkTo, placeOf } from '../../src/cli/export/places.ts';
import { rewritePage, rewriteStyle } from '../../src/cli/export/rewrite.ts';

const site = { origin: 'https://jury.example.org', jury: 'J1', endings: { abc: '.pdf' } };
const at = (path: string) => placeOf(site, new URL(path, site.origin), 'ru')?.file;
const page = {
  url: new URL('/juries/J1/evidence/E1', site.origin),
  locale: 'ru',
  file: 'ru/evidence/E1.html',
} as const;

describe('the places of an export', () => {
  test.each([
    ['/juries/J1', 'ru/index.html'],
    ['/juries/J1?lang=kk#R2', 'kk/index.html'],
    ['/juries/J1/answers', 'ru/answers.html'],
    ['/juries/J1/evidence/E3', 'ru/evidence/E3.html'],
    ['/juries/J1/minutes/D1?lang=kk', 'kk/minutes/D1.html'],
    ['/juries/J1/moderation', 'ru/moderation.html'],
    ['/juries/J1/rules', 'ru/rules.html'],
    ['/juries/J1/record.json', 'data/record.json'],
    ['/juries/J1/card.svg?lang=en', 'en/card.svg'],
    ['/juries/J1/lottery/draw.json', 'data/lottery/draw.json'],
    ['/juries/J1/lottery/record.json', 'data/lottery-record.json'],
    ['/juries/J1/lottery/replacements/L1/draw.json', 'data/replacements/L1/draw.json'],
    ['/juries/J1/files/abc', 'files/abc.pdf'],
    ['/_app/immutable/assets/0.css', 'assets/immutable/assets/0.css'],
  ])('%s becomes %s', (path, file) => expect(at(path)).toBe(file));

  test.each([
    '/',
    '/sign-in',
    '/juries/J2',
    '/juries/J1/verify',
    '/juries/J1/minutes/D1/print',
    '/juries/J1/files/other',
    '/juries/J10',
    '/_app/..%2f..%2fx',
  ])('%s stays with the server', (path) => expect(at(path)).toBeUndefined());

  test('another server has no place', () => {
    expect(placeOf(site, new URL('https://example.com/juries/J1'), 'en')).toBeNull();
  });
});

describe('a page of an export', () => {
  const html = `<!doctype html><html><head><link rel="canonical" href="https://jury.example.org/juries/J1">
<link href="../../../_app/x.css" rel="stylesheet"><script>alert(1)</script></head>
<body><a href="/juries/J1#R1">R1</a> <a href="/juries/J1/verify">check</a> <a href="#top">top</a> <a href="https://example.com/a?b=1&amp;c=2">report</a>
<form method="post"><input></form><p>&lt;script&gt; stays text</p></body></html>`;
  const { text, places } = rewritePage(site, page, html);

  test('has links that hold wherever the folder lies', () => {
    expect(text).toContain('<a href="../index.html#R1">');
    expect(text).toContain('href="../../assets/x.css"');
    expect(text).toContain('href="https://jury.example.org/juries/J1/verify"');
    expect(text).toContain('<a href="#top">');
    expect(text).toContain('href="https://example.com/a?b=1&amp;c=2"');
    expect(text).toContain('rel="canonical" href="https://jury.example.org/juries/J1"');
    expect(places.map(({ file }) => file).toSorted()).toEqual(['assets/x.css', 'ru/index.html']);
  });

  test('runs nothing, sends nothing and keeps every word', () => {
    expect(text).not.toMatch(/<script|<form|<input/);
    expect(text).toContain('&lt;script&gt; stays text');
  });

  test('has its fonts beside its style', () => {
    const style = { url: new URL('/_app/a/0.css', site.origin), locale: 'en', file: 'assets/a/0.css' } as const;
    const css = rewriteStyle(site, style, 'src:url(./f.woff2);mask:url("data:image/svg+xml,x")');
    expect(css.text).toBe('src:url("f.woff2");mask:url("data:image/svg+xml,x")');
    expect(css.places.map(({ file }) => file)).toEqual(['assets/a/f.woff2']);
    expect(linkTo('index.html', 'en/index.html')).toBe('en/index.html');
  });
});
