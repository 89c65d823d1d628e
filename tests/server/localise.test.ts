import type { Handle, RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { localise } from '../../src/lib/i18n/hook.ts';

type Resolve = Parameters<Handle>[0]['resolve'];
type Preload = NonNullable<ResolveOptions['preload']>;

/** The cookies that an answer to this address sets, and the files that are to be fetched with it. */
async function answered(path: string, signedIn = false) {
  const set: string[] = [];
  let preload: Preload = () => false;
  const url = new URL(path, 'https://jury.example.org');
  const event = {
    url,
    request: new Request(url),
    locals: { principal: signedIn ? {} : null },
    cookies: { set: (name: string, value: string) => set.push(`${name}=${value}`) },
  } as unknown as RequestEvent;
  const resolve: Resolve = (_event, options) => {
    preload = options?.preload ?? preload;
    return new Response('');
  };
  await localise({ event, resolve });
  return { set, preload };
}

const cookiesOf = async (path: string) => (await answered(path)).set;

test('a page in a language that was asked for is remembered', async () => {
  expect(await cookiesOf('/juries/J1/process?lang=kk')).toEqual(['alqa_locale=kk']);
  expect(await cookiesOf('/juries/J1/process')).toEqual([]);
  expect(await cookiesOf('/juries/J1?lang=xx')).toEqual([]);
});

test.each(['card.png', 'card.svg', 'verdict.pdf', 'feed.atom', 'README.md'])(
  '%s sets no cookie: it stands on the pages of others',
  async (file) => expect(await cookiesOf(`/juries/J1/${file}?lang=kk`)).toEqual([]),
);

test.each([
  ['en', ['latin']],
  ['ru', ['latin', 'cyrillic', 'cyrillic-ext']],
  ['kk', ['latin', 'cyrillic', 'cyrillic-ext']],
])('a page in %s is fetched with its letters, and with no others', async (locale, letters) => {
  const { preload } = await answered(`/juries/J1?lang=${locale}`);
  const wanted = ['latin', 'cyrillic', 'cyrillic-ext', 'greek'].filter((name) =>
    preload({ type: 'font', path: `/_app/immutable/assets/${name}.x1-_.woff2` }),
  );
  expect(wanted).toEqual(letters);
  expect(preload({ type: 'font', path: '/_app/immutable/assets/source-sans-3-latin-wght-italic.x.woff2' })).toBe(false);
  expect((['css', 'js', 'asset'] as const).map((type) => preload({ type, path: '/x' }))).toEqual([false, true, false]);
});

test('whoever is signed in is in the room, whose letters are those of the device', async () => {
  const { preload } = await answered('/take-part/J1', true);
  expect(preload({ type: 'font', path: '/_app/immutable/assets/latin.x1.woff2' })).toBe(false);
});
