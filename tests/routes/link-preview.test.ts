import { parse } from 'node-html-parser';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import CountBars from '../../src/lib/ui/charts/CountBars.svelte';
import LinkPreview from '../../src/routes/juries/LinkPreview.svelte';
import { juryAt } from '../support/jury.ts';

const record = publicRecord(juryAt('published').jury, {})!;
const previewed = (title: string, now: number) => {
  const props = { record, origin: 'https://jury.example.org', path: '/process', title, description: 'D', now };
  const head = parse(render(LinkPreview, { props }).head);
  return (name: string) =>
    head.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
};

describe('what stands beside a link', () => {
  const before = Date.UTC(2027, 4, 1);
  const late = Date.UTC(2027, 8, 1);

  test('names whole addresses, for others have no page to complete them from', () => {
    const of = previewed('How it worked', before);
    expect(of('og:url')).toBe('https://jury.example.org/juries/night-buses/process');
    expect(of('og:image')).toBe('https://jury.example.org/juries/night-buses/card.png?lang=en');
    expect(of('twitter:card')).toBe('summary_large_image');
    expect(of('og:locale')).toBe('en_GB');
  });

  test('says in words what the picture shows, first of all what is late', () => {
    expect(previewed('x', before)('og:image:alt')).not.toContain('overdue');
    expect(previewed('x', late)('og:image:alt')).toMatch(/^Night buses\. .*overdue/);
  });

  test('a title stays within its attribute', () => {
    expect(previewed('"><script>alert(1)</script>', before)('og:title')).toBe('"><script>alert(1)</script>');
  });
});

test('bars stand in a table with their numbers, on one scale, without an inline style', () => {
  const bars = [
    { label: 'Hearing', value: 90, said: '1.5' },
    { label: 'Break', value: 45 },
    { label: 'Ballot', value: 0 },
  ];
  const { body } = render(CountBars, { props: { columns: ['For', 'Minutes'], bars } });
  const table = parse(body);
  expect(table.querySelectorAll('tbody th').map((cell) => cell.text)).toEqual(['Hearing', 'Break', 'Ballot']);
  expect(table.querySelectorAll('tbody td.number').map((cell) => cell.text)).toEqual(['1.5', '45', '0']);
  expect(table.querySelectorAll('rect').map((bar) => bar.getAttribute('width'))).toEqual(['100%', '50%']);
  expect(body).not.toContain('style=');
});
