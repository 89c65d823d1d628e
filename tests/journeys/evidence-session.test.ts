/** A whole evidence session on six devices: a witness, questions, tables, moderation. One juror loses the network four times. */
import { expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { term } from '../../src/lib/i18n/terms.ts';
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

const says = async (person: Person, text: string): Promise<void> => {
  await person.fills(m.room_compose, text);
  await person.presses(m.room_send);
};

const loses = async (person: Person): Promise<void> => {
  await person.context.setOffline(true);
  await person.sees(m.common_connection_offline);
};

const returns = async (person: Person): Promise<void> => {
  await person.context.setOffline(false);
  await person.sees(m.common_connection_connected);
};

/** What the room shows of the record: who said what, in order, and what was asked and answered. */
async function record(person: Person): Promise<string> {
  const heap = await person.find('region', m.room_messages).locator('li .text, li p').allInnerTexts();
  return JSON.stringify(heap.map((line) => line.replace(' (you)', '').trim()).filter(Boolean));
}

test('whoever loses the network four times ends with the same record as the others', { timeout: 150_000 }, async () => {
  const people: Person[] = [];
  for (const seat of ['S01', 'S02', 'S03', 'S04']) {
    const person = await arrive(browser, server.origin, seat, { locale: 'en', screen: PHONE });
    await person.entersByLink(linkOf(session, seat));
    await person.opens(ROOM);
    people.push(person);
  }
  const [unlucky, second, third, fourth] = people as [Person, Person, Person, Person];
  const witness = await arrive(browser, server.origin, 'W1', { locale: 'en', screen: LAPTOP });
  await witness.entersByLink(linkOf(session, 'W1'));
  const facilitator = await arrive(browser, server.origin, 'facilitator', { locale: 'en', screen: LAPTOP });
  await facilitator.entersByLink(linkOf(session, 'facilitator'), 'a long password of mine');
  await facilitator.opens(`/facilitate/${JURY}`);
  for (const person of people) await person.sees(m.common_connection_connected);

  // First time: a question is asked without a line.
  await loses(unlucky);
  const hearing = unlucky.page
    .locator('summary')
    .filter({ hasText: unlucky.says(() => m.evidence_questions_for({ name: 'W1' })) });
  await hearing.click();
  await unlucky.unfolds(m.evidence_ask);
  await unlucky.fills(m.evidence_ask_label, 'How was it measured?');
  await unlucky.presses(m.evidence_send_question);
  await unlucky.sees(m.common_not_sent_yet);
  await says(second, 'while one was away');
  await returns(unlucky);
  await unlucky.sees('while one was away');
  await facilitator.presses(m.facilitator_approve);
  await facilitator.presses(m.facilitator_put);
  await witness.sees('How was it measured?');

  // Second time: the answer is given meanwhile.
  await loses(unlucky);
  await witness.fills(m.evidence_answer_here, 'By two stations.');
  await witness.presses(m.evidence_send_answer);
  await says(unlucky, 'said in a tunnel');
  await returns(unlucky);
  await unlucky.sees('By two stations.');
  await third.sees('said in a tunnel');

  // Third time: tables open and close meanwhile, and a message is hidden.
  await loses(unlucky);
  await says(third, 'buy my stove');
  await facilitator.sees('buy my stove');
  await facilitator.taps(m.facilitator_hide, facilitator.line('buy my stove'));
  await facilitator.answers(m.facilitator_hide, (dialog) =>
    facilitator.picks(m.facilitator_hide_rule, () => term('moderation_rule', 'advertising'), dialog),
  );
  await facilitator.unfolds(m.facilitator_tables);
  await facilitator.presses(m.facilitator_open_tables);
  await third.sees(m.room_table_compose);
  await returns(unlucky);
  await unlucky.sees(m.room_table_compose);
  await unlucky.fills(m.room_table_compose, 'said at the table');
  await unlucky.presses(m.room_send, unlucky.page.locator('form').filter({ has: unlucky.field(m.room_table_compose) }));
  await facilitator.presses(m.facilitator_close_tables);
  await unlucky.sees(m.common_tombstone_hidden);
  expect(await unlucky.page.content()).not.toContain('buy my stove');

  // Fourth time: a hand goes up without a line and finds its place.
  await loses(unlucky);
  const hand = unlucky.page.locator('form').filter({ has: unlucky.find('button', m.room_raise_hand) });
  await unlucky.unfolds(m.room_hand_note, hand);
  await unlucky.fills(m.room_hand_note_label, 'About the second station.', hand);
  await unlucky.presses(m.room_raise_hand);
  await fourth.presses(m.room_raise_hand);
  await fourth.sees(() => m.room_your_place({ place: 1 }));
  await returns(unlucky);
  await unlucky.sees(() => m.room_your_place({ place: 2 }));
  await unlucky.sees(() => m.room_your_note({ note: 'About the second station.' }));
  await facilitator.unfolds(m.facilitator_hand_note);
  await facilitator.sees('About the second station.');
  expect(await fourth.page.content()).not.toContain('About the second station.');
  await unlucky.presses(m.room_lower_hand);

  // An answer to a statement is thought over before anything is counted.
  await facilitator.unfolds(m.facilitator_sounding);
  await facilitator.picks(m.facilitator_sounding_kind, () => term('sounding_kind', 'statement'));
  await facilitator.fills(m.facilitator_sounding_text, 'Two stations are enough.');
  await facilitator.presses(m.facilitator_sounding_open);
  await second.chooses(() => term('sounding_answer', 'agree'));
  await second.presses(m.room_sounding_send);
  await second.unfolds(m.room_sounding_change);
  await second.chooses(() => term('sounding_answer', 'disagree'));
  await second.presses(m.room_sounding_change, second.page.locator('form'));
  await second.sees(m.room_sounding_changed);
  await facilitator.presses(m.facilitator_sounding_close);
  await second.unfolds(m.room_soundings);
  await second.sees(m.room_sounding_too_few);

  await says(second, 'the end');
  for (const person of people) await person.sees('the end');
  const [first, ...others] = await Promise.all(people.map(record));
  expect(others).toEqual(others.map(() => first));
  await unlucky.reloads();
  await unlucky.sees('the end');
  expect(await record(unlucky)).toBe(first);
  for (const person of [...people, witness, facilitator]) person.isContent();
});

test(
  'by keyboard alone and through what a screen reader hears, a juror waits for the floor and speaks',
  { timeout: 60_000 },
  async () => {
    const person = await arrive(browser, server.origin, 'S05', { locale: 'en', screen: LAPTOP });
    await person.entersByLink(linkOf(session, 'S05'));
    await person.opens(ROOM);
    await person.sees(m.common_connection_connected);
    const { page } = person;
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const region of document.querySelectorAll('[aria-live="polite"], [role="status"]')) {
        new MutationObserver(() => heard.push((region as HTMLElement).innerText.trim())).observe(region, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      }
    });
    const heard = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    /** Goes on by Tab until the focus is on something of this role and name. */
    async function tabsTo(role: string, name: string): Promise<void> {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const one = document.activeElement as HTMLElement | null;
          return { role: one?.getAttribute('role') ?? one?.tagName.toLowerCase(), name: one?.innerText.trim() };
        });
        if (at.role === role && at.name === name) return;
      }
      throw new Error(`No way by keyboard to the ${role} "${name}".`);
    }
    const snapshot = await page.locator('main').ariaSnapshot();
    for (const name of [m.room_now, m.room_messages]) expect(snapshot).toContain(`region "${person.says(name)}"`);
    expect(snapshot).toContain(`button "${person.says(m.room_raise_hand)}"`);
    await tabsTo('button', person.says(m.room_raise_hand));
    await page.keyboard.press('Enter');
    await person.sees(m.room_lower_hand);
    // The focus stays where it was: the same button now says the opposite.
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim())).toBe(
      person.says(m.room_lower_hand),
    );
    await expect
      .poll(async () => (await heard()).join('\n'))
      .toContain(person.says(() => m.room_your_place({ place: 2 })));
    await page.keyboard.press('Enter');
    await person.sees(m.room_raise_hand);
  },
);
