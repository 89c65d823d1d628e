/** One declines and is replaced, the others confirm; then the sheets by which jurors come in. */
import { expect } from 'vitest';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import { term } from '../../../src/lib/i18n/terms.ts';
import type { Person } from '../support/person.ts';
import { SEATS } from './founding.ts';

/** The seat of whoever declines. */
export const DECLINED = 'S03';

export async function replacesOne(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/seats`);
  await organiser.confirms(
    m.organiser_seats_vacate,
    (dialog) => organiser.picks(m.organiser_seats_vacate_why, () => term('vacate_reason', 'declined'), dialog),
    organiser.line(DECLINED),
  );
  await organiser.sees(() => m.organiser_seats_vacant_title({ seat: DECLINED }));
  await organiser.page.getByRole('button', { name: callOfAlternate(organiser) }).click();
  await organiser.page
    .getByRole('alertdialog')
    .getByRole('button', { name: callOfAlternate(organiser) })
    .click();
  await organiser.seesNot(() => m.organiser_seats_vacant_title({ seat: DECLINED }));
}

const callOfAlternate = (organiser: Person): RegExp =>
  new RegExp(organiser.says(() => m.organiser_seats_call({ seat: '§' })).replace('§', 'A\\d\\d'));

export async function confirmsEverybody(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/seats`);
  for (let confirmed = 0; confirmed < SEATS; confirmed += 1) {
    await organiser.taps(m.organiser_seats_confirm);
    await organiser.sees(() => m.organiser_seats_confirmed({ confirmed: confirmed + 1, seats: SEATS }));
  }
}

/** A juror's seat and the link that is printed on their sheet. */
export interface Sheet {
  readonly seat: string;
  readonly link: string;
}

export async function printsSheets(organiser: Person, jury: string): Promise<readonly Sheet[]> {
  await organiser.opens(`/organise/${jury}/access`);
  await organiser.confirms(m.organiser_access_all);
  await organiser.sees(() => m.organiser_access_ready({ count: SEATS }));
  const texts = await organiser.page.getByRole('article').allInnerTexts();
  const sheets = texts.map((text) => ({
    seat: /\b[SA]\d\d\b/.exec(text)?.[0] ?? '',
    link: /http:\S+\/enter\/\S+/.exec(text)?.[0] ?? '',
  }));
  expect(sheets).toHaveLength(SEATS);
  expect(sheets.map(({ seat }) => seat)).not.toContain(DECLINED);
  return sheets;
}
