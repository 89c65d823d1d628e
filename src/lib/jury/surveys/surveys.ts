/** Surveys of the jurors' own opinion before and after, and of how they found the jury. Who answered is here; what, is in the box. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, SeatId } from '../terms.ts';
import type { Results } from './distribution.ts';
import type { SurveyId } from './items.ts';

export interface Survey {
  readonly id: SurveyId;
  readonly state: 'open' | 'closed';
  readonly answered: Counted;
}

export interface Surveys {
  /** What `position` is about, the same in every survey; null until one was opened that asks for it. */
  readonly statement: Content | null;
  readonly held: readonly Survey[];
  readonly results: Results;
}

export type SurveysEvent =
  | { readonly type: 'survey-opened'; readonly survey: SurveyId; readonly statement?: Content }
  | { readonly type: 'survey-answered'; readonly survey: SurveyId; readonly seat?: SeatId }
  | { readonly type: 'survey-closed'; readonly survey: SurveyId; readonly results?: Results };

export const NO_SURVEYS: Surveys = { statement: null, held: [], results: { surveys: {}, moved: {} } };

export function evolveSurveys(surveys: Surveys, event: SurveysEvent): Surveys {
  const change = (how: (survey: Survey) => Survey): readonly Survey[] =>
    surveys.held.map((one) => (one.id === event.survey ? how(one) : one));
  switch (event.type) {
    case 'survey-opened': {
      const opened: Survey = { id: event.survey, state: 'open', answered: NOBODY };
      return { ...surveys, statement: event.statement ?? surveys.statement, held: [...surveys.held, opened] };
    }
    case 'survey-answered':
      return { ...surveys, held: change((one) => ({ ...one, answered: counted(one.answered, event.seat) })) };
    case 'survey-closed': {
      const { results } = surveys;
      return {
        ...surveys,
        held: change((one) => ({ ...one, state: 'closed' })),
        results: {
          surveys: { ...results.surveys, ...event.results?.surveys },
          moved: { ...results.moved, ...event.results?.moved },
        },
      };
    }
  }
}

export const surveyOf = ({ held }: Surveys, id: string): Survey | undefined => held.find((one) => one.id === id);
