/** Jurors suggest who should act, by when, and what the law should say; the one who proposed it takes that in, and a collision is settled. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { JURIES } from './support/demonstration.ts';
import { servedAnew } from './support/served-anew.ts';

const EN = { locale: 'en', reducedMotion: 'reduce' } as const;

const here = servedAnew();

async function enter(link: string, scripts: boolean): Promise<Page> {
  const context = await here.browser.newContext({ javaScriptEnabled: scripts, ...EN });
  const page = await context.newPage();
  await page.goto(link);
  const confirm = page.locator('main form button').first();
  if (await confirm.count()) await confirm.click();
  return page;
}

test('every part of a recommendation is suggested and taken in, on a plain phone and on one with scripts', async () => {
  const text = `${here.server.origin}/take-part/${JURIES.drafting}/text/R1`;
  const plain = await enter(here.links.beside, false);
  const drafter = await enter(here.links.jurors.drafting, true);
  const button = (page: Page, name: string, within = 'main') =>
    page.locator(within).getByRole('button', { name, exact: true });
  const wordsOf = (page: Page) => page.locator('main').innerText();

  async function suggest(follow: string | RegExp, fields: Readonly<Record<string, string>>): Promise<void> {
    await plain.goto(`${text}/suggest`);
    await plain.locator('main').getByRole('link', { name: follow }).click();
    for (const [name, value] of Object.entries(fields)) await plain.fill(`[name=${name}]`, value);
    await plain.fill('[name=why]', 'It has to be said.');
    await button(plain, m.verdict_suggest_send({}, EN)).click();
  }
  async function accept(id: string): Promise<void> {
    await drafter.goto(text);
    await button(drafter, m.verdict_suggestion_accept({}, EN), `#${id}`).click();
    // The state after the name of the part; the warning of a collision speaks of accepting too.
    const accepted = `. ${m.verdict_suggestion_accepted({}, EN)}`;
    await drafter.locator(`#${id} > p`, { hasText: accepted }).first().waitFor();
  }

  await plain.goto(text);
  const addressee = await plain
    .locator('h2', { hasText: m.verdict_field_addressee({}, EN) })
    .locator('+ p')
    .innerText();

  // Who should act: one line, which cannot be left empty.
  await suggest(addressee, { instead: 'The ministry of transport' });
  expect(new URL(plain.url()).pathname.endsWith('/text/R1')).toBe(true);
  expect(await plain.locator('#G4').innerText()).toContain(m.verdict_field_addressee({}, EN));
  expect(await plain.locator('#G4 ins').allInnerTexts()).toContainEqual(expect.stringContaining('ministry'));
  await accept('G4');
  expect(await wordsOf(drafter)).toContain('The ministry of transport');

  // By when.
  await plain.goto(`${text}/suggest?field=byWhen`);
  await plain.fill('[name=instead]', 'By 1 May 2029.');
  await plain.fill('[name=why]', 'A year is enough.');
  await button(plain, m.verdict_suggest_send({}, EN)).click();
  await accept('G5');
  expect(await wordsOf(drafter)).toContain('By 1 May 2029.');

  // What the law should say. A form that came back keeps what was typed.
  await plain.goto(`${text}/suggest?field=amendment`);
  await plain.fill('[name=act]', '');
  await plain.fill('[name=lawNow]', 'Parking is free at night.');
  await plain.fill('[name=lawNew]', 'Parking costs 100 an hour at night.');
  await plain.fill('[name=why]', 'The rules have to say it.');
  await button(plain, m.verdict_suggest_send({}, EN)).click();
  expect(await wordsOf(plain)).toContain(m.refusal_amendment_incomplete({}, EN));
  expect(await plain.inputValue('[name=lawNew]')).toBe('Parking costs 100 an hour at night.');
  await plain.fill('[name=act]', 'City parking rules, section 7');
  await button(plain, m.verdict_suggest_send({}, EN)).click();

  // Another juror has suggested another amendment: both are marked, one is taken in, and the other is not lost.
  for (const id of ['G2', 'G6'])
    expect(await plain.locator(`#${id}`).innerText()).toContain(m.verdict_suggestion_conflict({}, EN));
  await accept('G6');
  expect(await wordsOf(drafter)).toContain('Parking costs 100 an hour at night.');
  expect(await drafter.locator('#G2').innerText()).toContain(m.verdict_suggestion_overtaken({}, EN));
  expect(await button(drafter, m.verdict_suggestion_accept({}, EN), '#G2').count()).toBe(0);

  // A source: refused where the words do not stand in it, then put in with a passage.
  const PASSAGE = 'Днём треть машин принадлежит не жильцам.';
  await plain.goto(`${text}/suggest?field=citations`);
  await plain.getByText(m.drafting_passage_title({}, EN)).click();
  await plain.selectOption('[name=passageOf]', 'exhibit:E1');
  await plain.fill('[name=passage]', 'Words that stand nowhere');
  await plain.fill('[name=why]', 'It says how many.');
  await button(plain, m.verdict_suggest_send({}, EN)).click();
  expect(await wordsOf(plain)).toContain(m.refusal_passage_not_cited({}, EN));
  await plain.fill('[name=passage]', PASSAGE);
  await button(plain, m.verdict_suggest_send({}, EN)).click();
  expect(await plain.locator('#G7').innerText()).toContain(PASSAGE);
  await accept('G7');
  await accept('G3');
  await drafter.goto(text);
  expect(await drafter.getByRole('link', { name: PASSAGE }).first().isVisible()).toBe(true);

  // What was done can be seen word by word, and the shared draft has it too.
  await plain.goto(`${text}/compare?from=1&to=6`);
  expect(await plain.locator('ins').allInnerTexts()).toContainEqual(expect.stringContaining('ministry'));
  await drafter.goto(`${text}/together`);
  await drafter.getByText('Parking costs 100 an hour at night.').first().waitFor();
}, 180_000);
