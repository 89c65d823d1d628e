/** The public reads, before and after; the authority answers. */
import { expect } from 'vitest';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import { term } from '../../../src/lib/i18n/terms.ts';
import type { Person } from '../support/person.ts';
import { EXHIBIT } from './evidence.ts';
import { TITLE, WORDS } from './drafting.ts';

/** Neither the page nor the data shows any of this. */
export async function seesNothingOf(reader: Person, jury: string, secrets: readonly string[]): Promise<void> {
  await reader.opens(`/juries/${jury}`);
  const data = await reader.page.request.get(`/juries/${jury}/record.json`);
  const published = `${await reader.page.content()}${await data.text()}`;
  for (const secret of secrets) expect(published, 'published too early').not.toContain(secret);
}

export interface Counted {
  readonly votes: number;
  readonly base: number;
  readonly needed: number;
}

export async function readsVerdict(reader: Person, jury: string, counted: Counted, minority: string): Promise<void> {
  await reader.opens(`/juries/${jury}`);
  for (const words of [TITLE, WORDS, minority, () => m.public_vote_sentence(counted)]) await reader.sees(words);
  const card = reader.page.getByRole('article', { name: TITLE });
  await reader.follows(EXHIBIT, card);
  await reader.page.getByRole('heading', { level: 1, name: EXHIBIT }).waitFor();
}

export async function answers(authority: Person, jury: string, reasons: string): Promise<void> {
  await authority.opens(`/answer/${jury}`);
  await authority.presses(m.response_receive);
  await authority.sees(m.response_standing_acknowledged);
  await authority.chooses(() => term('position', 'accepted-in-part'));
  await authority.fills(m.authority_answer_reasons, reasons);
  await authority.fills(m.authority_answer_responsible, 'Бюджет басқармасы');
  await authority.presses(m.response_preview_show);
  await authority.sees(m.response_preview_as);
  await authority.presses(m.authority_answer_publish);
  await authority.sees(m.authority_answer_published);
}

export async function readsAnswer(reader: Person, jury: string, reasons: string): Promise<void> {
  await reader.opens(`/juries/${jury}`);
  await reader.sees(() => term('position', 'accepted-in-part'));
  await reader.sees(reasons);
}
