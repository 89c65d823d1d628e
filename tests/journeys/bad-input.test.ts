import { expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { explainRefusal } from '../../src/lib/i18n/refusal.ts';
import { SEATS } from '../../src/lib/jury/charter/rules.ts';
import { LARGEST_FILE } from '../../src/lib/server/exhibit-files.ts';
import { anewForEachTry } from './support/anew.ts';
import { LAPTOP, PHONE, arrive, openBrowser, personIn } from './support/browser.ts';
import { JURIES, prepareDemonstration } from './support/demonstration.ts';
import type { Links } from './support/demonstration.ts';
import type { Person } from './support/person.ts';
import { PlainVisitor } from './support/plain-visitor.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';
import { fillsCharter } from './whole-jury/founding.ts';

let browser: Browser;
let server: Server;
let links: Links;
let organiser: Person;
let juror: Person;
/** Of the tries before this one. */
const complained: string[] = [];
const complaints = (): string[] => [organiser.complaints, juror.complaints, server.log].flat();

anewForEachTry(
  async () => {
    const place = await newPlace();
    links = await prepareDemonstration(place);
    server = await startServer(place);
    browser = await openBrowser();
    organiser = await personIn(browser, server.origin, 'organiser', { locale: 'ru', screen: LAPTOP });
    await organiser.entersByLink(links.staff.organiser);
    juror = await personIn(browser, server.origin, 'juror', { locale: 'ru', screen: PHONE });
    await juror.entersByLink(links.jurors.live);
  },
  async () => {
    complained.push(...complaints());
    await browser.close();
    await server.stop();
  },
);

const stranger = () => arrive(browser, server.origin, 'stranger', { locale: 'ru', screen: PHONE });

test('a malformed link says that it does not open, and what to do', async () => {
  const person = await stranger();
  await person.opens(`${links.witness.slice(0, -3)}`);
  await person.sees(m.auth_link_unknown_title);
  await person.sees(m.auth_link_unknown_next);
});

test('a used link says that it was used, and lets nobody in', async () => {
  const person = await stranger();
  await person.opens(links.jurors.live);
  await person.sees(m.auth_link_used_title);
  await person.sees(m.auth_link_used_next);
  await person.opens(`/take-part/${JURIES.live}`);
  await person.sees(m.auth_sign_in_needed);
});

test('a page whose sign-in has ended keeps what was typed and says to sign in', async () => {
  const person = await stranger();
  await person.entersByLink(links.jurors.drafting);
  await person.opens(`/take-part/${JURIES.drafting}/text/new`);
  await person.fills(m.verdict_field_title, 'Больше деревьев');
  await person.fills(m.verdict_field_text, 'Сажать деревья во дворах.');
  await person.fills(m.verdict_field_rationale, 'Тень и воздух.');
  await person.fills(m.verdict_field_addressee, 'Управление парков');
  await person.context.clearCookies({ name: /(?<!locale)$/ });
  await person.presses(m.verdict_save_proposal);
  await person.sees(m.refusal_sign_in_needed);
  expect(await person.field(m.verdict_field_text).inputValue()).toBe('Сажать деревья во дворах.');
});

test('the wrong role is told so', async () => {
  await juror.opens(`/organise/${JURIES.live}`);
  await juror.sees(m.refusal_not_allowed);
  await organiser.opens(`/returning/${JURIES.voting}`);
  await organiser.sees(m.refusal_not_allowed);
});

test('a jury that does not exist is not found, by the public and by staff', async () => {
  await organiser.opens('/juries/no-such-jury');
  await organiser.sees(m.public_missing_jury);
  await organiser.opens('/organise/no-such-jury');
  await organiser.sees(m.refusal_unknown_jury);
});

test('a file that is too large is refused with the limit, and the rest of the form stays', async () => {
  await organiser.opens(`/organise/${JURIES.live}/evidence`);
  await organiser.unfolds(m.organiser_evidence_add_file);
  const form = organiser.page.locator('details[open]');
  await organiser.fills(m.organiser_evidence_field_title, 'Толстый отчёт', form);
  await organiser.fills(m.organiser_evidence_field_author, 'Институт', form);
  await organiser.fills(m.organiser_evidence_field_why, 'Подробности', form);
  const buffer = Buffer.alloc((LARGEST_FILE + 1) * 1024 * 1024, '%PDF-1.7 ');
  await organiser.attaches(
    m.organiser_evidence_field_file,
    { name: 'report.pdf', mimeType: 'application/pdf', buffer },
    form,
  );
  await organiser.ignoresTheBrowsersAdvice();
  await organiser.presses(m.organiser_evidence_add_file, form);
  await organiser.sees(() => explainRefusal({ code: 'too-large', params: { limit: LARGEST_FILE } }));
  expect(await organiser.field(m.organiser_evidence_field_title, form).inputValue()).toBe('Толстый отчёт');
});

test('what is typed and chosen on a slow line before the scripts come stays', async () => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  const scripts = '**/_app/immutable/**/*.js';
  await organiser.page.route(scripts, async (route) => {
    await late;
    await route.continue();
  });
  await organiser.page.goto(`/organise/${JURIES.live}/evidence`, { waitUntil: 'domcontentloaded' });
  await organiser.unfolds(m.organiser_evidence_add_file);
  // By its words: opened before the scripts come, it is folded again by them.
  const form = organiser.page.locator('details', { hasText: organiser.says(m.organiser_evidence_add_file) }).last();
  const position = form.locator('select').first();
  const second = (await position.locator('option').nth(2).getAttribute('value')) ?? '';
  await position.selectOption(second);
  await organiser.fills(m.organiser_evidence_field_title, 'Рано набрано', form);
  arrive();
  await organiser.page.waitForLoadState('networkidle');
  // The page is taken over now; what is kept only at first is lost by then.
  await organiser.page.waitForTimeout(500);
  await organiser.page.unroute(scripts);
  expect([second, await position.inputValue()]).toEqual([expect.stringMatching(/./), second]);
  expect(await organiser.field(m.organiser_evidence_field_title, form).inputValue()).toBe('Рано набрано');
});

test('a jury of 14 is refused, and everything typed stays', async () => {
  await organiser.opens('/organise/new');
  await fillsCharter(organiser, 14);
  await organiser.ignoresTheBrowsersAdvice();
  await organiser.presses(m.organiser_new_create);
  await organiser.sees(() => explainRefusal({ code: 'seats-out-of-range', params: SEATS }));
  expect(await organiser.field(m.organiser_field_seats).inputValue()).toBe('14');
  expect(await organiser.field(m.organiser_in_kazakh, organiser.group(m.organiser_field_title)).inputValue()).toBe(
    'Қысқы түтін',
  );
});

test('a table with mistakes is answered with a list of them, by row', async () => {
  await organiser.opens('/organise/new');
  await fillsCharter(organiser, 15);
  await organiser.presses(m.organiser_new_create);
  await organiser.page.waitForURL(/\/organise\/winter-smog-/);
  await organiser.opens(`${organiser.page.url()}/selection`);
  const buffer = Buffer.from('category,name,min,max\ngender,female,9,3\ngender,male,eight,9\n');
  await organiser.attaches(m.recruitment_targets_file, { name: 'targets.csv', mimeType: 'text/csv', buffer });
  await organiser.presses(m.recruitment_targets_load);
  const table = organiser.page.getByRole('table').filter({ hasText: organiser.says(m.recruitment_problem_row) });
  await table.waitFor();
  const rows = await table.getByRole('row').allInnerTexts();
  expect(rows.slice(1).map((row) => row.trim()[0])).toEqual(['2', '3']);
  await organiser.sees(() => m.recruitment_problems({ count: rows.length - 1 }));
});

test('the same form posted twice counts once', async () => {
  const sender = new PlainVisitor(server.origin, 'ru');
  await sender.acts(new URL(links.spare[0] ?? '').pathname, {});
  const text = 'Отправлено дважды, прочитано один раз';
  const fields = { type: 'post-message', session: 'D5', text, id: '0123456789abcdef0123456789abcdef' };
  for (let time = 0; time < 2; time += 1) await sender.acts(`/take-part/${JURIES.live}/session/D5?/act`, fields);
  await juror.opens(`/take-part/${JURIES.live}/session/D5`);
  await juror.sees(text);
  await juror.fills(m.room_compose, 'Нажато дважды подряд');
  await juror.find('button', m.room_send).dblclick();
  await expect.poll(() => juror.find('region', m.room_messages).getByText('Нажато дважды подряд').count()).toBe(1);
  await juror.sees(m.common_connection_connected);
  expect(await juror.find('region', m.room_messages).getByText(text).count()).toBe(1);
});

test('all of this leaves neither the browsers nor the server anything to complain of', () => {
  expect([...complained, ...complaints()]).toEqual([]);
});
