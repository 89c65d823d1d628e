/** The secret ballot by keyboard alone, as a screen reader tells it. */
import { expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { anewForEachTry } from './support/anew.ts';
import { LAPTOP, arrive, openBrowser } from './support/browser.ts';
import { JURY, linkOf, prepareSession } from './support/session.ts';
import type { InSession } from './support/session.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let session: InSession;

anewForEachTry(
  async () => {
    const place = await newPlace();
    session = await prepareSession(place, async (_app, { hands, company }) => {
      const { organiser, facilitator } = company;
      for (const to of ['deliberating', 'drafting'] as const)
        await hands.give(organiser, { type: 'advance-stage', to });
      await hands.give(
        { kind: 'seat', id: 'S01' },
        {
          type: 'propose-recommendation',
          title: 'Measure more',
          text: 'Ten stations.',
          rationale: 'Two are too few.',
          addressee: 'The city',
          citations: [{ kind: 'exhibit', id: 'E1' }],
        },
      );
      await hands.give(facilitator, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 });
      await hands.give(facilitator, { type: 'close-session', session: 'D1' });
      await hands.give(organiser, { type: 'advance-stage', to: 'voting' });
      await hands.give(company['returning-officer'], { type: 'open-ballot', recommendation: 'R1' });
    });
    server = await startServer(place);
    browser = await openBrowser();
  },
  async () => {
    await browser.close();
    await server.stop();
  },
);

test('by keyboard alone a juror finds the ballot, chooses, checks and casts, and hears each step', async () => {
  const person = await arrive(browser, server.origin, 'S02', { locale: 'en', screen: LAPTOP });
  await person.entersByLink(linkOf(session, 'S02'));
  await person.opens(`/take-part/${JURY}/ballot/B1`);
  const { page } = person;
  const tree = (): Promise<string> => page.locator('main').ariaSnapshot();

  const asked = await tree();
  const choices = [m.verdict_choose_for, m.verdict_choose_against, m.verdict_choose_abstain];
  expect(asked).toContain(`group "${person.says(m.verdict_choose)}"`);
  const order = choices.map((choice) => asked.indexOf(`radio "${person.says(choice)}`));
  expect(
    order.every((at) => at > 0),
    'every choice is a radio button with a name',
  ).toBe(true);
  expect(order, 'the choices come in the order of the paper').toEqual(order.toSorted((a, b) => a - b));
  expect(asked, 'nothing is chosen beforehand').not.toContain('[checked]');

  await tabsTo('radio');
  await page.keyboard.press('ArrowDown');
  expect(await tree()).toMatch(new RegExp(`radio "${person.says(m.verdict_choose_against)}[^\\n]*\\[checked\\]`));
  await tabsTo('button');
  await page.keyboard.press('Enter');
  await person.sees(m.verdict_review_title);
  expect(await tree()).toContain(person.says(m.verdict_final));
  await tabsTo('button');
  await page.keyboard.press('Enter');
  await person.sees(m.verdict_receipt);
  expect(await tree(), 'the receipt tells nothing of the choice').not.toContain(
    person.says(m.verdict_choose_against_more),
  );
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('against');
  person.isContent();

  /** Goes on by Tab within the page until the focus is on something of this role that is not the page's own navigation. */
  async function tabsTo(role: 'radio' | 'button'): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const reached = await page.evaluate((wanted) => {
        const one = document.activeElement;
        const inMain = one?.closest('main') !== null && one?.closest('main') !== undefined;
        const kind = one instanceof HTMLInputElement ? one.type : one?.tagName.toLowerCase();
        return inMain && kind === wanted;
      }, role);
      if (reached) return;
    }
    throw new Error(`No ${role} can be reached by keyboard.`);
  }
});
