/** Says why something was not done, and what to do next, in the reader's language. */
import { REFUSALS, type RefusalCode } from '../jury/refusals.ts';
import type { Refusal } from '../jury/result.ts';
import { STAGES } from '../jury/stages.ts';
import * as m from './compiled/messages.js';
import { term } from './terms.ts';

type Params = Readonly<Record<string, string | number>>;

const GENERAL: Record<RefusalCode, () => string> = {
  invalid: m.refusal_invalid,
  'not-allowed': m.refusal_not_allowed,
  'wrong-stage': m.refusal_wrong_stage,
  'unknown-jury': m.refusal_unknown_jury,
  'command-id-reused': m.refusal_command_id_reused,
  'seats-out-of-range': m.refusal_seats_out_of_range,
  'dates-out-of-order': m.refusal_dates_out_of_order,
  'threshold-out-of-range': m.refusal_threshold_out_of_range,
  'threshold-below-half': m.refusal_threshold_below_half,
  'quorum-out-of-range': m.refusal_quorum_out_of_range,
  'minority-floor-out-of-range': m.refusal_minority_floor_out_of_range,
  'respond-by-too-early': m.refusal_respond_by_too_early,
  'not-the-next-stage': m.refusal_not_the_next_stage,
  'mandate-missing': m.refusal_mandate_missing,
  'decision-rule-missing': m.refusal_decision_rule_missing,
  'already-appointed': m.refusal_already_appointed,
  'not-appointed': m.refusal_not_appointed,
  'last-organiser': m.refusal_last_organiser,
  'targets-missing': m.refusal_targets_missing,
  'targets-do-not-fit-seats': m.refusal_targets_do_not_fit_seats,
  'attitude-category-missing': m.refusal_attitude_category_missing,
  'pool-missing': m.refusal_pool_missing,
  'pool-unreadable': m.refusal_pool_unreadable,
  'pool-does-not-match': m.refusal_pool_does_not_match,
  'targets-infeasible': m.refusal_targets_infeasible,
  'already-frozen': m.refusal_already_frozen,
  'not-frozen': m.refusal_not_frozen,
  'already-drawn': m.refusal_already_drawn,
  'not-drawn': m.refusal_not_drawn,
  'seed-empty': m.refusal_seed_empty,
  'draw-witnesses-missing': m.refusal_draw_witnesses_missing,
  'unknown-seat': m.refusal_unknown_seat,
  'seat-not-awaiting-answer': m.refusal_seat_not_awaiting_answer,
  'seat-not-active': m.refusal_seat_not_active,
  'no-seat-free': m.refusal_no_seat_free,
  'no-alternate-left': m.refusal_no_alternate_left,
  'seats-not-filled': m.refusal_seats_not_filled,
  'no-exhibit': m.refusal_no_exhibit,
  'unknown-exhibit': m.refusal_unknown_exhibit,
  'exhibit-withdrawn': m.refusal_exhibit_withdrawn,
  'unknown-witness': m.refusal_unknown_witness,
  'witness-withdrawn': m.refusal_witness_withdrawn,
  'interests-undeclared': m.refusal_interests_undeclared,
  'hearing-not-open': m.refusal_hearing_not_open,
  'hearing-already-open': m.refusal_hearing_already_open,
  'unknown-question': m.refusal_unknown_question,
  'own-question': m.refusal_own_question,
  'already-supported': m.refusal_already_supported,
  'not-supported': m.refusal_not_supported,
  'question-closed': m.refusal_question_closed,
  'unknown-session': m.refusal_unknown_session,
  'session-not-live': m.refusal_session_not_live,
  'session-already-live': m.refusal_session_already_live,
  'session-over': m.refusal_session_over,
  'agenda-empty': m.refusal_agenda_empty,
  'unknown-agenda-item': m.refusal_unknown_agenda_item,
  'agenda-moved-on': m.refusal_agenda_moved_on,
  'not-present': m.refusal_not_present,
  'already-waiting': m.refusal_already_waiting,
  'not-waiting': m.refusal_not_waiting,
  'unknown-turn': m.refusal_unknown_turn,
  muted: m.refusal_muted,
  'already-muted': m.refusal_already_muted,
  'not-muted': m.refusal_not_muted,
  'unknown-message': m.refusal_unknown_message,
  'already-hidden': m.refusal_already_hidden,
  'unknown-recommendation': m.refusal_unknown_recommendation,
  'recommendation-not-open': m.refusal_recommendation_not_open,
  'recommendation-changed': m.refusal_recommendation_changed,
  'citation-missing': m.refusal_citation_missing,
  'citation-unknown': m.refusal_citation_unknown,
  'unknown-round': m.refusal_unknown_round,
  'round-open': m.refusal_round_open,
  'round-not-open': m.refusal_round_not_open,
  'too-few-answers': m.refusal_too_few_answers,
  'why-missing': m.refusal_why_missing,
  'unknown-point': m.refusal_unknown_point,
  'unknown-suggestion': m.refusal_unknown_suggestion,
  'suggestion-closed': m.refusal_suggestion_closed,
  'own-suggestion': m.refusal_own_suggestion,
  'nothing-suggested': m.refusal_nothing_suggested,
  'suggestion-overtaken': m.refusal_suggestion_overtaken,
  'text-too-long': m.refusal_text_too_long,
  'not-frozen-wording': m.refusal_not_frozen_wording,
  'recommendations-undecided': m.refusal_recommendations_undecided,
  'no-recommendation': m.refusal_no_recommendation,
  'unknown-ballot': m.refusal_unknown_ballot,
  'ballot-exists': m.refusal_ballot_exists,
  'ballot-not-open': m.refusal_ballot_not_open,
  'ballot-not-closed': m.refusal_ballot_not_closed,
  'ballot-paused': m.refusal_ballot_paused,
  'ballot-not-paused': m.refusal_ballot_not_paused,
  'everybody-voted': m.refusal_everybody_voted,
  'count-differs': m.refusal_count_differs,
  'already-certified': m.refusal_already_certified,
  'ballots-uncertified': m.refusal_ballots_uncertified,
  'unknown-poll': m.refusal_unknown_poll,
  'unknown-condition': m.refusal_unknown_condition,
  'condition-not-met': m.refusal_condition_not_met,
  'nothing-to-rank': m.refusal_nothing_to_rank,
  'not-an-elector': m.refusal_not_an_elector,
  'already-voted': m.refusal_already_voted,
  'unknown-choice': m.refusal_unknown_choice,
  'ballots-open': m.refusal_ballots_open,
  'unknown-statement': m.refusal_unknown_statement,
  'already-joined': m.refusal_already_joined,
  'already-approved': m.refusal_already_approved,
  'not-approved': m.refusal_not_approved,
  'answer-until-missing': m.refusal_answer_until_missing,
  'handover-unexplained': m.refusal_handover_unexplained,
  'already-responsible': m.refusal_already_responsible,
  'nothing-to-report': m.refusal_nothing_to_report,
  'nothing-to-correct': m.refusal_nothing_to_correct,
  'unknown-answer': m.refusal_unknown_answer,
  'already-rated': m.refusal_already_rated,
  'respond-by-missing': m.refusal_respond_by_missing,
  'not-adopted': m.refusal_not_adopted,
  'recommendations-unanswered': m.refusal_recommendations_unanswered,
  'link-invalid': m.refusal_link_invalid,
  'sign-in-failed': m.refusal_sign_in_failed,
  'sign-in-needed': m.refusal_sign_in_needed,
  'password-too-short': m.refusal_password_too_short,
  'email-taken': m.refusal_email_taken,
  'account-has-owner': m.refusal_account_has_owner,
  'too-many-attempts': m.refusal_too_many_attempts,
  'too-large': m.refusal_too_large,
  'file-not-accepted': m.refusal_file_not_accepted,
  'origin-refused': m.refusal_origin_refused,
  'read-only': m.refusal_read_only,
  internal: m.refusal_internal,
};

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
  'draw-witnesses-missing': exact(m.refusal_draw_witnesses_missing_exact, 'needed'),
  'seats-not-filled': exact(m.refusal_seats_not_filled_exact, 'count'),
  'targets-do-not-fit-seats': exact(m.refusal_targets_do_not_fit_seats_exact, 'category', 'min', 'max', 'seats'),
  'ballots-open': exact(m.refusal_ballots_open_exact, 'count'),
  'recommendations-undecided': exact(m.refusal_recommendations_undecided_exact, 'count'),
  'not-approved': exact(m.refusal_not_approved_exact, 'count', 'needed'),
  'recommendations-unanswered': exact(m.refusal_recommendations_unanswered_exact, 'count'),
  'password-too-short': exact(m.refusal_password_too_short_exact, 'min'),
  'too-many-attempts': exact(m.refusal_too_many_attempts_exact, 'minutes'),
  'too-large': exact(m.refusal_too_large_exact, 'limit'),
};

const worded = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const stage = name === 'stage' || name === 'next' ? STAGES.find((each) => each === value) : undefined;
      return [name, stage ? term('stage', stage) : value];
    }),
  );

/** The sentence for a refusal. A code from elsewhere (an older server, a damaged message) reads as `internal`. */
export function explainRefusal(refusal: { readonly code: string; readonly params?: Refusal['params'] }): string {
  const code = REFUSALS.find((each) => each === refusal.code) ?? 'internal';
  const params = refusal.params ?? {};
  const precise = EXACT[code];
  return precise?.needs.every((name) => params[name] !== undefined) ? precise.say(worded(params)) : GENERAL[code]();
}
