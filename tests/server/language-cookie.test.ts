import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { localise } from '../../src/lib/i18n/hook.ts';

/** The cookies that an answer to this address sets. */
async function cookiesOf(path: string): Promise<string[]> {
  const set: string[] = [];
  const url = new URL(path, 'https://jury.example.org');
  const event = {
    url,
    request: new Request(url),
    cookies: { set: (name: string, value: string) => set.push(`${name}=${value}`) },
  } as unknown as RequestEvent;
  await localise({ event, resolve: () => new Response('') });
  return set;
}

test('a page in a language that was asked for is remembered', async () => {
  expect(await cookiesOf('/juries/J1/process?lang=kk')).toEqual(['alqa_locale=kk']);
  expect(await cookiesOf('/juries/J1/process')).toEqual([]);
  expect(await cookiesOf('/juries/J1?lang=xx')).toEqual([]);
});

test.each(['card.png', 'card.svg', 'verdict.pdf', 'feed.atom', 'README.md'])(
  '%s sets no cookie: it stands on the pages of others',
  async (file) => expect(await cookiesOf(`/juries/J1/${file}?lang=kk`)).toEqual([]),
);
