/** At a table, a juror mends a slip; the table reads what stood there before, and whoever sits elsewhere none of it. */
import { expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { createApp } from '../../src/lib/server/app.ts';
import { holderForSeat } from '../../src/lib/server/auth/auth.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { accessibilityProblems, overflow, smallTargets, smallText } from './every-page/look.ts';
import { anewForEachTry } from './support/anew.ts';
import { openBrowser } from './support/chromium.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Place, Server } from './support/server.ts';

const EN = { locale: 'en', reducedMotion: 'reduce' } as const;
const PHONE = { width: 360, height: 740 };

let browser: Browser;
let server: Server;
let facilitatorLink: string;
let jurorLinks: readonly string[];

anewForEachTry(
  async () => {
    const place = await newPlace();
    facilitatorLink = (await prepareDemonstration(place)).staff.facilitator;
    jurorLinks = await linksFor(place, 8);
    server = await startServer(place);
    browser = await openBrowser();
  },
  async () => {
    await browser.close();
    await server.stop();
  },
);

/** Links of the first so many jurors in the live jury. */
async function linksFor({ variables }: Place, count: number): Promise<readonly string[]> {
  const app = await createApp(readConfig({ ...variables, ALQA_LOG: 'warn' }));
  try {
    const seats = Object.values((await app.juries.standing(JURIES.live))?.jury.seats ?? {});
    const sitting = seats.filter(({ role, state }) => role === 'juror' && state === 'confirmed').slice(0, count);
    const issued = await Promise.all(sitting.map(({ id }) => app.auth.issueLink(holderForSeat(JURIES.live, id))));
    return issued.flatMap((link) => (link.ok ? [link.value.url] : []));
  } finally {
    await app.close();
  }
}

async function enter(link: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: PHONE, ...EN })).newPage();
  await page.goto(link);
  const confirm = page.locator('main form button').first();
  if (await confirm.count()) await confirm.click();
  return page;
}

test('[D90] [D91] words at a table are mended, for that table alone', async () => {
  const jurors = await Promise.all(jurorLinks.map(enter));
  expect(jurors).toHaveLength(8);
  for (const juror of jurors) {
    await juror.goto(`${server.origin}/take-part/${JURIES.live}/session/D5`);
    await juror.getByText(m.common_connection_connected({}, EN)).first().waitFor();
  }
  const facilitator = await enter(facilitatorLink);
  await facilitator.setViewportSize({ width: 1280, height: 900 });
  await facilitator.goto(`${server.origin}/facilitate/${JURIES.live}`);
  await facilitator
    .locator('summary', { hasText: m.facilitator_tables({}, EN) })
    .first()
    .click();
  await facilitator.locator('[name=tables]').fill('2');
  await facilitator.getByRole('button', { name: m.facilitator_open_tables({}, EN) }).click();

  const tableOf = (juror: Page) => juror.locator('h2', { hasText: /table/i }).first().innerText();
  const talk = (juror: Page) => juror.getByRole('region', { name: m.room_table_talk({}, EN) });
  for (const juror of jurors) await talk(juror).waitFor();
  const [author, ...others] = jurors as [Page, ...Page[]];
  const here = await tableOf(author);
  const places = await Promise.all(others.map(async (juror) => ({ juror, near: (await tableOf(juror)) === here })));
  const near = places.filter((one) => one.near).map(({ juror }) => juror);
  const far = places.filter((one) => !one.near).map(({ juror }) => juror);
  expect([near.length, far.length]).toEqual([3, 4]);

  await author.getByLabel(m.room_table_compose({}, EN)).fill('The busses are too deer.');
  await author
    .locator('form', { has: author.getByLabel(m.room_table_compose({}, EN)) })
    .getByRole('button')
    .click();
  for (const juror of [author, ...near]) await talk(juror).getByText('The busses are too deer.').waitFor();
  expect(
    await talk(near[0] as Page)
      .getByText(m.talk_edit({}, EN))
      .count(),
  ).toBe(0);

  await talk(author).getByText(m.talk_edit({}, EN)).click();
  expect(await talk(author).innerText()).toContain(m.talk_edit_table_hint({}, EN));
  expect(await accessibilityProblems(author), 'accessibility').toEqual([]);
  expect(await overflow(author), 'overflow').toEqual([]);
  expect(await smallTargets(author), 'small targets').toEqual([]);
  expect(await smallText(author), 'small text').toEqual([]);
  await talk(author).getByLabel(m.talk_edit_label({}, EN)).fill('The buses are too dear.');
  await talk(author)
    .getByRole('button', { name: m.talk_edit_save({}, EN) })
    .click();

  for (const juror of near) {
    await talk(juror).getByText('The buses are too dear.').waitFor();
    await talk(juror).locator('summary', { hasText: 'Changed' }).click();
    await talk(juror).getByText('The busses are too deer.').waitFor();
  }
  await facilitator.getByText('The buses are too dear.').first().waitFor({ state: 'attached' });
  for (const juror of far) expect(await juror.locator('body').innerText()).not.toMatch(/dear|deer/);
}, 180_000);
