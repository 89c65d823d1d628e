/**
 * The usual programme of eight sessions of three hours: welcome, problem, positions, experts called by the jurors, options, two
 * drafts, verdict. After the UNDEF/newDemocracy handbook's steps and the juries of Kendal, Jersey and Oregon.
 */
import * as m from '$lib/i18n/compiled/messages.js';
import type { ItemType } from '$lib/jury/deliberation/sessions.ts';

export interface PlannedItem {
  readonly title: string;
  readonly minutes: number;
  readonly type: ItemType;
}

export interface PlannedSession {
  readonly title: string;
  readonly agenda: readonly PlannedItem[];
}

type Row = readonly [title: () => string, minutes: number, type: ItemType];

const SESSIONS: readonly (readonly [title: () => string, agenda: readonly Row[]])[] = [
  [
    m.organiser_template_session_1,
    [
      [m.organiser_template_welcome, 15, 'welcome'],
      [m.organiser_template_commission, 25, 'questions'],
      [m.organiser_template_introductions, 25, 'discussion'],
      [m.organiser_template_makeup, 10, 'exhibit'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_reliable, 25, 'discussion'],
      [m.organiser_template_ground_rules, 35, 'drafting'],
      [m.organiser_template_break, 10, 'break'],
      [m.organiser_template_rule, 20, 'exhibit'],
    ],
  ],
  [
    m.organiser_template_session_2,
    [
      [m.organiser_template_briefing, 40, 'hearing'],
      [m.organiser_template_questions, 35, 'questions'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_surprised, 40, 'tables'],
      [m.organiser_template_report, 25, 'discussion'],
      [m.organiser_template_break, 10, 'break'],
      [m.organiser_template_open_questions, 15, 'questions'],
    ],
  ],
  [
    m.organiser_template_session_3,
    [
      [m.organiser_template_pair_first, 30, 'hearing'],
      [m.organiser_template_group_prepare, 15, 'tables'],
      [m.organiser_template_questions, 25, 'questions'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_pair_second, 30, 'hearing'],
      [m.organiser_template_group_prepare, 15, 'tables'],
      [m.organiser_template_questions, 25, 'questions'],
      [m.organiser_template_break, 10, 'break'],
      [m.organiser_template_still_need, 15, 'discussion'],
    ],
  ],
  [
    m.organiser_template_session_4,
    [
      [m.organiser_template_priorities, 20, 'discussion'],
      [m.organiser_template_expert_first, 35, 'hearing'],
      [m.organiser_template_expert_second, 35, 'hearing'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_expert_third, 35, 'hearing'],
      [m.organiser_template_compare, 25, 'discussion'],
      [m.organiser_template_reflection, 15, 'discussion'],
    ],
  ],
  [
    m.organiser_template_session_5,
    [
      [m.organiser_template_criteria, 25, 'discussion'],
      [m.organiser_template_options, 45, 'tables'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_pros_cons, 45, 'tables'],
      [m.organiser_template_break, 10, 'break'],
      [m.organiser_template_futures, 25, 'discussion'],
      [m.organiser_template_reading, 15, 'temperature-check'],
    ],
  ],
  [
    m.organiser_template_session_6,
    [
      [m.organiser_template_themes, 20, 'discussion'],
      [m.organiser_template_write, 65, 'drafting'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_review, 50, 'drafting'],
      [m.organiser_template_break, 10, 'break'],
      [m.organiser_template_next, 20, 'discussion'],
    ],
  ],
  [
    m.organiser_template_session_7,
    [
      [m.organiser_template_feedback, 35, 'exhibit'],
      [m.organiser_template_write, 65, 'drafting'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_live_with, 40, 'temperature-check'],
      [m.organiser_template_sticking, 25, 'discussion'],
    ],
  ],
  [
    m.organiser_template_session_8,
    [
      [m.organiser_template_final_reading, 40, 'reading'],
      [m.organiser_template_lock, 10, 'drafting'],
      [m.organiser_template_break, 10, 'break'],
      [m.organiser_template_ballot, 25, 'ballot'],
      [m.organiser_template_result, 10, 'ballot'],
      [m.organiser_template_break, 15, 'break'],
      [m.organiser_template_minority, 40, 'drafting'],
      [m.organiser_template_speakers, 15, 'discussion'],
      [m.organiser_template_closing, 15, 'discussion'],
    ],
  ],
];

/** The programme in the reader's language: titles are kept as they are written down. */
export const usualProgramme = (): PlannedSession[] =>
  SESSIONS.map(([title, agenda]) => ({
    title: title(),
    agenda: agenda.map(([item, minutes, type]) => ({ title: item(), minutes, type })),
  }));
