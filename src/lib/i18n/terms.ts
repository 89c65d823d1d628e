/** The words of the rules as the reader sees them: one message for every value that a rule may name. */
import * as m from './compiled/messages.js';
import { HEARING_TERMS } from './hearing-terms.ts';
import { TALK_TERMS } from './talk-terms.ts';
import { LETTER_TERMS } from './letter-terms.ts';
import { PROCESS_TERMS } from './process-terms.ts';
import { SURVEY_TERMS } from './survey-terms.ts';

const TERMS = {
  ...HEARING_TERMS,
  ...PROCESS_TERMS,
  ...TALK_TERMS,
  stage: {
    designing: m.terms_stage_designing,
    inviting: m.terms_stage_inviting,
    selecting: m.terms_stage_selecting,
    onboarding: m.terms_stage_onboarding,
    learning: m.terms_stage_learning,
    deliberating: m.terms_stage_deliberating,
    drafting: m.terms_stage_drafting,
    voting: m.terms_stage_voting,
    published: m.terms_stage_published,
    responding: m.terms_stage_responding,
    closed: m.terms_stage_closed,
  },
  role: {
    organiser: m.terms_role_organiser,
    facilitator: m.terms_role_facilitator,
    oversight: m.terms_role_oversight,
    'returning-officer': m.terms_role_returning_officer,
    authority: m.terms_role_authority,
    observer: m.terms_role_observer,
    juror: m.terms_role_juror,
    alternate: m.terms_role_alternate,
    witness: m.terms_role_witness,
    public: m.terms_role_public,
  },
  witness_kind: {
    'neutral-expert': m.terms_witness_kind_neutral_expert,
    stakeholder: m.terms_witness_kind_stakeholder,
    advocate: m.terms_witness_kind_advocate,
    'lived-experience': m.terms_witness_kind_lived_experience,
    authority: m.terms_witness_kind_authority,
  },
  nominated_by: {
    authority: m.terms_nominated_by_authority,
    stakeholders: m.terms_nominated_by_stakeholders,
    jurors: m.terms_nominated_by_jurors,
    oversight: m.terms_nominated_by_oversight,
    organiser: m.terms_nominated_by_organiser,
  },
  moderation_rule: {
    insult: m.terms_moderation_rule_insult,
    'names-a-person': m.terms_moderation_rule_names_a_person,
    'private-data': m.terms_moderation_rule_private_data,
    'off-topic': m.terms_moderation_rule_off_topic,
    advertising: m.terms_moderation_rule_advertising,
    repeats: m.terms_moderation_rule_repeats,
  },
  act: {
    nudge: m.terms_act_nudge,
    hold: m.terms_act_hold,
    release: m.terms_act_release,
    return: m.terms_act_return,
    'request-edit': m.terms_act_request_edit,
    hide: m.terms_act_hide,
    mute: m.terms_act_mute,
    unmute: m.terms_act_unmute,
    remove: m.terms_act_remove,
    readmit: m.terms_act_readmit,
    'propose-exclusion': m.terms_act_propose_exclusion,
    'drop-exclusion': m.terms_act_drop_exclusion,
    exclude: m.terms_act_exclude,
  },
  help_topic: {
    technical: m.terms_help_topic_technical,
    wellbeing: m.terms_help_topic_wellbeing,
    contact: m.terms_help_topic_contact,
  },
  help_state: {
    new: m.terms_help_state_new,
    read: m.terms_help_state_read,
    resolved: m.terms_help_state_resolved,
  },
  appeal_outcome: {
    upheld: m.terms_appeal_outcome_upheld,
    changed: m.terms_appeal_outcome_changed,
  },
  decline_rule: {
    'off-topic': m.terms_decline_rule_off_topic,
    repeats: m.terms_decline_rule_repeats,
    personal: m.terms_decline_rule_personal,
    unclear: m.terms_decline_rule_unclear,
  },
  judgement: {
    yes: m.terms_judgement_yes,
    partly: m.terms_judgement_partly,
    no: m.terms_judgement_no,
  },
  choice: {
    for: m.terms_choice_for,
    against: m.terms_choice_against,
    abstain: m.terms_choice_abstain,
    love: m.terms_choice_love,
    like: m.terms_choice_like,
    'live-with': m.terms_choice_live_with,
    lament: m.terms_choice_lament,
    'cannot-live-with': m.terms_choice_cannot_live_with,
    'strongly-agree': m.terms_choice_strongly_agree,
    agree: m.terms_choice_agree,
    neither: m.terms_choice_neither,
    disagree: m.terms_choice_disagree,
    'strongly-disagree': m.terms_choice_strongly_disagree,
  },
  paper: {
    'for-or-against': m.terms_paper_for_or_against,
    consent: m.terms_paper_consent,
    agreement: m.terms_paper_agreement,
  },
  outcome: {
    adopted: m.terms_outcome_adopted,
    'not-adopted': m.terms_outcome_not_adopted,
    'no-quorum': m.terms_outcome_no_quorum,
    tie: m.terms_outcome_tie,
  },
  poll_form: {
    'one-of': m.terms_poll_form_one_of,
    ranking: m.terms_poll_form_ranking,
    priority: m.terms_poll_form_priority,
  },
  poll_outcome: {
    decided: m.terms_poll_outcome_decided,
    undecided: m.terms_poll_outcome_undecided,
    tie: m.terms_poll_outcome_tie,
    'no-quorum': m.terms_poll_outcome_no_quorum,
  },
  position: {
    accepted: m.terms_position_accepted,
    'accepted-in-part': m.terms_position_accepted_in_part,
    'already-happening': m.terms_position_already_happening,
    rejected: m.terms_position_rejected,
    'needs-more-time': m.terms_position_needs_more_time,
  },
  standing: {
    awaiting: m.response_standing_awaiting,
    acknowledged: m.response_standing_acknowledged,
    'needs-study': m.response_standing_needs_study,
    accepted: m.response_standing_accepted,
    'in-development': m.response_standing_in_development,
    adopted: m.response_standing_adopted,
    changed: m.response_standing_changed,
    implemented: m.response_standing_implemented,
    dropped: m.response_standing_dropped,
    rejected: m.response_standing_rejected,
  },
  rating: {
    addresses: m.response_rating_addresses,
    partly: m.response_rating_partly,
    'does-not': m.response_rating_does_not,
  },
  term: {
    'working-days-20': m.response_term_working_days_20,
    'working-days-40': m.response_term_working_days_40,
    'days-90': m.response_term_days_90,
  },
  denominator: {
    'for-and-against': m.terms_denominator_for_and_against,
    cast: m.terms_denominator_cast,
    present: m.terms_denominator_present,
    electorate: m.terms_denominator_electorate,
    seats: m.terms_denominator_seats,
  },
  objective: {
    leximin: m.terms_objective_leximin,
    maximin: m.terms_objective_maximin,
    nash: m.terms_objective_nash,
    goldilocks: m.terms_objective_goldilocks,
  },
  vacate_reason: {
    declined: m.terms_vacate_reason_declined,
    unreachable: m.terms_vacate_reason_unreachable,
    ineligible: m.terms_vacate_reason_ineligible,
    illness: m.terms_vacate_reason_illness,
    left: m.terms_vacate_reason_left,
    excluded: m.terms_vacate_reason_excluded,
    released: m.terms_vacate_reason_released,
    expired: m.terms_vacate_reason_expired,
  },
  seat_state: {
    drawn: m.terms_seat_state_drawn,
    confirmed: m.terms_seat_state_confirmed,
    left: m.terms_seat_state_left,
  },
  queue_mode: {
    'first-come': m.terms_queue_mode_first_come,
    equity: m.terms_queue_mode_equity,
    rounds: m.terms_queue_mode_rounds,
  },
  item_type: {
    welcome: m.terms_item_type_welcome,
    reading: m.terms_item_type_reading,
    exhibit: m.terms_item_type_exhibit,
    hearing: m.terms_item_type_hearing,
    questions: m.terms_item_type_questions,
    discussion: m.terms_item_type_discussion,
    tables: m.terms_item_type_tables,
    statements: m.terms_item_type_statements,
    'temperature-check': m.terms_item_type_temperature_check,
    drafting: m.terms_item_type_drafting,
    ballot: m.terms_item_type_ballot,
    break: m.terms_item_type_break,
  },
  seating: {
    mixed: m.terms_seating_mixed,
    interest: m.terms_seating_interest,
    same: m.terms_seating_same,
    random: m.terms_seating_random,
    manual: m.terms_seating_manual,
  },
  programme: {
    eight: m.terms_programme_eight,
    'four-days': m.terms_programme_four_days,
    evenings: m.terms_programme_evenings,
    'one-day': m.terms_programme_one_day,
  },
  sounding_kind: {
    temperature: m.terms_sounding_kind_temperature,
    statement: m.terms_sounding_kind_statement,
  },
  sounding_answer: {
    'strongly-support': m.terms_sounding_answer_strongly_support,
    support: m.terms_sounding_answer_support,
    'can-live-with': m.terms_sounding_answer_can_live_with,
    concerns: m.terms_sounding_answer_concerns,
    'cannot-accept': m.terms_sounding_answer_cannot_accept,
    agree: m.terms_sounding_answer_agree,
    disagree: m.terms_sounding_answer_disagree,
    unsure: m.terms_sounding_answer_unsure,
  },
  signal: {
    'not-understood': m.terms_signal_not_understood,
    'slow-down': m.terms_signal_slow_down,
    'see-it-differently': m.terms_signal_see_it_differently,
    agree: m.terms_signal_agree,
  },
  ...LETTER_TERMS,
  ...SURVEY_TERMS,
};

export type TermKind = keyof typeof TERMS;
export type TermValue<K extends TermKind> = keyof (typeof TERMS)[K] & string;

/** The label of one value in the reader's language: `term('stage', 'learning')`. */
export function term<K extends TermKind>(kind: K, value: TermValue<K>): string {
  const label = TERMS[kind][value] as () => string;
  return label();
}

/** Every value of a kind with its label, in the order of the rules; for a list of choices. */
export function termOptions<K extends TermKind>(kind: K): { value: TermValue<K>; label: string }[] {
  return (Object.keys(TERMS[kind]) as TermValue<K>[]).map((value) => ({ value, label: term(kind, value) }));
}
