/** Soundings: where the jury stands at this moment, without deciding anything. A temperature check, or a statement to agree with or not. */
import { NOBODY, counted } from '../../terms.ts';
import type { Content, Counted, SeatId } from '../../terms.ts';

/** What may be answered. The five levels of a temperature check are Loomio's and the UNDEF handbook's "can live with it". */
export const ANSWERS = {
  temperature: ['strongly-support', 'support', 'can-live-with', 'concerns', 'cannot-accept'],
  statement: ['agree', 'disagree', 'unsure'],
} as const;
export type SoundingKind = keyof typeof ANSWERS;

export interface Sounding {
  readonly id: string;
  readonly session: string;
  readonly kind: SoundingKind;
  readonly text: Content;
  /** As a juror proposed it; the same as `text` unless the facilitator put it in other words. */
  readonly proposed?: Content;
  readonly state: 'open' | 'closed';
  readonly answered: Counted;
  /** By answer, once closed; null as long as it is open, and for good where so few answered that it would tell who. */
  readonly counts: Readonly<Record<string, number>> | null;
  /** Jurors who were here when it closed or had answered; not told of older ones. */
  readonly here?: number;
}

export type Soundings = readonly Sounding[];

export type SoundingsEvent =
  | {
      readonly type: 'sounding-opened';
      readonly sounding: string;
      readonly session: string;
      readonly kind: SoundingKind;
      readonly text: Content;
      readonly proposed?: Content;
    }
  | { readonly type: 'sounding-answered'; readonly sounding: string; readonly seat?: SeatId }
  | { readonly type: 'sounding-answer-changed'; readonly sounding: string }
  | {
      readonly type: 'sounding-closed';
      readonly sounding: string;
      readonly counts: Readonly<Record<string, number>> | null;
      readonly here?: number;
    };

export function evolveSoundings(soundings: Soundings, event: SoundingsEvent): Soundings {
  if (event.type === 'sounding-opened') {
    const { sounding: id, session, kind, text, proposed } = event;
    const put = { id, session, kind, text, ...(proposed ? { proposed } : {}) };
    return [...soundings, { ...put, state: 'open', answered: NOBODY, counts: null }];
  }
  if (event.type === 'sounding-answer-changed') return soundings;
  return soundings.map((one) => {
    if (one.id !== event.sounding) return one;
    if (event.type === 'sounding-closed') {
      const { counts, here } = event;
      return { ...one, state: 'closed', counts, ...(here === undefined ? {} : { here }) };
    }
    return { ...one, answered: counted(one.answered, event.seat) };
  });
}

export const openSounding = (soundings: Soundings): Sounding | undefined =>
  soundings.find(({ state }) => state === 'open');
