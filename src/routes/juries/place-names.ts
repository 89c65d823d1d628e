/** How the parts of a verdict are called where one of them is chosen from a list. */
import * as m from '$lib/i18n/compiled/messages.js';
import { sayPoll } from '$lib/i18n/poll-words.ts';
import type { PublicRecord } from '$lib/jury/publication/record.ts';
import type { Extras } from '$lib/jury/verdict/extras.ts';
import { outcomeIsOf } from '$lib/jury/verdict/outcome-place.ts';
import { JURY_STATEMENT } from '$lib/jury/verdict/translation.ts';

type Verdict = NonNullable<PublicRecord['verdict']>;

/** What was written in that place; the text alone where it is no recommendation. */
export interface Original extends Extras<string> {
  readonly title?: string;
  readonly text: string;
  readonly rationale?: string;
  /** Of an outcome in words. */
  readonly next?: string;
}

export function placeName(verdict: Verdict | null, id: string): string {
  if (id === 'verdict') return m.verdict_whole();
  if (id === JURY_STATEMENT) return m.public_statement();
  const outcome = outcomeIsOf(id);
  if (outcome !== null) return `${placeName(verdict, outcome)}: ${m.public_outcome()}`;
  const recommendation = verdict?.recommendations.find((one) => one.id === id);
  if (recommendation) return `${id}. ${recommendation.title}`;
  const poll = verdict?.polls.find((one) => one.id === id);
  if (poll) return `${id}. ${sayPoll(poll)}`;
  return statementsIn(verdict).some((one) => one.id === id) ? `${id}. ${m.public_minority()}` : id;
}

export function originalOf(verdict: Verdict, id: string): Original | undefined {
  if (id === JURY_STATEMENT) return verdict.statement;
  const outcome = outcomeIsOf(id);
  if (outcome !== null) return [...verdict.recommendations, ...verdict.polls].find((one) => one.id === outcome)?.stated;
  return verdict.recommendations.find((one) => one.id === id) ?? statementsIn(verdict).find((one) => one.id === id);
}

const statementsIn = (verdict: Verdict | null) =>
  verdict
    ? [...(verdict.minorityStatements ?? []), ...verdict.recommendations.flatMap((one) => one.minorityStatements)]
    : [];
