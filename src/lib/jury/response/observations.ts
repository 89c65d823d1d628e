/**
 * What the public observes of a recommendation's implementation. Each waits until it has been read; then it stands beneath the authority's
 * answer as the public's word, or leaves nothing but a count by rule.
 */
import type { ModerationRule } from '../deliberation/moderation/policy.ts';
import type { Content, Instant } from '../terms.ts';

export interface Observation {
  readonly id: string;
  readonly recommendation: string;
  readonly text: Content;
  readonly at: Instant;
}

/** What was not shown, or no longer is: where, and by which rule. Its words are kept by the journal alone. */
export interface RefusedObservation {
  readonly id: string;
  readonly recommendation: string;
  readonly rule: ModerationRule;
  /** For those who read the box: another of them may see it otherwise. */
  readonly text?: Content | undefined;
  readonly at: Instant;
}

export interface Observations {
  readonly waiting: readonly Observation[];
  readonly shown: readonly Observation[];
  readonly refused: readonly RefusedObservation[];
}

export const NO_OBSERVATIONS: Observations = { waiting: [], shown: [], refused: [] };

export type ObservationEvent =
  | ({ readonly type: 'observation-sent'; readonly observation: string } & Omit<Observation, 'id'>)
  | ({ readonly type: 'observation-shown'; readonly observation: string } & Omit<Observation, 'id'>)
  | ({ readonly type: 'observation-refused'; readonly observation: string } & Omit<RefusedObservation, 'id'>);

export function evolveObservations(observations: Observations, event: ObservationEvent): Observations {
  const { type, observation: id, ...rest } = event;
  const others = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    list.filter((one) => one.id !== id);
  const { waiting, shown, refused } = observations;
  const elsewhere = { waiting: others(waiting), shown: others(shown), refused: others(refused) };
  switch (type) {
    case 'observation-sent':
      return { ...elsewhere, waiting: [...elsewhere.waiting, { id, ...(rest as Omit<Observation, 'id'>) }] };
    case 'observation-shown':
      return { ...elsewhere, shown: [...elsewhere.shown, { id, ...(rest as Omit<Observation, 'id'>) }] };
    case 'observation-refused':
      return { ...elsewhere, refused: [...elsewhere.refused, { id, ...(rest as Omit<RefusedObservation, 'id'>) }] };
  }
}

/** How many were refused of one recommendation, by rule; only rules by which some were. */
export function refusedByRule(
  { refused }: Observations,
  recommendation: string,
): Readonly<Partial<Record<ModerationRule, number>>> {
  const counts: Partial<Record<ModerationRule, number>> = {};
  for (const one of refused) if (one.recommendation === recommendation) counts[one.rule] = (counts[one.rule] ?? 0) + 1;
  return counts;
}

/** [P27] As those see them who do not read the box. */
export const unread = (observations: Observations): Observations => ({
  ...observations,
  waiting: [],
  refused: observations.refused.map(({ text: _text, ...rest }) => rest),
});

export function unreadEvent(event: ObservationEvent): ObservationEvent | null {
  if (event.type === 'observation-sent') return null;
  if (event.type === 'observation-shown') return event;
  const { text: _text, ...silent } = event;
  return silent;
}
