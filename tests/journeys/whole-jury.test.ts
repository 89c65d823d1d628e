import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { LAPTOP, arrive, openBrowser } from './support/browser.ts';
import { createFounder } from './support/founder.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';
import { advances, appoints, foundsJury, setsRule, signsMandate } from './whole-jury/founding.ts';
import { draws, loadsPool, setsTargets } from './whole-jury/lottery.ts';

const FOUNDER = { email: 'founder@example.org', name: 'Айгүл Ұйымова', password: 'тұрақты төрт сөз' };
const PASSWORD = 'четыре простых слова';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  const place = await newPlace();
  await createFounder(place, FOUNDER);
  server = await startServer(place);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a whole jury, from its founding to the answer of the authority', async () => {
  const at = (name: string, locale: 'ru' | 'kk') => arrive(browser, server.origin, name, { locale, screen: LAPTOP });
  const organiser = await at(FOUNDER.name, 'ru');
  const facilitator = await at('Ерлан Жүргізушев', 'kk');
  const officer = await at('Ольга Счётчик', 'ru');
  const authority = await at('Қайрат Жауапов', 'kk');

  await organiser.signsIn(FOUNDER.email, FOUNDER.password);
  const jury = await foundsJury(organiser);
  await setsRule(organiser, jury);
  await facilitator.entersByLink(await appoints(organiser, jury, facilitator, 'facilitator'), PASSWORD);
  await officer.entersByLink(await appoints(organiser, jury, officer, 'returning-officer'), PASSWORD);
  await authority.entersByLink(await appoints(organiser, jury, authority, 'authority'), PASSWORD);
  await signsMandate(authority, jury, 'Әр ұсынымға себебімен жауап береміз.');
  await advances(organiser, jury, 'inviting');
  await advances(organiser, jury, 'selecting');
  await setsTargets(organiser, jury);
  await loadsPool(organiser, jury);
  await draws(organiser);

  for (const person of [organiser, facilitator, officer, authority]) person.isContent();
  expect(server.log).toEqual([]);
});
