/** What a vote comes to in words: stated by the office when the result is certified, agreed with by jurors, every version kept. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Day, Instant, SeatId } from '../terms.ts';

export interface OutcomeWords {
  /** What was decided. */
  readonly text: Content;
  readonly next: Content;
  /** When somebody looks at it again. */
  readonly reviewOn: Day;
  readonly at: Instant;
  /** How many jurors there are who could agree with it. */
  readonly jurors: number;
}

export interface OutcomeVersion extends OutcomeWords {
  readonly agreed: Counted;
}

export interface StatedOutcome {
  readonly ballot: string;
  /** The last one is the current one. */
  readonly versions: readonly OutcomeVersion[];
}

export type OutcomeEvent =
  | ({ readonly type: 'outcome-stated'; readonly ballot: string } & OutcomeWords)
  | { readonly type: 'outcome-agreed'; readonly ballot: string; readonly seat?: SeatId };

export const outcomeOf = (outcomes: readonly StatedOutcome[], ballot: string): StatedOutcome | undefined =>
  outcomes.find((one) => one.ballot === ballot);

type WithOutcomes = { readonly outcomes: readonly StatedOutcome[]; readonly approvals: Counted };

export function evolveOutcomes<V extends WithOutcomes>(verdict: V, event: OutcomeEvent): V {
  const { ballot } = event;
  const before = outcomeOf(verdict.outcomes, ballot)?.versions ?? [];
  const with_ = (versions: readonly OutcomeVersion[]): readonly StatedOutcome[] =>
    before.length > 0
      ? verdict.outcomes.map((one) => (one.ballot === ballot ? { ballot, versions } : one))
      : [...verdict.outcomes, { ballot, versions }];
  switch (event.type) {
    case 'outcome-stated': {
      const { type: _type, ballot: _ballot, ...words } = event;
      // [V18] What was approved is no longer all that goes out.
      return { ...verdict, outcomes: with_([...before, { ...words, agreed: NOBODY }]), approvals: NOBODY };
    }
    case 'outcome-agreed': {
      const versions = before.map((one, at) =>
        at === before.length - 1 ? { ...one, agreed: counted(one.agreed, event.seat) } : one,
      );
      return { ...verdict, outcomes: with_(versions) };
    }
  }
}
