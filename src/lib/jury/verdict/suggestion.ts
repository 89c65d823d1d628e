/** Suggestions: one part of a recommendation put otherwise, by any juror, on their own or others' words. */
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';
import type { Citation } from './citation.ts';
import type { AmendmentPart, SuggestedField } from './parts.ts';

/** What is to be replaced by what. */
export interface Change {
  /** The paragraph as it stood; null where one is added at the end, and where the change is not of a text. */
  readonly from: Content | null;
  /** What it should say; null where it should go, and where the change is not of a text. */
  readonly to: Content | null;
  /** [V86] Of an amendment: those of its parts that change. */
  readonly law?: readonly AmendedPart[];
  /** [V87] Of what it rests on. */
  readonly source?: SourceChange;
}

/** One part of an amendment as it stood and as it should be; null where it says nothing. */
export interface AmendedPart {
  readonly part: AmendmentPart;
  readonly from: Content | null;
  readonly to: Content | null;
}

/** Null: nothing is taken out, or nothing put in. */
export interface SourceChange {
  readonly from: Citation | null;
  readonly to: Citation | null;
}

export interface Suggestion extends Change {
  readonly id: string;
  readonly recommendation: string;
  readonly field: SuggestedField;
  readonly why: Content;
  readonly author: SeatId;
  /** [V110] Who agrees, who disagrees and who is unsure; each juror stands in one of them at most. */
  readonly support: Counted;
  readonly against: Counted;
  readonly unsure: Counted;
  readonly state: 'pending' | 'accepted' | 'rejected' | 'withdrawn';
  /** Why it was rejected. */
  readonly reason?: Content;
  /** Who accepted or rejected it, and the version that came of it. Absent in old journals, and where it was undone. */
  readonly decided?: Decided;
  /** [V100] Who objects to its having been accepted; absent where nobody does. */
  readonly objections?: Counted;
}

export interface Decided {
  readonly by: SeatId;
  readonly at: Instant;
  readonly version: number;
}

/** [V110] What a juror may say to another's suggestion. To agree is told as support, as it was when one could do nothing else. */
export const STANCES = ['agree', 'disagree', 'unsure'] as const;
export type Stance = (typeof STANCES)[number];

interface Doubt {
  readonly suggestion: string;
  readonly stance: Exclude<Stance, 'agree'>;
  readonly seat?: SeatId;
}

/** Where those of a stance are counted. */
const COUNTED_IN = { agree: 'support', disagree: 'against', unsure: 'unsure' } as const;

/** [V110] Who takes this stance. */
export const ofStance = (one: Suggestion, stance: Stance): Counted => one[COUNTED_IN[stance]];

export const stanceOf = (one: Suggestion, seat: SeatId): Stance | undefined =>
  STANCES.find((stance) => ofStance(one, stance).seats.includes(seat));

const UNJUDGED = { support: NOBODY, against: NOBODY, unsure: NOBODY } as const;

/** [V78] How long a decision on a suggestion can be undone. Milliseconds. */
export const UNDO_WITHIN = 10_000;

export type SuggestionEvent =
  | ({ readonly type: 'suggestion-made'; readonly suggestion: string } & Omit<
      Suggestion,
      'id' | 'support' | 'against' | 'unsure' | 'state' | 'reason' | 'decided'
    >)
  | { readonly type: 'suggestion-supported'; readonly suggestion: string; readonly seat?: SeatId }
  | { readonly type: 'suggestion-unsupported'; readonly suggestion: string; readonly seat?: SeatId }
  | ({ readonly type: 'suggestion-doubted' | 'suggestion-undoubted' } & Doubt)
  | ({ readonly type: 'suggestion-rebased'; readonly suggestion: string } & Change)
  | ({ readonly type: 'suggestion-accepted'; readonly suggestion: string } & Partial<Decided>)
  | ({ readonly type: 'suggestion-rejected'; readonly suggestion: string; readonly reason: Content } & Partial<Decided>)
  | { readonly type: 'suggestion-undone'; readonly suggestion: string }
  | { readonly type: 'suggestion-withdrawn'; readonly suggestion: string };

export function evolveSuggestions(suggestions: readonly Suggestion[], event: SuggestionEvent): readonly Suggestion[] {
  const change = (by: (one: Suggestion) => Partial<Suggestion>): readonly Suggestion[] =>
    suggestions.map((one) => (one.id === event.suggestion ? { ...one, ...by(one) } : one));
  switch (event.type) {
    case 'suggestion-made': {
      const { type: _type, suggestion: id, ...made } = event;
      return [...suggestions, { id, ...made, ...UNJUDGED, state: 'pending' }];
    }
    case 'suggestion-supported':
      return change((one) => ({ support: counted(one.support, event.seat) }));
    case 'suggestion-unsupported':
      return change((one) => ({ support: uncounted(one.support, event.seat) }));
    case 'suggestion-doubted':
      return change((one) => ({ [COUNTED_IN[event.stance]]: counted(ofStance(one, event.stance), event.seat) }));
    case 'suggestion-undoubted':
      return change((one) => ({ [COUNTED_IN[event.stance]]: uncounted(ofStance(one, event.stance), event.seat) }));
    case 'suggestion-rebased': {
      const { type: _type, suggestion: _suggestion, ...anew } = event;
      // Whoever judged the old words has not read the new ones.
      return change(() => ({ ...anew, ...UNJUDGED }));
    }
    case 'suggestion-accepted':
      return change(() => ({ state: 'accepted', ...decidedIn(event) }));
    case 'suggestion-rejected':
      return change(() => ({ state: 'rejected', reason: event.reason, ...decidedIn(event) }));
    case 'suggestion-undone':
      return suggestions.map((one) => (one.id === event.suggestion ? pendingAgain(one) : one));
    case 'suggestion-withdrawn':
      return change(() => ({ state: 'withdrawn' }));
  }
}

const decidedIn = ({ by, at, version }: Partial<Decided>): { readonly decided?: Decided } =>
  by === undefined || at === undefined || version === undefined ? {} : { decided: { by, at, version } };

const pendingAgain = ({ reason: _reason, decided: _decided, ...one }: Suggestion): Suggestion => ({
  ...one,
  state: 'pending',
});
