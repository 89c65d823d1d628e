import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { activeJurors } from '../../src/lib/jury/recruitment/seats.ts';
import { createApp } from '../../src/lib/server/app.ts';
import { holderForSeat } from '../../src/lib/server/auth/auth.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { LAPTOP, PHONE, arrive, openBrowser, personIn } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import type { Person } from './support/person.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Place, Server } from './support/server.ts';

const JURY = JURIES.drafting;
const HOME = `/take-part/${JURY}/text/R1`;

let browser: Browser;
let server: Server;
/** Four who write, and one who reads along. */
let people: readonly Person[];

beforeAll(async () => {
  const place = await newPlace();
  await prepareDemonstration(place);
  const links = await linksFor(place, 5);
  server = await startServer(place);
  browser = await openBrowser();
  people = await Promise.all(
    links.map((_, index) =>
      personIn(browser, server.origin, `juror ${index + 1}`, {
        locale: (['ru', 'kk', 'en', 'ru', 'en'] as const)[index] ?? 'en',
        screen: index % 2 === 1 ? PHONE : LAPTOP,
      }),
    ),
  );
  for (const [index, person] of people.entries()) await person.entersByLink(links[index] ?? '');
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function linksFor({ variables }: Place, count: number): Promise<readonly string[]> {
  const app = await createApp(readConfig({ ...variables, ALQA_LOG: 'warn' }));
  try {
    const seats = activeJurors((await app.juries.standing(JURY))?.jury.seats ?? {}).slice(1, count + 1);
    const issued = await Promise.all(seats.map(({ id }) => app.auth.issueLink(holderForSeat(JURY, id))));
    return issued.map((link) => (link.ok ? link.value.url : ''));
  } finally {
    await app.close();
  }
}

/** A failure tells what everybody saw. */
const telling = (): void =>
  onTestFailed(async () => {
    for (const person of people) console.error(await person.story());
  });

const words = (person: Person) => person.find('textbox', m.verdict_field_text);
/** What the editor shows, without the others' names at their cursors. */
const written = (person: Person): Promise<string> =>
  words(person).evaluate((editor) => {
    const copy = editor.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('.caret').forEach((caret) => caret.remove());
    return [...copy.children].map((block) => block.textContent).join('\n');
  });

/** Puts the cursor at the end of a paragraph and types, key by key. */
async function types(person: Person, paragraph: number, text: string, to = 'End'): Promise<void> {
  await words(person).locator('> *').nth(paragraph).click();
  await person.page.keyboard.press(to);
  await person.page.keyboard.type(text, { delay: 25 });
}

test('four write one recommendation at once, one of them offline for a while, and no keystroke is lost', async () => {
  telling();
  const [one, two, three, away, reader] = people as [Person, Person, Person, Person, Person];
  const writers = [one, two, three, away];
  for (const person of writers) {
    await person.opens(HOME);
    await person.presses(m.writing_join);
    await person.find('button', m.writing_leave).waitFor();
  }
  for (const person of writers) {
    await person.follows(m.writing_open);
    await words(person).waitFor();
  }
  const before = await written(one);

  // Somebody who only reads sees it come about, and cannot write.
  await reader.opens(`${HOME}/together`);
  await reader.sees(m.writing_reading);
  expect(await words(reader).getAttribute('contenteditable')).toBe('false');

  await away.context.setOffline(true);
  await away.sees(m.writing_offline);
  const sentences = writers.map((_, index) => ` Sentence of writer ${index + 1}, қазақша және по-русски.`);
  await Promise.all(writers.map((person, index) => types(person, 0, sentences[index] ?? '')));
  // One makes the paragraph a heading and parts it while the others write in it.
  await one.presses(m.writing_heading, one.page.getByRole('toolbar').first());
  await one.page.keyboard.press('End');
  await one.page.keyboard.press('Enter');
  await one.page.keyboard.type('A paragraph of its own.', { delay: 10 });
  await two.sees('A paragraph of its own.');
  expect(await written(two)).not.toContain(sentences[3]);
  await away.context.setOffline(false);

  for (const person of people)
    await person.page.waitForFunction((text) => document.body.innerText.includes(text), 'Sentence of writer 4', {
      timeout: 30_000,
    });
  await away.sees(m.writing_saved);
  const texts = await Promise.all(people.map(written));
  expect(new Set(texts).size).toBe(1);
  const text = texts[0] ?? '';
  const letters = (of: string): string => [...of.replaceAll(/\s/g, '')].toSorted().join('');
  expect(letters(text)).toBe(letters(`${before}${sentences.join('')}A paragraph of its own.`));

  // Undo takes back one's own words and nobody else's.
  await types(three, 1, ' Mistake.');
  await one.sees('Mistake.');
  await three.page.keyboard.press('Control+z');
  await one.seesNot('Mistake.');
  expect(await written(one)).toBe(text);

  const { violations } = await new AxeBuilder({ page: one.page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);

  await one.presses(() => m.writing_file({ number: 2 }, { locale: one.locale }));
  await one.sees(() => m.writing_filed({ number: 2 }, { locale: one.locale }));
  await three.opens(HOME);
  await three.sees('A paragraph of its own.');
  for (const person of people) person.isContent();
});

test('a restart of the server in the middle of a word loses nothing, nor does a closed tab', async () => {
  telling();
  const [person] = people as [Person];
  await person.opens(`${HOME}/together`);
  await types(person, 0, ' Before the restart.', 'Control+End');
  await person.sees(m.writing_saved);
  const restarted = server.restart();
  await person.sees(m.writing_offline);
  await types(person, 0, ' While it was away.', 'Control+End');
  await restarted;
  await person.page.getByText(person.says(m.writing_saved)).waitFor({ timeout: 30_000 });
  await person.reloads();
  await words(person).waitFor();
  for (const kept of ['Before the restart.', 'While it was away.']) expect(await written(person)).toContain(kept);

  await person.context.setOffline(true);
  await person.sees(m.writing_offline);
  await types(person, 0, ' In the tunnel.', 'Control+End');
  await person.page.goto('about:blank');
  await person.context.setOffline(false);
  await person.opens(`${HOME}/together`);
  await person.sees('In the tunnel.');
  await person.sees(m.writing_saved);
  person.isContent();
});

test('without scripts the page says so, and the simple form does the same', async () => {
  const person = await arrive(browser, server.origin, 'plain', { locale: 'en', screen: PHONE, javaScript: false });
  await person.context.addCookies(await (people[0] as Person).context.cookies());
  await person.opens(`${HOME}/together`);
  expect(await person.reads()).toContain(person.says(m.writing_needs_script));
  await person.follows(m.writing_form);
  await person.fills(m.verdict_field_title, 'By the simple form');
  await person.presses(m.verdict_save_revision);
  await person.sees(() => m.verdict_revised_done({ number: 3 }, { locale: 'en' }));
});
