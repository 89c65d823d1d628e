/** Lines that break, networks without WebSockets, sign-ins that end, tabs that close: nobody loses a word, and nothing is done twice. */
import { expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { anewForEachTry } from './support/anew.ts';
import { LAPTOP, PHONE, arrive, openBrowser } from './support/browser.ts';
import { JURY, ROOM, linkOf, prepareSession } from './support/session.ts';
import type { InSession } from './support/session.ts';
import type { Person } from './support/person.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let session: InSession;

anewForEachTry(
  async () => {
    const place = await newPlace();
    session = await prepareSession(place);
    server = await startServer(place);
    browser = await openBrowser();
  },
  async () => {
    await browser.close();
    await server.stop();
  },
);

async function juror(seat: string, before?: (person: Person) => Promise<void>): Promise<Person> {
  const person = await arrive(browser, server.origin, seat, { locale: 'en', screen: PHONE });
  await before?.(person);
  await person.entersByLink(linkOf(session, seat));
  await person.opens(ROOM);
  await person.sees(m.common_connection_connected);
  return person;
}

const says = async (person: Person, text: string): Promise<void> => {
  await person.fills(m.room_compose, text);
  await person.presses(m.room_send);
};

const timesRead = (person: Person, text: string): Promise<number> =>
  person.find('region', m.room_messages).getByText(text, { exact: true }).count();

test('where the network lets no WebSocket through, the room works by polling', async () => {
  const blocked = await juror('S01', async ({ page }) => {
    // To where nobody answers: as behind a proxy that knows no WebSockets.
    await page.addInitScript(() => {
      const Real = globalThis.WebSocket;
      globalThis.WebSocket = class extends Real {
        constructor(_url: string | URL, protocols?: string | string[]) {
          super('ws://localhost:1/', protocols);
        }
      };
    });
  });
  const other = await juror('S02');
  const polled = blocked.page.waitForResponse((response) => response.url().includes('transport=polling'));
  await says(blocked, 'I only poll');
  await other.sees('I only poll');
  await says(other, 'and hear you');
  await blocked.sees('and hear you');
  expect((await polled).status()).toBe(200);
  await blocked.presses(m.room_raise_hand);
  await blocked.sees(() => m.room_your_place({ place: 1 }));
  await blocked.presses(m.room_lower_hand);
});

test('what was written without a line outlives the closed tab, and arrives once', async () => {
  const writer = await juror('S03');
  const reader = await juror('S04');
  await writer.context.setOffline(true);
  await writer.sees(m.common_connection_offline);
  await says(writer, 'written in a tunnel');
  await writer.sees(() => m.common_connection_unsent({ count: 1 }));
  await writer.page.close();
  await writer.context.setOffline(false);
  const again = await writer.context.newPage();
  await again.goto(ROOM);
  await reader.sees('written in a tunnel');
  await again
    .getByRole('region', { name: writer.says(m.room_messages) })
    .getByText('written in a tunnel')
    .first()
    .waitFor();
  expect(await timesRead(reader, 'written in a tunnel')).toBe(1);
  expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('alqa-unsent')))).toEqual(
    [],
  );
});

test('a sign-in that ends leaves the page and the half sentence where they are, and whoever signs in again goes on', async () => {
  const writer = await juror('S05');
  await writer.fills(m.room_compose, 'half a sen');
  const elsewhere = await writer.context.newPage();
  await elsewhere.goto('/sign-out');
  // Signed out in another tab: that tab clears what is kept, and this one keeps what stands in it.
  await elsewhere.locator('main').getByRole('button').click();
  await elsewhere.waitForURL('/');
  await writer.sees(m.common_connection_signed_out);
  expect(await writer.field(m.room_compose).inputValue()).toBe('half a sen');
  await writer.fills(m.room_compose, 'half a sentence');
  await writer.presses(m.room_send);
  await writer.sees(m.room_waits_for_line);
  expect(new URL(writer.page.url()).pathname).toBe(ROOM);
});

test(
  'the agenda, the rules and the evidence can be read without a line, as of when it was lost',
  { timeout: 60_000 },
  async () => {
    const reader = await juror('S06');
    await expect
      .poll(() => keptFor(reader), { timeout: 30_000 })
      .toContain(`/take-part/${JURY}/evidence/E1/__data.json`);
    await reader.context.setOffline(true);
    await reader.page.close();
    const page = await reader.context.newPage();
    await page.goto(ROOM);
    await page.getByText(reader.says(m.common_connection_offline)).first().waitFor();
    await page
      .getByText(reader.says(() => m.common_connection_as_of({ time: '' })).split(' at')[0] ?? '')
      .first()
      .waitFor();
    await page.getByRole('link', { name: reader.says(m.juror_place_evidence) }).click();
    await page.getByRole('link', { name: 'Facts' }).first().click();
    await page.getByText('A fact.').waitFor();
    // What is not kept leads home and says so.
    await page.goto(`/take-part/${JURY}/help`);
    await page.waitForURL(`/take-part/${JURY}`);
    const kept = await page.evaluate(async () =>
      (await (await caches.open('alqa-pages')).keys()).map(({ url }) => url),
    );
    expect(kept.filter((url) => /ballot|survey|help|text|verdict/.test(new URL(url).pathname))).toEqual([]);
    await reader.context.setOffline(false);
  },
);

test('whoever signs out leaves nothing on the device', { timeout: 60_000 }, async () => {
  const leaver = await juror('S07');
  await expect.poll(() => keptFor(leaver), { timeout: 30_000 }).not.toEqual([]);
  await leaver.fills(m.room_compose, 'never to be found');
  await leaver.presses(m.common_sign_out);
  await leaver.page.waitForURL('/');
  await expect.poll(() => keptFor(leaver)).toEqual([]);
  expect(await leaver.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('never to be found');
});

const keptFor = ({ page }: Person): Promise<string[]> =>
  page.evaluate(async () => {
    const kept = await (await caches.open('alqa-pages')).keys();
    return kept.map(({ url }) => new URL(url).pathname);
  });

test('a juror rehearses with the room itself, and nothing but that they did reaches the jury', async () => {
  const person = await arrive(browser, server.origin, 'S08', { locale: 'en', screen: LAPTOP });
  await person.entersByLink(linkOf(session, 'S08'));
  await person.follows(m.rehearsal_go);
  await person.ticks(m.rehearsal_text_good);
  await says(person, 'only a rehearsal');
  await person.presses(m.rehearsal_lose);
  await says(person, 'written without a line');
  await person.sees(m.room_waits_for_line);
  await person.presses(m.rehearsal_find);
  await person.presses(m.room_raise_hand);
  await person.sees(m.room_you_speak);
  await person.presses(m.room_finish_turn);
  await person.chooses(m.verdict_choose_for);
  await person.presses(m.verdict_review);
  await person.presses(m.verdict_cast);
  await person.sees(m.rehearsal_voted);
  const done = person.page.locator('main ol').first().getByText(person.says(m.common_state_done));
  await expect.poll(() => done.count()).toBe(6);
  await person.presses(m.rehearsal_tell_do);
  await person.sees(m.rehearsal_done);
  const facilitator = await arrive(browser, server.origin, 'facilitator', { locale: 'en', screen: LAPTOP });
  await facilitator.entersByLink(linkOf(session, 'facilitator'), 'a long password of mine');
  await facilitator.opens(`/facilitate/${JURY}`);
  await facilitator.sees(() => m.rehearsal_count({ count: 1, all: 15 }));
  expect(await facilitator.page.content()).not.toContain('only a rehearsal');
  person.isContent();
});
