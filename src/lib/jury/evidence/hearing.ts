/** A witness's hearing and what they hand in before it: by when, and how long they were heard. */
import type { Content, Day, Instant, WitnessId } from '../terms.ts';
import type { Witness } from './evidence.ts';

export interface Handout {
  readonly due: Day;
  /** Each time the day was put off, oldest first. */
  readonly extended: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly reason: Content;
    readonly at: Instant;
  }[];
}

/** Only an extension has a reason. */
export interface HandoutEvent {
  readonly type: 'handout-day-set';
  readonly witness: WitnessId;
  readonly day: Day;
  readonly at: Instant;
  readonly reason?: Content;
}

/** Journals from before the minutes were counted say no time. */
export type HearingEvent =
  | {
      readonly type: 'hearing-opened';
      readonly witness: WitnessId;
      /** How many support each question: from now on no secret. */
      readonly counts: Readonly<Record<string, number>>;
      readonly at?: Instant;
    }
  | { readonly type: 'hearing-closed'; readonly witness: WitnessId; readonly at?: Instant };

export function evolveHandout(witnesses: readonly Witness[], event: HandoutEvent): readonly Witness[] {
  const { day: to, reason, at } = event;
  return witnesses.map((one) => {
    if (one.id !== event.witness) return one;
    const { due: from = to, extended = [] } = one.handout ?? {};
    return { ...one, handout: { due: to, extended: reason ? [...extended, { from, to, reason, at }] : extended } };
  });
}

/** [E44] From the opening to the close; one that is taken up again is added. */
export function evolveHeard(witnesses: readonly Witness[], event: HearingEvent): readonly Witness[] {
  return witnesses.map((one) => {
    if (one.id !== event.witness) return one;
    const { openSince, ...witness } = one;
    if (event.type === 'hearing-opened')
      return { ...witness, hearing: 'open', ...(event.at === undefined ? {} : { openSince: event.at }) };
    if (openSince === undefined || event.at === undefined) return { ...witness, hearing: 'closed' };
    return { ...witness, hearing: 'closed', heard: (witness.heard ?? 0) + Math.max(0, event.at - openSince) };
  });
}
