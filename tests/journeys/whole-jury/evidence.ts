/** What the jury is shown, and whom it hears. */
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import { term } from '../../../src/lib/i18n/terms.ts';
import type { Person } from '../support/person.ts';

export const EXHIBIT = 'Что в воздухе';
export const SESSION = 'Слушаем эксперта';
export const WITNESS = 'Айгерим Экспертова';
export const INTERESTS = 'Получаю зарплату в медицинском университете.';

const takesNoSide = () => term('stance', 'neutral');
const byOversight = () => term('nominated_by', 'oversight');

export async function addsExhibit(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/evidence`);
  await organiser.unfolds(m.organiser_evidence_add_text);
  const form = organiser.page.locator('details[open]');
  await organiser.fills(m.organiser_evidence_field_title, EXHIBIT, form);
  await organiser.fills(m.organiser_evidence_field_author, 'Городская лаборатория', form);
  await organiser.fills(m.organiser_evidence_field_body, 'PM2,5 достигали 180 мкг/м³.', form);
  await organiser.picks(m.hearing_position, takesNoSide, form);
  await organiser.picks(m.organiser_evidence_field_by, byOversight, form);
  await organiser.fills(m.organiser_evidence_field_why, 'Нейтральные измерения', form);
  await organiser.presses(m.organiser_evidence_add_text, form);
  await organiser.sees(m.organiser_done);
}

/** Returns the witness's personal link. */
export async function invitesWitness(organiser: Person, jury: string): Promise<string> {
  await organiser.opens(`/organise/${jury}/evidence`);
  await organiser.unfolds(m.organiser_witness_invite);
  const form = organiser.page.locator('details[open]');
  await organiser.fills(m.organiser_witness_name, WITNESS, form);
  await organiser.fills(m.organiser_witness_affiliation, 'Медицинский университет', form);
  await organiser.picks(m.organiser_witness_kind, () => term('witness_kind', 'neutral-expert'), form);
  await organiser.fills(m.organiser_witness_topic, 'Смог и здоровье', form);
  await organiser.picks(m.hearing_position, takesNoSide, form);
  await organiser.picks(m.organiser_evidence_field_by, byOversight, form);
  await organiser.fills(m.organiser_witness_why, 'Знает о последствиях', form);
  await organiser.presses(m.organiser_witness_invite_send, form);
  return organiser.field(m.organiser_link_address).inputValue();
}

export async function plansSession(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/programme`);
  await organiser.fills(m.organiser_programme_session_title, SESSION);
  await organiser.fills(m.organiser_programme_starts, '2027-01-15T18:00');
  for (const [index, title] of ['Вступление', 'Эксперт', 'Обсуждение'].entries()) {
    await organiser.fills(() => m.organiser_programme_item_title({ number: index + 1 }), title);
    await organiser.field(m.organiser_programme_item_minutes).nth(index).fill('20');
  }
  await organiser.presses(m.organiser_programme_plan_save);
  await organiser.sees(SESSION);
}

export async function declaresInterests(witness: Person): Promise<void> {
  await witness.fills(m.evidence_interests, INTERESTS);
  await witness.presses(m.evidence_declare);
  await witness.sees(m.evidence_declared_done);
}
