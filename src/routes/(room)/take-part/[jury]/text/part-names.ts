/** How the parts of a recommendation are called. */
import * as m from '../../../../../lib/i18n/compiled/messages.js';
import type { SuggestedField, TextPart } from '../../../../../lib/jury/verdict/parts.ts';

export const PART_NAMES: Readonly<Record<TextPart | SuggestedField, () => string>> = {
  title: m.verdict_field_title,
  text: m.verdict_field_text,
  rationale: m.verdict_field_rationale,
  addressee: m.verdict_field_addressee,
  byWhen: m.drafting_by_when,
  cost: m.drafting_cost,
  amendment: m.drafting_amends,
  act: m.drafting_act,
  lawNow: m.drafting_law_now,
  lawNew: m.drafting_law_new,
  citations: m.verdict_field_citations,
  judgement: m.drafting_judgement,
};
