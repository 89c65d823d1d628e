/** Two people correct a published verdict and add translations to it; readers see what came, when, and that nothing else changed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { accessibilityProblems, overflow, smallTargets } from './every-page/look.ts';
import { LAPTOP, PHONE, arrive, openBrowser, personIn } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import type { Links } from './support/demonstration.ts';
import type { Person } from './support/person.ts';
import { PlainVisitor } from './support/plain-visitor.ts';
import { newPlace, startServer, withMailbox } from './support/server.ts';
import type { Server } from './support/server.ts';

const jury = JURIES.published;
const NOTE = 'The report that is cited is of 2019, not of 2018.';
const RU = { title: 'Платная парковка днём', text: 'Пусть платят те, кто не живёт рядом.', rationale: 'Дворы забиты.' };
/** What the first recommendation says besides. */
const RU_BESIDES = {
  byWhen: 'К 1 сентября 2028 года.',
  cost: 'Знаки и контроль стоят 30 миллионов в год.',
  act: 'Правила благоустройства, статья 12',
  lawNow: 'Стоянка во дворах бесплатна.',
  lawNew: 'Стоянка во дворах бесплатна для жильцов.',
};

let browser: Browser;
let server: Server;
let links: Links;
let organiser: Person;
/** With a phone on which scripts are off. */
let oversight: Person;

beforeAll(async () => {
  const place = withMailbox(await newPlace());
  links = await prepareDemonstration(place);
  server = await startServer(place);
  browser = await openBrowser();
  organiser = await personIn(browser, server.origin, 'organiser', { locale: 'en', screen: LAPTOP });
  await organiser.entersByLink(links.staff.organiser);
  oversight = await personIn(browser, server.origin, 'oversight', { locale: 'ru', screen: PHONE, javaScript: false });
  await oversight.entersByLink(links.staff.oversight);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function looksWell({ page }: Person): Promise<void> {
  const size = page.viewportSize() ?? LAPTOP;
  expect.soft(await overflow(page)).toEqual([]);
  expect.soft(await smallTargets(page)).toEqual([]);
  await page.setViewportSize(size);
}

/** The hash under which a version of the verdict is quoted. */
async function hashOf(version: number): Promise<string | undefined> {
  const { html } = await new PlainVisitor(server.origin, 'en').opens(`/juries/${jury}/versions/${version}`);
  return /id="versions"[^]*?<code[^>]*>([0-9a-f]{64})<\/code>/.exec(html)?.[1];
}

test('a correction is proposed by one, agreed to by another, and stands beside the words in a new version', async () => {
  const reader = await arrive(browser, server.origin, 'reader', { locale: 'kk', screen: PHONE, javaScript: false });
  const before = await hashOf(1);
  expect(before).toBeDefined();
  const follower = new PlainVisitor(server.origin, 'en');
  await follower.posts(`/juries/${jury}/follow`, { email: 'reader@example.org', locale: 'en' });
  const letters = async () => (await follower.opens('/mailbox?as=follower')).html;
  await vi.waitFor(async () => expect(await letters()).toMatch(/\/follow\/[\w-]{43}/), {
    timeout: 20_000,
    interval: 200,
  });
  const key = /\/follow\/[\w-]{43}/.exec(await letters())?.[0] ?? '';
  await follower.acts(`${key}?/confirm`, {});

  await organiser.opens(`/release/${jury}`);
  const place = organiser.field(m.release_erratum_where);
  const choice = (await place.locator('option').allInnerTexts()).find((one) => one.startsWith('R1. ')) ?? '';
  expect(choice.length, 'a place is called by its title').toBeGreaterThan('R1. '.length);
  await organiser.ignoresTheBrowsersAdvice();
  await place.selectOption({ label: choice });
  expect(await place.inputValue()).toBe('R1');
  await organiser.presses(m.release_erratum_propose);
  await organiser.sees(m.organiser_field_missing);
  await vi.waitFor(async () => expect(await place.inputValue(), 'what was chosen is still chosen').toBe('R1'));
  await organiser.fills(m.release_erratum_note, NOTE);
  await organiser.presses(m.release_erratum_propose);
  await organiser.sees(NOTE);
  await organiser.sees(m.release_erratum_proposed);
  await looksWell(organiser);

  await reader.opens(`/juries/${jury}`);
  expect(await reader.reads()).not.toContain(NOTE);
  expect((await reader.page.goto(`/juries/${jury}/versions/2`))?.status()).toBe(404);

  await oversight.opens(`/release/${jury}`);
  await oversight.sees(NOTE);
  await looksWell(oversight);
  await oversight.unfolds(m.release_erratum_agree);
  await oversight.sees(m.release_erratum_agree_follows);
  await oversight.presses(m.release_erratum_agree);
  await oversight.sees(m.release_erratum_agreed);

  await reader.opens(`/juries/${jury}#C1`);
  const note = reader.page.locator('#R1 #C1');
  expect(await note.innerText()).toContain(NOTE);
  expect(await note.innerText()).toContain(reader.says(m.public_errata_note));
  await reader.sees(() => m.public_version({ number: 2, all: 2 }));
  await reader.opens(`/juries/${jury}/versions/1`);
  expect(await reader.reads()).not.toContain(NOTE);
  await reader.follows(m.public_version_newest);
  await reader.page.locator(`#versions a[href$="/versions/2"]`).click();
  expect(await reader.reads()).toContain(NOTE);
  await looksWell(reader);
  expect(await hashOf(1)).toBe(before);
  expect(await hashOf(2)).not.toBe(before);
  await vi.waitFor(async () => expect(await letters()).toContain(NOTE), { timeout: 20_000, interval: 200 });
}, 300_000);

test('a translation is added to the published verdict; the one before it stays, and so do the versions', async () => {
  const reader = await arrive(browser, server.origin, 'reader', { locale: 'en', screen: LAPTOP, javaScript: false });
  const before = await hashOf(2);
  await organiser.opens(`/release/${jury}`);
  await organiser.sees(m.release_translations_late_lead);
  await organiser.unfolds(m.release_translation_propose);
  const form = organiser.page.locator('form', { has: organiser.page.locator('[name=language]') });
  const of = organiser.field(m.release_translation_of, form);
  const parts = () => form.locator('input:not([type=hidden]), textarea').evaluateAll((all) => all.map((one) => one.getAttribute('name'))); // prettier-ignore
  await of.selectOption('statement');
  expect(await parts(), 'only what the original has').toEqual(['text']);
  await of.selectOption('R1');
  expect(await parts()).toEqual(['title', 'text', 'rationale', ...Object.keys(RU_BESIDES)]);
  await organiser.ignoresTheBrowsersAdvice();
  const languages = await form.locator('[name=language] option').allInnerTexts();
  expect(languages, 'none into the original').not.toContain(organiser.says(m.common_language_kk));
  await form.locator('[name=language]').selectOption('ru');
  await organiser.fills(m.release_translation_text, RU.text, form);
  await organiser.presses(m.release_translation_propose, form);
  const missing = (part: string) =>
    vi.waitFor(async () => {
      const named = form.locator('[aria-invalid=true]');
      expect(await named.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual([part]);
    });
  await missing('title');
  expect(await of.inputValue()).toBe('R1');
  expect(await form.locator('[name=language]').inputValue()).toBe('ru');
  expect(await organiser.field(m.release_translation_text, form).inputValue()).toBe(RU.text);
  await organiser.fills(m.release_translation_title, RU.title, form);
  await organiser.fills(m.release_translation_rationale, RU.rationale, form);
  for (const [part, text] of Object.entries(RU_BESIDES).filter(([name]) => name !== 'cost'))
    await form.locator(`[name=${part}]`).fill(text);
  await organiser.presses(m.release_translation_propose, form);
  await missing('cost');
  await organiser.sees(() => m.refusal_translation_incomplete_exact({ part: organiser.says(m.drafting_cost) }));
  await of.selectOption('R2');
  expect(await parts()).toEqual(['title', 'text', 'rationale']);
  await of.selectOption('R1');
  expect(await form.locator('[name=act]').inputValue(), 'what was typed is not lost').toBe(RU_BESIDES.act);
  await organiser.fills(m.drafting_cost, RU_BESIDES.cost, form);
  await looksWell(organiser);
  expect.soft(await accessibilityProblems(organiser.page)).toEqual([]);
  await organiser.presses(m.release_translation_propose, form);
  await organiser.sees(m.release_translation_proposal);
  await of.selectOption('statement');
  await form.locator('[name=language]').selectOption('en');
  await organiser.fills(m.release_translation_text, 'We came as strangers and leave as neighbours.', form);
  await organiser.presses(m.release_translation_propose, form);
  await organiser.page.locator('#late-T2').waitFor();
  await looksWell(organiser);
  expect.soft(await accessibilityProblems(organiser.page)).toEqual([]);

  await oversight.opens(`/release/${jury}`);
  const [first, second] = ['T1', 'T2'].map((id) =>
    oversight.page.locator('article', { has: oversight.page.locator(`#late-${id}`) }),
  );
  if (!first || !second) throw new Error('Two were proposed.');
  const original = await first.innerText();
  for (const part of Object.values({ ...RU, ...RU_BESIDES })) expect(original).toContain(part);
  expect(original).toContain(oversight.says(m.release_translation_original));
  await looksWell(oversight);
  await oversight.unfolds(m.release_translation_agree, first);
  await oversight.presses(m.release_translation_agree, first);
  await oversight.unfolds(m.release_translation_agree, second);
  await oversight.presses(m.release_translation_agree, second);
  expect(await second.innerText()).toContain(oversight.says(m.release_erratum_agreed));

  await reader.opens(`/juries/${jury}`);
  const mine = reader.page.locator('#R1 details#T1');
  const fold = mine.locator('summary').first();
  expect(await fold.innerText()).toContain('T1');
  await fold.click();
  for (const part of Object.values({ ...RU, ...RU_BESIDES })) expect(await mine.innerText()).toContain(part);
  expect(await mine.innerText()).toContain(reader.says(m.public_translation_note));
  expect(await mine.innerText()).toContain(reader.says(m.common_language_kk));
  const folds = await reader.page.locator('#statement details summary').allInnerTexts();
  expect(folds).toHaveLength(2);
  expect(folds[0]).toContain('T2');
  expect(folds[1]).toContain('Earlier translation');
  await looksWell(reader);

  expect(await hashOf(2)).toBe(before);
  expect((await reader.page.goto(`/juries/${jury}/versions/3`))?.status()).toBe(404);
  const record = (await (await fetch(`${server.origin}/juries/${jury}/record.json`)).json()) as {
    verdict: {
      statement: { translations: { id?: string; language: string }[] };
      recommendations: { id: string; translations?: object[] }[];
    };
  };
  expect(record.verdict.statement.translations).toMatchObject([{ language: 'en' }, { id: 'T2', language: 'en' }]);
  expect(record.verdict.recommendations[0]?.translations).toMatchObject([{ id: 'T1', ...RU, ...RU_BESIDES }]);

  const feed = await (await fetch(`${server.origin}/juries/${jury}/feed.atom`)).text();
  for (const id of ['T1', 'T2']) expect(feed).toContain(`<id>${server.origin}/juries/${jury}#${id}</id>`);
  expect(feed).toContain(RU.text);
  await vi.waitFor(
    async () => {
      const letters = (await new PlainVisitor(server.origin, 'en').opens('/mailbox?as=follower')).html;
      for (const id of ['T1', 'T2']) expect(letters).toContain(`/juries/${jury}#${id}`);
    },
    { timeout: 20_000, interval: 200 },
  );
  expect(server.log).toEqual([]);
}, 300_000);

test('without scripts every part has its field, and whatever is refused is still there', async () => {
  const plain = await personIn(browser, server.origin, 'organiser', { locale: 'en', screen: PHONE, javaScript: false });
  await plain.page.context().addCookies(await organiser.page.context().cookies());
  await plain.opens(`/release/${jury}`);
  await plain.unfolds(m.release_translation_propose);
  const form = plain.page.locator('form', { has: plain.page.locator('[name=language]') });
  const typed = { ...RU, cost: RU_BESIDES.cost, judgement: 'Так справедливо.' };
  await form.locator('[name=of]').selectOption('R2');
  await form.locator('[name=language]').selectOption('en');
  for (const [part, text] of Object.entries(typed)) await form.locator(`[name=${part}]`).fill(text);
  await looksWell(plain);
  for (const part of ['cost', 'judgement'] as const) {
    await plain.presses(m.release_translation_propose, form);
    await plain.settles();
    const wrong = form.locator('[aria-invalid=true]');
    expect(await wrong.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual([part]);
    expect(await form.innerText()).toContain(
      m.refusal_translation_says_more_exact({
        part: plain.says(part === 'cost' ? m.drafting_cost : m.drafting_judgement),
      }),
    );
    expect(await form.locator('[name=of]').inputValue()).toBe('R2');
    expect(await form.locator('[name=language]').inputValue()).toBe('en');
    for (const [name, text] of Object.entries(typed).filter(([one]) => one !== 'cost' || part === 'cost'))
      expect(await form.locator(`[name=${name}]`).inputValue()).toBe(text);
    await wrong.fill('');
  }
  await plain.presses(m.release_translation_propose, form);
  await plain.page.locator('#late-T3').waitFor();
  expect(await form.locator('[name=text]').inputValue()).toBe('');
  expect(server.log).toEqual([]);
}, 300_000);
