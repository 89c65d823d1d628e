/** What each check is called, and its figures as sentences. */
import { formatDay, formatNumber } from '$lib/i18n/format.ts';
import { sayItem } from '$lib/i18n/survey-words.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import type { Checked, CheckId, FiguresOf } from '$lib/jury/publication/principles/checks.ts';
import type { Item } from '$lib/jury/surveys/items.ts';
import type { Day } from '$lib/jury/terms.ts';

/** 95 minutes as 1.6, so that kinds of work can be compared. */
export const hoursOf = (minutes: number): string => formatNumber(Math.round(minutes / 6) / 10);

const dayOr = (day: Day | null): string => (day === null ? '–' : formatDay(day));
const told = (count: number | null): string => (count === null ? m.process_few() : formatNumber(count));

interface Words<Figures> {
  readonly title: () => string;
  readonly figures: (figures: Figures) => string;
}

/** Checks that repeat what the jurors answered differ by their item alone. */
const jurorsOn = (item: Item): Words<FiguresOf<'question-clear'>> => ({
  title: () => m.process_said({ statement: sayItem(item, '') }),
  figures: ({ answers, agree, between, disagree }) =>
    answers === null
      ? m.process_said_none()
      : m.process_said_figures({
          answers: told(answers),
          agree: told(agree),
          between: told(between),
          disagree: told(disagree),
        }),
});

const untold = (title: () => string) => ({ title, figures: () => m.process_untold_figures() });

const WORDS: { readonly [Id in CheckId]: Words<FiguresOf<Id>> } = {
  'mandate-first': {
    title: m.process_check_mandate_first,
    figures: ({ signed, invited }) =>
      m.process_figures_mandate_first({ signed: dayOr(signed), invited: dayOr(invited) }),
  },
  'question-clear': jurorsOn('question-clear'),
  'answer-promised': {
    title: m.process_check_answer_promised,
    figures: ({ by }) => m.process_figures_answer_promised({ day: dayOr(by) }),
  },
  'answered-in-time': {
    title: m.process_check_answered_in_time,
    figures: ({ by, adopted, inTime, late, waiting }) =>
      m.process_figures_answered_in_time({ day: dayOr(by), adopted, ontime: inTime, late, waiting }),
  },
  'reported-in-time': { title: m.process_check_reported_in_time, figures: m.process_figures_reported_in_time },
  'announced-first': {
    title: m.process_check_announced_first,
    figures: ({ announced, starts }) =>
      m.process_figures_announced_first({ announced: dayOr(announced), starts: dayOr(starts) }),
  },
  'draw-checkable': {
    title: m.process_check_draw_checkable,
    figures: ({ frozen, drawn, panels }) =>
      m.process_figures_draw_checkable({ frozen: dayOr(frozen), drawn: dayOr(drawn), panels: formatNumber(panels) }),
  },
  'interests-declared': { title: m.process_check_interests_declared, figures: m.process_figures_interests_declared },
  'funding-told': untold(m.process_check_funding_told),
  'seats-filled': { title: m.process_check_seats_filled, figures: m.process_figures_seats_filled },
  'lived-experience': { title: m.process_check_lived_experience, figures: m.process_figures_lived_experience },
  'access-met': jurorsOn('access-met'),
  'costs-covered': untold(m.process_check_costs_covered),
  'targets-met': { title: m.process_check_targets_met, figures: m.process_figures_targets_met },
  'attitude-among-targets': {
    title: m.process_check_attitude_among_targets,
    figures: m.process_figures_attitude_among_targets,
  },
  'everyone-had-a-chance': {
    title: m.process_check_everyone_had_a_chance,
    figures: ({ pool, without }) =>
      m.process_figures_everyone_had_a_chance({
        pool: formatNumber(pool),
        without: without === null ? '–' : formatNumber(without),
      }),
  },
  'selection-fair': jurorsOn('selection-fair'),
  'sides-balanced': {
    title: m.process_check_sides_balanced,
    figures: ({ minutesFor, minutesAgainst, exhibitsFor, exhibitsAgainst }) =>
      m.process_figures_sides_balanced({
        pro: minutesFor,
        con: minutesAgainst,
        exhibitspro: exhibitsFor,
        exhibitscon: exhibitsAgainst,
      }),
  },
  'several-nominators': { title: m.process_check_several_nominators, figures: m.process_figures_several_nominators },
  'jurors-chose': {
    title: m.process_check_jurors_chose,
    figures: ({ calls, granted, witnesses }) => m.process_figures_jurors_chose({ calls, granted, experts: witnesses }),
  },
  'questions-answered': { title: m.process_check_questions_answered, figures: m.process_figures_questions_answered },
  'evidence-balanced': jurorsOn('evidence-balanced'),
  'evidence-plain': jurorsOn('evidence-plain'),
  'mixed-formats': {
    title: m.process_check_mixed_formats,
    figures: ({ told: listening, among, unsaid }) =>
      m.process_figures_mixed_formats({ told: hoursOf(listening), among: hoursOf(among), unsaid: hoursOf(unsaid) }),
  },
  facilitated: { title: m.process_check_facilitated, figures: m.process_figures_facilitated },
  'could-speak': jurorsOn('could-speak'),
  'was-heard': jurorsOn('was-heard'),
  'was-pressed': jurorsOn('was-pressed'),
  'hours-sat': {
    title: m.process_check_hours_sat,
    figures: ({ minutes, sessions }) => m.process_figures_hours_sat({ hours: hoursOf(minutes), sessions }),
  },
  'time-enough': jurorsOn('time-enough'),
  overseen: {
    title: m.process_check_overseen,
    figures: ({ oversight }) => m.process_figures_overseen({ members: oversight }),
  },
  'counts-certified': { title: m.process_check_counts_certified, figures: m.process_figures_counts_certified },
  'appeals-decided': {
    title: m.process_check_appeals_decided,
    figures: ({ actions, appeals, decided }) => m.process_figures_appeals_decided({ steps: actions, appeals, decided }),
  },
  'complaints-answered': {
    title: m.process_check_complaints_answered,
    figures: m.process_figures_complaints_answered,
  },
  'facilitation-impartial': jurorsOn('facilitation-impartial'),
  'votes-hidden': { title: m.process_check_votes_hidden, figures: m.process_figures_votes_hidden },
  'privacy-respected': jurorsOn('privacy-respected'),
  'evaluation-held': {
    title: m.process_check_evaluation_held,
    figures: ({ answers, seated }) => m.process_figures_evaluation_held({ answers: told(answers), seated }),
  },
  'asked-before-and-after': {
    title: m.process_check_asked_before_and_after,
    figures: ({ before, after }) =>
      m.process_figures_asked_before_and_after({ before: told(before), after: told(after) }),
  },
  'evaluated-independently': untold(m.process_check_evaluated_independently),
};

export const sayCheck = ({ id, figures }: Checked): { readonly title: string; readonly figures: string } => ({
  title: WORDS[id].title(),
  // The figures of a check are those of its own words, which the table above makes sure of.
  figures: (WORDS[id].figures as (of: typeof figures) => string)(figures),
});
