/** Somebody without scripts follows a board, hears of an answer once, tells what they observe, and leaves. */
import { parse } from 'node-html-parser';
import { expect, test, vi } from 'vitest';
import { readAll } from '../server/read-all.ts';
import { anewForEachTry } from './support/anew.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import type { Links } from './support/demonstration.ts';
import { PlainVisitor } from './support/plain-visitor.ts';
import { newPlace, startServer, withMailbox } from './support/server.ts';
import type { Server } from './support/server.ts';

const jury = JURIES.published;
const ADDRESS = 'reader@example.org';
let server: Server;
let links: Links;

anewForEachTry(
  async () => {
    const place = withMailbox(await newPlace());
    links = await prepareDemonstration(place);
    server = await startServer(place);
  },
  () => server.stop(),
);

/** The letters to an address, newest first, as the mailbox shows them in the reader's own language. */
async function lettersTo(address: string): Promise<{ subject: string; text: string }[]> {
  const { status, html } = await new PlainVisitor(server.origin, 'en').opens('/mailbox?as=follower');
  expect(status).toBe(200);
  return parse(html)
    .querySelectorAll('details[open]')
    .map((letter) => ({
      subject: letter.querySelector('strong')?.text ?? '',
      text: letter.text,
      card: letter.parentNode?.text ?? '',
    }))
    .filter(({ card }) => card.includes(address));
}

const waitFor = (count: number) =>
  vi.waitFor(
    async () => {
      const letters = await lettersTo(ADDRESS);
      expect(letters).toHaveLength(count);
      return letters;
    },
    { timeout: 20_000, interval: 200 },
  );

async function staff(link: string): Promise<PlainVisitor> {
  const visitor = new PlainVisitor(server.origin, 'en');
  const { pathname } = new URL(link);
  await visitor.acts(pathname, { password: 'a long enough password' });
  return visitor;
}

const answer = (reasons: string) => ({
  type: 'answer-recommendation',
  recommendation: 'R1',
  position: 'accepted-in-part',
  reasons,
  responsible: 'Roads',
});

test(
  'an answer reaches whoever confirmed their address, once, and nobody who has left',
  { timeout: 120_000 },
  async () => {
    const reader = new PlainVisitor(server.origin, 'en');
    const board = await reader.opens(`/juries/${jury}/answers`);
    expect(board.html).toContain(`/juries/${jury}/follow`);
    const asked = await reader.posts(`/juries/${jury}/follow`, { email: ADDRESS, locale: 'ru' });
    const again = await reader.posts(`/juries/${jury}/follow`, { email: ADDRESS, locale: 'ru' });
    expect([asked.status, again.status]).toEqual([200, 200]);
    const words = (html: string) => parse(html).querySelector('article')?.text;
    expect(words(again.html)).toBe(words(asked.html));

    const [confirmation] = await waitFor(1);
    expect(confirmation?.subject).toContain('Подтвердите');
    const path = /\/follow\/[\w-]{43}/.exec(confirmation?.text ?? '')?.[0] ?? '';
    expect((await reader.opens(path)).html).toContain(ADDRESS);

    const authority = await staff(links.staff.authority);
    await authority.acts(`/answer/${jury}?/answer`, answer('Nobody has confirmed yet.'));
    await reader.acts(`${path}?/confirm`, {});
    await authority.acts(`/answer/${jury}?/answer`, answer('Now somebody has.'));
    const [news] = await waitFor(2);
    expect(news?.text).toContain('Now somebody has.');
    expect(news?.text).toContain(path);
    await server.restart();
    await waitFor(2);

    // As a mail program does it: no page, no origin, no cookie.
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(new URL(path, server.origin), { method: 'POST', body })).status).toBe(200);
    expect((await reader.opens(path)).html).not.toContain(ADDRESS);
    // [P52] What lay in the mailbox bore the address, and so it went too.
    await waitFor(0);
    await authority.acts(`/answer/${jury}?/answer`, answer('Nobody follows any more.'));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await waitFor(0);
    expect(readAll(server.data).includes(ADDRESS), 'something of the address is left in the files').toBe(false);
  },
);

test('what somebody observes is shown after it was read, and only then', { timeout: 60_000 }, async () => {
  const neighbour = new PlainVisitor(server.origin, 'en');
  const text = 'No sign has been put up in Abai street.';
  const board = async () => (await neighbour.opens(`/juries/${jury}/answers`)).html;
  const sent = await neighbour.posts(`/juries/${jury}/observe`, {
    type: 'observe-implementation',
    recommendation: 'R1',
    text,
  });
  expect(sent.status).toBe(200);
  expect(await board()).not.toContain(text);
  const oversight = await staff(links.staff.oversight);
  const box = parse((await oversight.opens(`/observations/${jury}`)).html);
  const card = box.querySelectorAll('form').find((form) => form.parentNode?.text.includes(text));
  const observation = card?.querySelector('input[name=observation]')?.getAttribute('value') ?? '';
  await oversight.acts(`/observations/${jury}`, { type: 'show-observation', observation });
  expect(await board()).toContain(text);
});

test('who sends very many observations is told to wait', { timeout: 60_000 }, async () => {
  const sender = new PlainVisitor(server.origin, 'en');
  const send = (text: string) =>
    sender.posts(`/juries/${jury}/observe`, { type: 'observe-implementation', recommendation: 'R1', text });
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) statuses.push((await send(`Seen ${count}`)).status);
  expect(statuses.at(-1)).toBe(429);
});

test('without the setting of a demonstration there is no mailbox to look into', { timeout: 60_000 }, async () => {
  const bare = await startServer(await newPlace());
  try {
    expect((await new PlainVisitor(bare.origin, 'en').opens('/mailbox')).status).toBe(404);
  } finally {
    await bare.stop();
  }
});
