import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { stagesBetween } from '../stages.ts';
import type { Stage } from '../stages.ts';
import type { SurveyCommand } from './commands.ts';
import { resultsOf } from './distribution.ts';
import { ITEMS } from './items.ts';
import type { SurveyId } from './items.ts';
import { boxOf, keyOf, writeSheet } from './sheets.ts';
import { surveyOf } from './surveys.ts';
import type { Surveys } from './surveys.ts';

/** [Q1] Before anything is heard; while the jury works; once it has decided. */
export const ASKED_IN: Readonly<Record<SurveyId, readonly Stage[]>> = {
  before: stagesBetween('onboarding', 'onboarding'),
  midway: stagesBetween('learning', 'drafting'),
  after: stagesBetween('voting', 'responding'),
  evaluation: stagesBetween('voting', 'responding'),
};

/** [Q7] The results of three surveys are worked out together, when the last of them is closed. */
const TOLD_WITH: Readonly<Record<SurveyId, readonly SurveyId[]>> = {
  before: [],
  midway: [],
  after: ['before', 'midway', 'after'],
  evaluation: ['evaluation'],
};

export const surveyRules: Rules<SurveyCommand['type']> = {
  'open-survey': ({ survey, about }, { jury, seal }) => {
    const { charter, surveys } = jury;
    if (!ASKED_IN[survey].includes(charter.stage)) return refuse('survey-not-now');
    if (surveyOf(surveys, survey)) return refuse('survey-held');
    if (survey !== 'evaluation' && opinionOpen(surveys)) return refuse('survey-open');
    if (survey === 'evaluation') return ok([{ type: 'survey-opened', survey }]);
    if (surveys.statement) return about ? refuse('statement-fixed') : ok([{ type: 'survey-opened', survey }]);
    if (!about) return refuse('statement-missing');
    return ok([{ type: 'survey-opened', survey, statement: seal(about) }]);
  },

  'answer-survey': ({ survey: id, code, again, answers }, { jury, actor, facts, cast }) => {
    const survey = surveyOf(jury.surveys, id);
    if (survey?.state !== 'open') return refuse('survey-not-open');
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (survey.answered.seats.includes(actor.id)) return refuse('already-answered');
    const given = Object.keys(answers) as (keyof typeof answers)[];
    if (!given.every((item) => ITEMS[id].includes(item))) return refuse('unknown-item');

    const key = keyOf(jury.id, code);
    const used = (sheets: readonly { readonly key: string }[] = []): boolean => sheets.some((one) => one.key === key);
    const { sheets = {} } = facts;
    if (used(sheets[id])) return refuse('survey-code-taken');
    if (again && !Object.values(sheets).some(used)) return refuse('survey-code-unknown');
    // [Q4] The sheet goes into the box, as a paper does, and nowhere else.
    cast(boxOf(id), writeSheet({ key, answers }));
    return ok([{ type: 'survey-answered', survey: id, seat: actor.id }]);
  },

  'close-survey': ({ survey: id }, { jury, facts }) => {
    if (surveyOf(jury.surveys, id)?.state !== 'open') return refuse('survey-not-open');
    const told = TOLD_WITH[id];
    if (told.length === 0) return ok([{ type: 'survey-closed', survey: id }]);
    const { sheets = {} } = facts;
    const held = told.filter((one) => surveyOf(jury.surveys, one));
    return ok([{ type: 'survey-closed', survey: id, results: resultsOf(sheets, held) }]);
  },
};

/** [Q9] The surveys whose sheets are not needed any more. */
export function spentSurveys({ charter, surveys }: { charter: { stage: Stage }; surveys: Surveys }): SurveyId[] {
  const over = surveys.held.filter(({ state }) => state === 'closed').map(({ id }) => id);
  if (charter.stage === 'closed') return over;
  return over.flatMap((id) => TOLD_WITH[id]);
}

const opinionOpen = ({ held }: Surveys): boolean =>
  held.some(({ id, state }) => id !== 'evaluation' && state === 'open');
