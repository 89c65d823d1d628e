/** The organiser founds the jury, appoints the staff and sets the rule; the authority signs. */
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import { term } from '../../../src/lib/i18n/terms.ts';
import { LOCALES } from '../../../src/lib/jury/terms.ts';
import type { StaffRole } from '../../../src/lib/jury/terms.ts';
import type { Stage } from '../../../src/lib/jury/stages.ts';
import type { Person } from '../support/person.ts';

export const SEATS = 15;

const LANGUAGE = { en: m.organiser_in_english, ru: m.organiser_in_russian, kk: m.organiser_in_kazakh };

const CHARTER = [
  [m.organiser_field_title, { en: 'Winter smog', ru: 'Зимний смог', kk: 'Қысқы түтін' }],
  [
    m.organiser_field_question,
    {
      en: 'How should the city reduce winter smog?',
      ru: 'Как городу сократить зимний смог?',
      kk: 'Қала қысқы түтінді қалай азайтады?',
    },
  ],
  [m.organiser_field_scope_in, { en: 'Heating', ru: 'Отопление', kk: 'Жылыту' }],
  [m.organiser_field_scope_out, { en: 'Fuel prices', ru: 'Цены на топливо', kk: 'Отын бағасы' }],
  [m.organiser_field_authority, { en: 'City akimat', ru: 'Акимат города', kk: 'Қала әкімдігі' }],
] as const;

export async function fillsCharter(organiser: Person, seats: number): Promise<void> {
  for (const [legend, text] of CHARTER) {
    const group = organiser.group(legend);
    for (const locale of LOCALES) await organiser.fills(LANGUAGE[locale], text[locale], group);
  }
  await organiser.fills(m.organiser_field_seats, String(seats));
  await organiser.fills(m.organiser_field_starts, '2027-01-11');
  await organiser.fills(m.organiser_field_ends, '2027-03-31');
}

/** Returns the id of the jury. */
export async function foundsJury(organiser: Person): Promise<string> {
  await organiser.opens('/organise/new');
  await fillsCharter(organiser, SEATS);
  await organiser.presses(m.organiser_new_create);
  await organiser.page.waitForURL(/\/organise\/winter-smog-/);
  return new URL(organiser.page.url()).pathname.split('/').at(-1) ?? '';
}

/** Appoints a colleague and returns the link by which they come in. */
export async function appoints(organiser: Person, jury: string, colleague: Person, role: StaffRole): Promise<string> {
  await organiser.opens(`/organise/${jury}/team`);
  await organiser.fills(m.organiser_team_name, colleague.name);
  await organiser.fills(m.organiser_team_email, `${role}@example.org`);
  await organiser.chooses(() => term('role', role));
  await organiser.presses(m.organiser_team_appoint);
  return organiser.field(m.organiser_link_address).inputValue();
}

/** Two thirds of those for and against, three quarters present. */
export async function setsRule(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/charter`);
  const threshold = organiser.group(m.organiser_rule_threshold);
  await organiser.fills(m.organiser_rule_num, '2', threshold);
  await organiser.fills(m.organiser_rule_den, '3', threshold);
  await organiser.presses(m.organiser_rule_save);
  await organiser.sees(m.organiser_done);
}

export async function signsMandate(authority: Person, jury: string, promise: string): Promise<void> {
  await authority.opens(`/answer/${jury}`);
  await authority.fills(m.authority_mandate_statement, promise);
  await authority.fills(m.authority_mandate_respond_by, '2027-07-31');
  await authority.presses(m.authority_mandate_sign);
  await authority.sees(m.authority_mandate_signed);
}

export async function advances(organiser: Person, jury: string, stage: Stage): Promise<void> {
  await organiser.opens(`/organise/${jury}`);
  await organiser.confirms(() => m.organiser_next_to({ stage: term('stage', stage) }));
  await organiser.sees(() => m.organiser_check_now({ stage: term('stage', stage) }));
}
