/** How balanced the jurors found a hearing. The answers lie in a box; the state knows who answered, and at the end how many said what. */
import { NOBODY, counted } from '../terms.ts';
import type { Counted, SeatId, WitnessId } from '../terms.ts';

export const BALANCE = ['balanced', 'partly', 'one-sided'] as const;
export type Balanced = (typeof BALANCE)[number];

export interface BalanceRating {
  readonly witness: WitnessId;
  readonly state: 'open' | 'told';
  readonly raters: Counted;
  /** Once told; null as long as it is open, and for good where fewer than five answered. */
  readonly counts: Readonly<Record<string, number>> | null;
}

export type BalanceEvent =
  | { readonly type: 'balance-rated'; readonly witness: WitnessId; readonly seat?: SeatId }
  | {
      readonly type: 'balance-told';
      readonly witness: WitnessId;
      readonly counts: Readonly<Record<string, number>> | null;
    };

/** The box in which the answers about one hearing lie. */
export const balanceBox = (witness: WitnessId): string => `balance-${witness}`;

export function evolveBalance(ratings: readonly BalanceRating[], event: BalanceEvent): readonly BalanceRating[] {
  const { witness } = event;
  const before = ratings.find((one) => one.witness === witness);
  const old: BalanceRating = before ?? { witness, state: 'open', raters: NOBODY, counts: null };
  const after: BalanceRating =
    event.type === 'balance-rated'
      ? { ...old, raters: counted(old.raters, event.seat) }
      : { ...old, state: 'told', counts: event.counts };
  return before ? ratings.map((one) => (one === before ? after : one)) : [...ratings, after];
}
