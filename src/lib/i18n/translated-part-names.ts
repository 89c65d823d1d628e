/** How the parts of a recommendation are called where they are translated. */
import type { TranslatedPart } from '../jury/verdict/translation.ts';
import * as m from './compiled/messages.js';

export const TRANSLATED_PART_NAMES: Readonly<Record<TranslatedPart, () => string>> = {
  title: m.release_translation_title,
  text: m.release_translation_text,
  next: m.public_outcome_next,
  rationale: m.release_translation_rationale,
  byWhen: m.drafting_by_when,
  cost: m.drafting_cost,
  act: m.drafting_act,
  lawNow: m.drafting_law_now,
  lawNew: m.drafting_law_new,
  judgement: m.drafting_judgement,
};
