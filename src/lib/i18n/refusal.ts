/** Says why something was not done, and what to do next, in the reader's language. */
import type { RefusalCode } from '../jury/refusals.ts';
import type { Refusal } from '../jury/result.ts';
import { STAGES } from '../jury/stages.ts';
import { TRANSLATED_PARTS } from '../jury/verdict/translation.ts';
import * as m from './compiled/messages.js';
import { GENERAL } from './refusal-sentences.ts';
import { term } from './terms.ts';
import { TRANSLATED_PART_NAMES } from './translated-part-names.ts';

type Params = Readonly<Record<string, string | number>>;

interface Exact<Needed extends string> {
  readonly needs: readonly Needed[];
  readonly say: (params: Record<Needed, string | number>) => string;
}

const exact = <Needed extends string>(say: Exact<Needed>['say'], ...needs: Needed[]): Exact<string> => ({ needs, say });

/** Sentences that name the facts; used only when the refusal carries every one of them. */
const EXACT: Partial<Record<RefusalCode, Exact<string>>> = {
  'wrong-stage': exact(m.refusal_wrong_stage_exact, 'stage'),
  'seats-out-of-range': exact(m.refusal_seats_out_of_range_exact, 'min', 'max'),
  'respond-by-too-early': exact(m.refusal_respond_by_too_early_exact, 'days'),
  'not-the-next-stage': exact(m.refusal_not_the_next_stage_exact, 'next'),
  'number-not-listed': exact(m.refusal_number_not_listed_exact, 'last'),
  'draw-witnesses-missing': exact(m.refusal_draw_witnesses_missing_exact, 'needed'),
  'seats-not-filled': exact(m.refusal_seats_not_filled_exact, 'count'),
  'targets-do-not-fit-seats': exact(m.refusal_targets_do_not_fit_seats_exact, 'category', 'min', 'max', 'seats'),
  'ballots-open': exact(m.refusal_ballots_open_exact, 'count'),
  'in-another-group': exact(m.refusal_in_another_group_exact, 'id'),
  'too-few-to-draw': exact(m.refusal_too_few_to_draw_exact, 'count'),
  'recommendations-undecided': exact(m.refusal_recommendations_undecided_exact, 'count'),
  'not-approved': exact(m.refusal_not_approved_exact, 'count', 'needed'),
  'recommendations-unanswered': exact(m.refusal_recommendations_unanswered_exact, 'count'),
  'password-too-short': exact(m.refusal_password_too_short_exact, 'min'),
  'too-many-attempts': exact(m.refusal_too_many_attempts_exact, 'minutes'),
  'translation-incomplete': exact(m.refusal_translation_incomplete_exact, 'part'),
  'translation-says-more': exact(m.refusal_translation_says_more_exact, 'part'),
  'too-large': exact(m.refusal_too_large_exact, 'limit'),
};

const worded = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const stage = name === 'stage' || name === 'next' ? STAGES.find((each) => each === value) : undefined;
      const part = name === 'part' ? TRANSLATED_PARTS.find((each) => each === value) : undefined;
      return [name, stage ? term('stage', stage) : part ? TRANSLATED_PART_NAMES[part]() : value];
    }),
  );

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(GENERAL, code);

/** The sentence for a refusal. A code from elsewhere (an older server, a damaged message) reads as `internal`. */
export function explainRefusal(refusal: { readonly code: string; readonly params?: Refusal['params'] }): string {
  const code = isKnown(refusal.code) ? refusal.code : 'internal';
  const params = refusal.params ?? {};
  const precise = EXACT[code];
  return precise?.needs.every((name) => params[name] !== undefined) ? precise.say(worded(params)) : GENERAL[code]();
}
