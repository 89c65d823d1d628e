/** The jury writes: two at once lose not a word; then the words are settled. */
import { expect } from 'vitest';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import type { Person } from '../support/person.ts';
import { EXHIBIT } from './evidence.ts';
import { QUESTION } from './hearing.ts';

export const TITLE = 'Фонд чистого отопления';
export const WORDS = 'Город оплачивает две трети замены угольных печей.';

const FIRST_WORDS = 'Город оплачивает половину замены угольных печей.';
const LATE_WORDS = 'Город оплачивает всю замену угольных печей.';
const LATE_REASONS = 'Больше всего дыма от печей, и заменить их дорого.';

export async function proposes(juror: Person, jury: string): Promise<void> {
  await juror.opens(`/take-part/${jury}/text/new`);
  await juror.fills(m.verdict_field_title, TITLE);
  await juror.fills(m.verdict_field_text, FIRST_WORDS);
  await juror.fills(m.verdict_field_rationale, 'Больше всего дыма от печей.');
  await juror.fills(m.verdict_field_addressee, 'Бюджетное управление');
  await juror.ticks(`E1. ${EXHIBIT}`);
  await juror.page.getByRole('checkbox', { name: QUESTION.slice(0, 20) }).check();
  await juror.presses(m.verdict_save_proposal);
  await juror.sees(m.verdict_proposed_done);
}

/** Both begin from version 1; the second is told, keeps the words and follows on the new version. */
export async function writeAtOnce(quick: Person, slow: Person, jury: string): Promise<void> {
  const change = `/take-part/${jury}/text/R1/change`;
  await Promise.all([quick.opens(change), slow.opens(change)]);
  await slow.fills(m.verdict_field_text, LATE_WORDS);
  await quick.fills(m.verdict_field_text, WORDS);
  await quick.presses(m.verdict_save_revision);
  await quick.page.waitForURL(/\/text\/R1$/);
  await slow.sees(m.verdict_changed_title);
  await slow.sees(WORDS);
  expect(await slow.field(m.verdict_field_text).inputValue()).toBe(LATE_WORDS);
  await slow.fills(m.verdict_field_text, WORDS);
  await slow.fills(m.verdict_field_rationale, LATE_REASONS);
  await slow.presses(m.verdict_save_revision);
  await slow.page.waitForURL(/\/text\/R1$/);
  await slow.sees(LATE_REASONS);
}

export async function settlesWords(facilitator: Person): Promise<void> {
  await facilitator.presses(m.facilitator_freeze);
  await facilitator.answers(m.facilitator_freeze);
  await facilitator.sees(m.verdict_state_frozen);
}
