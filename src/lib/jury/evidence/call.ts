/** Jurors say whom else they want to hear; others sign, and the organiser answers in public. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Day, Instant, SeatId } from '../terms.ts';

export interface Call {
  readonly id: string;
  /** Whom or what kind of person, in the juror's words. */
  readonly who: Content;
  readonly why: Content;
  readonly at: Instant;
  /** The day by which the organiser answers. */
  readonly due: Day;
  /** Whoever called for the witness is the first to sign. */
  readonly signed: Counted;
  readonly answer?: { readonly granted: boolean; readonly reason: Content; readonly at: Instant };
}

export type CallEvent =
  | {
      readonly type: 'witness-called';
      readonly call: string;
      readonly who: Content;
      readonly why: Content;
      readonly at: Instant;
      readonly due: Day;
      readonly seat?: SeatId;
    }
  | { readonly type: 'call-signed'; readonly call: string; readonly seat?: SeatId }
  | {
      readonly type: 'call-answered';
      readonly call: string;
      readonly granted: boolean;
      readonly reason: Content;
      readonly at: Instant;
    };

export function evolveCalls(calls: readonly Call[], event: CallEvent): readonly Call[] {
  if (event.type === 'witness-called') {
    const { type: _type, call: id, seat, ...made } = event;
    return [...calls, { ...made, id, signed: counted(NOBODY, seat) }];
  }
  return calls.map((one) => {
    if (one.id !== event.call) return one;
    if (event.type === 'call-signed') return { ...one, signed: counted(one.signed, event.seat) };
    const { granted, reason, at } = event;
    return { ...one, answer: { granted, reason, at } };
  });
}
