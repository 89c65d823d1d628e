/** A juror without scripts cites a passage, accepts and undoes, compares and asks the authority, which answers with a note. */
import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { JURIES } from './support/demonstration.ts';
import { servedAnew } from './support/served-anew.ts';

const PASSAGE = 'Днём треть машин принадлежит не жильцам.';
const EN = { locale: 'en' } as const;

const here = servedAnew();

async function enter(link: string): Promise<Page> {
  const context = await here.browser.newContext({ javaScriptEnabled: false, ...EN });
  const page = await context.newPage();
  await page.goto(link);
  const confirm = page.locator('main form button').first();
  if (await confirm.count()) await confirm.click();
  return page;
}

test('around the words of a recommendation, with plain forms alone', async () => {
  const home = `${here.server.origin}/take-part/${JURIES.drafting}`;
  const page = await enter(here.links.jurors.drafting);
  const words = () => page.locator('main').innerText();

  await page.goto(`${home}/text/R1`);
  expect(await words()).toContain(m.drafting_feasibility_theirs({}, EN));

  await page
    .locator('#G1')
    .getByRole('button', { name: m.verdict_suggestion_accept({}, EN), exact: true })
    .click();
  await page.goto(`${home}/text/R1`);
  expect(await page.locator('h1').innerText()).toBe('Paid parking by day');
  await page.getByRole('button', { name: m.drafting_undo({}, EN) }).click();
  await page.goto(`${home}/text/R1`);
  expect(await page.locator('h1').innerText()).not.toBe('Paid parking by day');

  await page.goto(`${home}/text/R1/change`);
  await page.getByText(m.drafting_passage_title({}, EN)).click();
  await page.selectOption('[name=passageOf]', 'exhibit:E1');
  await page.fill('[name=passage]', 'Words that stand nowhere');
  await page.fill('[name=judgement]', 'It is right.');
  const save = page.getByRole('button', { name: m.verdict_save_revision({}, EN) });
  await save.click();
  expect(await words()).toContain(m.refusal_passage_not_cited({}, EN));

  await page.goto(`${home}/text/R1/change`);
  await page.getByText(m.drafting_passage_title({}, EN)).click();
  await page.selectOption('[name=passageOf]', 'exhibit:E1');
  await page.fill('[name=passage]', PASSAGE);
  await page.fill('[name=judgement]', 'It is right.');
  await save.click();
  await page.goto(`${home}/text/R1`);
  expect(await words()).toContain(m.drafting_judgement_says({}, EN));
  await page.getByRole('link', { name: PASSAGE }).click();
  expect(await page.locator('mark.cited').allInnerTexts()).toEqual([PASSAGE]);
  await page.locator('ins.cited').getByRole('link', { name: 'R1' }).click();
  expect(new URL(page.url()).pathname).toBe(`/take-part/${JURIES.drafting}/text/R1`);

  await page.goto(`${home}/text/R1/compare`);
  await page.getByLabel(m.drafting_compare_from({}, EN)).selectOption('1');
  await page.getByLabel(m.drafting_compare_to({}, EN)).selectOption('3');
  await page.getByRole('button', { name: m.drafting_compare_show({}, EN) }).click();
  expect(await words()).toContain(m.drafting_compare_same({}, EN));

  const authority = await enter(here.links.staff.authority);
  await authority.goto(`${here.server.origin}/answer/${JURIES.drafting}/drafts`);
  // The versions that came since were not shown.
  expect(await authority.locator('main').innerText()).not.toContain('It is right.');
  await authority.locator('[name=text]').fill('The council decides in June.');
  await authority.getByRole('button', { name: m.drafting_authority_send({}, EN) }).click();
  await page.goto(`${home}/text/R1`);
  expect(await words()).toContain('The council decides in June.');
}, 120_000);

test('[V7] [V76] the facilitator’s acts on the words are plain forms, also while the jury votes', async () => {
  const page = await enter(here.links.staff.facilitator);
  const unfolds = async (field: string): Promise<Locator> => {
    const fold = page.locator('li.draft details', { has: page.locator(`[name=${field}]`) }).first();
    await fold.locator('summary').click();
    return fold;
  };

  await page.goto(`${here.server.origin}/facilitate/${JURIES.drafting}`);
  const review = await unfolds('until');
  await review.locator('[name=until]').fill('2099-01-02T18:00');
  await review.getByRole('button').click();
  expect(await page.locator('li.draft').first().innerText(), 'as it was typed').toContain('18:00');

  await page.goto(`${here.server.origin}/facilitate/${JURIES.voting}`);
  const again = await unfolds('reason');
  expect(await again.innerText()).toContain(m.facilitator_reopen_voids({}, EN));
  await again.locator('[name=reason]').fill('A wrong number.');
  await again.getByRole('button').click();
  const juror = await enter(here.links.jurors.voting);
  await juror.goto(`${here.server.origin}/take-part/${JURIES.voting}/ballot/B1`);
  expect(await juror.locator('main').innerText()).toContain(m.verdict_text_changed({}, EN));
}, 120_000);
