/** Jurors object to what a few accepted, one complains of the process, the authority says that it has the letter, and staff find what is left to do after a verdict. */
import { expect, test } from 'vitest';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import { accessibilityProblems, overflow, smallTargets } from './every-page/look.ts';
import { LAPTOP, PHONE, arrive } from './support/browser.ts';
import { JURIES } from './support/demonstration.ts';
import type { Person } from './support/person.ts';
import { servedAnew } from './support/served-anew.ts';

const here = servedAnew();

async function looksWell({ page }: Person): Promise<void> {
  const size = page.viewportSize() ?? LAPTOP;
  expect.soft(await accessibilityProblems(page)).toEqual([]);
  expect.soft(await overflow(page)).toEqual([]);
  expect.soft(await smallTargets(page)).toEqual([]);
  await page.setViewportSize(size);
}

test('[V100] a juror objects to an accepted change, and whoever settles the words is told', async () => {
  const drafter = await arrive(here.browser, here.server.origin, 'drafter', {
    locale: 'en',
    screen: PHONE,
    javaScript: false,
  });
  await drafter.entersByLink(here.links.jurors.drafting);
  const text = `/take-part/${JURIES.drafting}/text/R1`;
  await drafter.opens(text);
  await drafter.presses(m.verdict_suggestion_accept, drafter.page.locator('#G1'));

  const other = await arrive(here.browser, here.server.origin, 'other', { locale: 'kk', screen: PHONE });
  await other.entersByLink(here.links.beside);
  await other.opens(text);
  const card = other.page.locator('#G1');
  await other.unfolds(m.drafting_object, card);
  await looksWell(other);
  await other.fills(m.drafting_object_why, 'Күндіз кім төлейді?', card);
  await other.presses(m.drafting_object, card);
  await other.sees(m.drafting_objected_mine);
  expect(await other.page.locator('#K1').innerText()).toContain('Күндіз кім төлейді?');

  await drafter.opens(text);
  await drafter.sees('Күндіз кім төлейді?');
  await drafter.opens(`/take-part/${JURIES.drafting}/text`);
  await drafter.follows(m.verdict_statement);
  await drafter.unfolds(m.verdict_statement_change);

  const facilitator = await arrive(here.browser, here.server.origin, 'facilitator', { locale: 'en', screen: LAPTOP });
  await facilitator.entersByLink(here.links.staff.facilitator);
  await facilitator.opens(`/facilitate/${JURIES.drafting}`);
  await facilitator.sees(m.common_connection_connected);
  await facilitator.presses(m.facilitator_freeze);
  await facilitator.sees(m.facilitator_freeze_left);
});

test('[P60] [P61] [P82] the authority has the letter; organiser and oversight find corrections, and oversight a complaint', async () => {
  const authority = await arrive(here.browser, here.server.origin, 'authority', { locale: 'ru', screen: PHONE });
  await authority.entersByLink(here.links.staff.authority);
  await authority.opens(`/answer/${JURIES.published}`);
  await looksWell(authority);

  const reader = await arrive(here.browser, here.server.origin, 'reader', { locale: 'kk', screen: PHONE });
  await reader.opens(`/juries/${JURIES.published}/answers`);
  await reader.sees(m.response_entry_received);
  await reader.opens(`/juries/${JURIES.published}`);
  await reader.follows(m.response_course_link);
  await reader.opens(`/juries/${JURIES.published}#R1`);

  const organiser = await arrive(here.browser, here.server.origin, 'organiser', { locale: 'en', screen: LAPTOP });
  await organiser.entersByLink(here.links.staff.organiser);
  await organiser.opens(`/organise/${JURIES.published}/verdict`);
  await organiser.follows(m.release_afterwards);
  await organiser.sees(m.release_erratum_propose);
  const oversight = await arrive(here.browser, here.server.origin, 'oversight', { locale: 'ru', screen: PHONE });
  await oversight.entersByLink(here.links.staff.oversight);
  await oversight.opens(`/oversee/${JURIES.published}`);
  await oversight.follows(m.release_afterwards);
  await complainsOfTheProcess(organiser, oversight);
});

/** [W50] A juror complains; the organiser does not read it; oversight answers, and everybody reads the answer. */
async function complainsOfTheProcess(organiser: Person, oversight: Person): Promise<void> {
  const secret = 'The second speaker was cut off.';
  const complaints = `/complaints/${JURIES.live}`;
  const juror = await arrive(here.browser, here.server.origin, 'juror', { locale: 'en', screen: PHONE });
  await juror.entersByLink(here.links.jurors.live);
  await juror.opens(`/take-part/${JURIES.live}/help`);
  await juror.follows(m.complaint_door);
  await juror.chooses(m.complaint_subject_facilitation);
  await juror.fills(m.complaint_text, secret);
  await juror.presses(m.complaint_send);
  await juror.sees(m.complaint_waits);

  await organiser.opens(complaints);
  await organiser.sees(m.complaint_none_yours);
  expect(await organiser.page.content()).not.toContain(secret);

  await oversight.opens(complaints);
  await oversight.sees(secret);
  await oversight.unfolds(m.complaint_answer);
  await looksWell(oversight);
  await oversight.fills(m.complaint_summary_label, 'On the clock.');
  await oversight.fills(m.complaint_reply_label, 'It was set anew.');
  await oversight.presses(m.complaint_answer);
  await oversight.sees(m.complaint_published);

  await juror.reloads();
  await juror.sees('It was set anew.');
  await juror.opens(`/juries/${JURIES.live}/process`);
  await juror.sees('On the clock.', juror.page.locator('#complaints'));
  expect(await juror.page.content()).not.toContain(secret);
}
