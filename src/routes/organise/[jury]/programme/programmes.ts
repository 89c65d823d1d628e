/**
 * Programmes to begin with. The usual one has eight sessions of three hours: welcome, problem, positions, experts called by the jurors,
 * options, two drafts, verdict. After the UNDEF/newDemocracy handbook's steps and the juries of Kendal, Jersey and Oregon. The others
 * are the same steps in another shape: four full days as in OECD's good practice, ten evenings and a day as in Kendal and Leeds, and one
 * day for a small question, which is less than a jury needs for a large one.
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
  /** By the clock on the wall, where it is not the hour of the others: `10:00`. */
  readonly at?: string;
  readonly agenda: readonly PlannedItem[];
}

type Row = readonly [title: () => string, minutes: number, type: ItemType];
type Planned = readonly [title: () => string, agenda: readonly Row[], at?: string];

const EIGHT: readonly Planned[] = [
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

const BREAK: Row = [m.organiser_template_break, 15, 'break'];
const LUNCH: Row = [m.organiser_template_lunch, 45, 'break'];

/** The steps of the usual programme, two sessions to a day of six hours and a lunch. */
const FOUR_DAYS: readonly Planned[] = [
  [m.organiser_template_day_1, joined(0, 1)],
  [m.organiser_template_day_2, joined(2, 3)],
  [m.organiser_template_day_3, joined(4, 5)],
  [m.organiser_template_day_4, joined(6, 7)],
];

function joined(morning: number, afternoon: number): readonly Row[] {
  return [...(EIGHT[morning]?.[1] ?? []), LUNCH, ...(EIGHT[afternoon]?.[1] ?? [])];
}

const EVENINGS: readonly Planned[] = [
  [
    m.organiser_template_session_1,
    [
      [m.organiser_template_welcome, 15, 'welcome'],
      [m.organiser_template_commission, 25, 'questions'],
      [m.organiser_template_introductions, 25, 'discussion'],
      BREAK,
      [m.organiser_template_ground_rules, 25, 'drafting'],
      [m.organiser_template_rule, 15, 'exhibit'],
    ],
  ],
  [m.organiser_template_session_2, evening([m.organiser_template_briefing, 30, 'hearing'])],
  [m.organiser_template_session_3, evening([m.organiser_template_pair_first, 30, 'hearing'])],
  [m.organiser_template_session_3, evening([m.organiser_template_pair_second, 30, 'hearing'])],
  [m.organiser_template_session_4, evening([m.organiser_template_expert_first, 30, 'hearing'])],
  [m.organiser_template_session_4, evening([m.organiser_template_expert_second, 30, 'hearing'])],
  [
    m.organiser_template_session_5,
    [
      [m.organiser_template_criteria, 20, 'discussion'],
      [m.organiser_template_options, 35, 'tables'],
      BREAK,
      [m.organiser_template_pros_cons, 35, 'tables'],
      [m.organiser_template_reading, 15, 'temperature-check'],
    ],
  ],
  [
    m.organiser_template_session_6,
    [
      [m.organiser_template_themes, 15, 'discussion'],
      [m.organiser_template_write, 50, 'drafting'],
      BREAK,
      [m.organiser_template_review, 40, 'drafting'],
    ],
  ],
  [
    m.organiser_template_session_7,
    [
      [m.organiser_template_feedback, 25, 'exhibit'],
      [m.organiser_template_write, 45, 'drafting'],
      BREAK,
      [m.organiser_template_live_with, 35, 'temperature-check'],
    ],
  ],
  [m.organiser_template_last_day, joined(6, 7), '10:00'],
];

/** An evening of two hours about what one expert says. */
function evening(heard: Row): readonly Row[] {
  return [
    heard,
    [m.organiser_template_group_prepare, 15, 'tables'],
    [m.organiser_template_questions, 25, 'questions'],
    BREAK,
    [m.organiser_template_report, 20, 'discussion'],
    [m.organiser_template_still_need, 15, 'discussion'],
  ];
}

const ONE_DAY: readonly Planned[] = [
  [
    m.organiser_template_single_day,
    [
      [m.organiser_template_welcome, 15, 'welcome'],
      [m.organiser_template_commission, 15, 'questions'],
      [m.organiser_template_ground_rules, 15, 'drafting'],
      [m.organiser_template_rule, 10, 'exhibit'],
      [m.organiser_template_briefing, 30, 'hearing'],
      [m.organiser_template_questions, 20, 'questions'],
      BREAK,
      [m.organiser_template_pair_first, 30, 'hearing'],
      [m.organiser_template_questions, 20, 'questions'],
      LUNCH,
      [m.organiser_template_surprised, 30, 'tables'],
      [m.organiser_template_options, 40, 'tables'],
      BREAK,
      [m.organiser_template_write, 50, 'drafting'],
      [m.organiser_template_live_with, 25, 'temperature-check'],
      BREAK,
      [m.organiser_template_final_reading, 20, 'reading'],
      [m.organiser_template_ballot, 20, 'ballot'],
      [m.organiser_template_minority, 20, 'drafting'],
      [m.organiser_template_closing, 10, 'discussion'],
    ],
  ],
];

const PROGRAMMES = { eight: EIGHT, 'four-days': FOUR_DAYS, evenings: EVENINGS, 'one-day': ONE_DAY } as const;

export type ProgrammeName = keyof typeof PROGRAMMES;
export const PROGRAMME_NAMES = Object.keys(PROGRAMMES) as ProgrammeName[];

/** A programme in the reader's language: titles are kept as they are written down. */
export const programmeCalled = (name: ProgrammeName): PlannedSession[] =>
  PROGRAMMES[name].map(([title, agenda, at]) => ({
    title: title(),
    ...(at === undefined ? {} : { at }),
    agenda: agenda.map(([item, minutes, type]) => ({ title: item(), minutes, type })),
  }));
