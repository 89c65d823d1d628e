/** The authority's answer to each adopted recommendation. Answers are never edited: a correction is a new answer. */
import type { Content, Day, Instant } from '../terms.ts';
import type { POSITIONS } from './commands.ts';

export type Position = (typeof POSITIONS)[number];

export interface Answer {
  readonly recommendation: string;
  readonly position: Position;
  readonly reasons: Content;
  readonly responsible: string;
  readonly until?: Day | undefined;
  readonly at: Instant;
}

export type Response = readonly Answer[];

export type ResponseEvent = { readonly type: 'recommendation-answered' } & Answer;

export function evolveResponse(response: Response, event: ResponseEvent): Response {
  const { type: _type, ...answer } = event;
  return [...response, answer];
}

export const answersTo = (response: Response, recommendation: string): readonly Answer[] =>
  response.filter((answer) => answer.recommendation === recommendation);
