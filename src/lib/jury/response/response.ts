/**
 * The authority's answer to each adopted recommendation, and what became of it. Entries are never edited: a correction is a new
 * entry that stands beside the old one.
 */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Day, Instant, SeatId } from '../terms.ts';
import type { POSITIONS, PROGRESS, RATINGS } from './commands.ts';
import { NO_OBSERVATIONS, evolveObservations } from './observations.ts';
import type { ObservationEvent, Observations } from './observations.ts';

export type Position = (typeof POSITIONS)[number];
export type Progress = (typeof PROGRESS)[number];
export type Rating = (typeof RATINGS)[number];

export interface Answer {
  readonly recommendation: string;
  readonly position: Position;
  readonly reasons: Content;
  readonly responsible: string;
  readonly until?: Day | undefined;
  /** [P71] Where the authority gave it, when it came by another way and the organiser entered it. */
  readonly entered?: { readonly source: string; readonly givenOn: Day };
  readonly at: Instant;
}

/** Who has to see to it. A later one is a handover, with its reason. */
export interface Assignment {
  readonly recommendation: string;
  readonly responsible: string;
  readonly reason?: Content;
  readonly at: Instant;
}

export interface Report {
  readonly recommendation: string;
  readonly progress: Progress;
  readonly text: Content;
  /** [P70] How much of it is done, by the authority's own reckoning. */
  readonly percent?: number;
  /** [P70] What comes next, and by when. */
  readonly step?: { readonly text: string; readonly by: Day };
  /** What it corrects is the report before it. */
  readonly correction?: true;
  readonly at: Instant;
}

/** Of one answer: how many jurors say that it addresses what they recommended. */
export interface Ratings {
  readonly recommendation: string;
  /** The first answer to a recommendation is 1. */
  readonly answer: number;
  readonly given: Readonly<Record<Rating, number>>;
  readonly raters: Counted;
}

export interface Response {
  /** [P61] When the authority said that it has a recommendation. */
  readonly acknowledged: readonly { readonly recommendation: string; readonly at: Instant }[];
  readonly answers: readonly Answer[];
  readonly assignments: readonly Assignment[];
  readonly reports: readonly Report[];
  readonly ratings: readonly Ratings[];
  readonly observations: Observations;
}

export const NO_RESPONSE: Response = {
  acknowledged: [],
  answers: [],
  assignments: [],
  reports: [],
  ratings: [],
  observations: NO_OBSERVATIONS,
};

export type ResponseEvent =
  | { readonly type: 'recommendation-acknowledged'; readonly recommendation: string; readonly at: Instant }
  | ({ readonly type: 'recommendation-answered' } & Answer)
  | ({ readonly type: 'recommendation-assigned' } & Assignment)
  | ({ readonly type: 'progress-reported' } & Report)
  | {
      readonly type: 'answer-rated';
      readonly recommendation: string;
      readonly answer: number;
      readonly rating: Rating;
      readonly seat?: SeatId;
    }
  | ObservationEvent;

export function evolveResponse(response: Response, event: ResponseEvent): Response {
  switch (event.type) {
    case 'recommendation-acknowledged': {
      const { recommendation, at } = event;
      return { ...response, acknowledged: [...response.acknowledged, { recommendation, at }] };
    }
    case 'recommendation-answered': {
      const { type: _type, ...answer } = event;
      return { ...response, answers: [...response.answers, answer] };
    }
    case 'recommendation-assigned': {
      const { type: _type, ...assignment } = event;
      return { ...response, assignments: [...response.assignments, assignment] };
    }
    case 'progress-reported': {
      const { type: _type, ...report } = event;
      return { ...response, reports: [...response.reports, report] };
    }
    case 'answer-rated': {
      const { recommendation, answer, rating, seat } = event;
      const known = ratingsOf(response, recommendation, answer);
      const { given, raters } = known ?? { given: { addresses: 0, partly: 0, 'does-not': 0 }, raters: NOBODY };
      const rated = {
        recommendation,
        answer,
        given: { ...given, [rating]: given[rating] + 1 },
        raters: counted(raters, seat),
      };
      return { ...response, ratings: [...response.ratings.filter((one) => one !== known), rated] };
    }
    case 'observation-sent':
    case 'observation-shown':
    case 'observation-refused':
      return { ...response, observations: evolveObservations(response.observations, event) };
  }
}

export const receivedAt = ({ acknowledged }: Response, recommendation: string): Instant | undefined =>
  acknowledged.find((one) => one.recommendation === recommendation)?.at;

export const answersTo = ({ answers }: Response, recommendation: string): readonly Answer[] =>
  answers.filter((answer) => answer.recommendation === recommendation);

export const reportsOn = ({ reports }: Response, recommendation: string): readonly Report[] =>
  reports.filter((report) => report.recommendation === recommendation);

export const assignmentsOf = ({ assignments }: Response, recommendation: string): readonly Assignment[] =>
  assignments.filter((assignment) => assignment.recommendation === recommendation);

export const ratingsOf = ({ ratings }: Response, recommendation: string, answer: number): Ratings | undefined =>
  ratings.find((one) => one.recommendation === recommendation && one.answer === answer);
