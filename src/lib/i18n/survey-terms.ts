/** The words for what jurors are asked before and after. */
import * as m from './compiled/messages.js';

export const SURVEY_TERMS = {
  survey_name: {
    before: m.survey_name_before,
    midway: m.survey_name_midway,
    after: m.survey_name_after,
    evaluation: m.survey_name_evaluation,
  },
  survey_title: {
    before: m.survey_title_before,
    midway: m.survey_title_midway,
    after: m.survey_title_after,
    evaluation: m.survey_title_evaluation,
  },
  survey_item: {
    sure: m.survey_item_sure,
    informed: m.survey_item_informed,
    'trust-citizens': m.survey_item_trust_citizens,
    'trust-experts': m.survey_item_trust_experts,
    'trust-authority': m.survey_item_trust_authority,
    indicators: m.survey_item_indicators,
    ineffective: m.survey_item_ineffective,
    unanswered: m.survey_item_unanswered,
    'question-clear': m.survey_item_question_clear,
    'selection-fair': m.survey_item_selection_fair,
    'time-enough': m.survey_item_time_enough,
    'evidence-balanced': m.survey_item_evidence_balanced,
    'evidence-plain': m.survey_item_evidence_plain,
    'facilitation-impartial': m.survey_item_facilitation_impartial,
    'could-speak': m.survey_item_could_speak,
    'was-heard': m.survey_item_was_heard,
    'was-pressed': m.survey_item_was_pressed,
    'sees-others': m.survey_item_sees_others,
    'verdict-ours': m.survey_item_verdict_ours,
    'expects-answer': m.survey_item_expects_answer,
    again: m.survey_item_again,
  },
  survey_level: {
    'strongly-disagree': m.survey_level_strongly_disagree,
    disagree: m.survey_level_disagree,
    neither: m.survey_level_neither,
    agree: m.survey_level_agree,
    'strongly-agree': m.survey_level_strongly_agree,
    unsure: m.survey_level_unsure,
  },
  survey_side: {
    disagree: m.survey_side_disagree,
    between: m.survey_side_between,
    agree: m.survey_side_agree,
  },
  survey_move: {
    down: m.survey_move_down,
    same: m.survey_move_same,
    up: m.survey_move_up,
  },
};
