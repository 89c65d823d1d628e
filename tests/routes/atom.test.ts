import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { atomOf } from '../../src/routes/juries/atom.ts';

const page = 'https://jury.example.org/juries/buses';
const feed = (entries: Parameters<typeof atomOf>[0]['entries']) =>
  atomOf({
    address: `${page}/feed.atom`,
    page,
    language: 'kk',
    title: 'Автобус & трамвай',
    author: 'Әкімдік',
    entries,
  });
const entry = (id: string, at: number, text: string | null = null) => ({
  id: `${page}#${id}`,
  link: page,
  title: id,
  at,
  text,
});

describe('the feed', () => {
  test('has the newest first, and its own day is theirs', () => {
    const text = feed([entry('a', 1_000), entry('c', 3_000), entry('b', 2_000)]);
    expect([...text.matchAll(/<title>(\w)<\/title>/g)].map((match) => match[1])).toEqual(['c', 'b', 'a']);
    expect(text.indexOf('1970-01-01T00:00:03.000Z')).toBeLessThan(text.indexOf('<entry>'));
  });

  test('lets nothing that was written become a tag', () => {
    const text = feed([entry('a', 0, '<script>alert("1")</script> & more')]);
    expect(text).not.toContain('<script');
    expect(parse(text).querySelector('content')?.text).toBe('<script>alert("1")</script> & more');
    expect(text).toContain('<title>Автобус &amp; трамвай</title>');
  });

  test('without an entry it is a feed all the same', () => {
    expect(feed([])).toContain('</feed>');
  });
});
