/** Suggestions: one paragraph of a recommendation put otherwise, by any juror, on their own or others' words. */
import { linesOf } from './plain-text.ts';
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';
import type { Recommendation, Wording } from './verdict.ts';

export const SUGGESTED_FIELDS = ['title', 'text', 'rationale'] as const;
export type SuggestedField = (typeof SUGGESTED_FIELDS)[number];

export interface Suggestion {
  readonly id: string;
  readonly recommendation: string;
  readonly field: SuggestedField;
  /** The paragraph as it stood; null where one is added at the end. */
  readonly from: Content | null;
  /** What it should say; null where it should go. */
  readonly to: Content | null;
  readonly why: Content;
  readonly author: SeatId;
  readonly support: Counted;
  readonly state: 'pending' | 'accepted' | 'rejected' | 'withdrawn';
  /** Why it was rejected. */
  readonly reason?: Content;
  /** Who accepted or rejected it, and the version that came of it. Absent in old journals, and where it was undone. */
  readonly decided?: Decided;
}

export interface Decided {
  readonly by: SeatId;
  readonly at: Instant;
  readonly version: number;
}

/** [V78] How long a decision on a suggestion can be undone. Milliseconds. */
export const UNDO_WITHIN = 10_000;

export type SuggestionEvent =
  | ({ readonly type: 'suggestion-made'; readonly suggestion: string } & Omit<
      Suggestion,
      'id' | 'support' | 'state' | 'reason' | 'decided'
    >)
  | { readonly type: 'suggestion-supported'; readonly suggestion: string; readonly seat?: SeatId }
  | { readonly type: 'suggestion-unsupported'; readonly suggestion: string; readonly seat?: SeatId }
  | ({ readonly type: 'suggestion-rebased'; readonly suggestion: string } & Pick<Suggestion, 'from' | 'to'>)
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
      return [...suggestions, { id, ...made, support: NOBODY, state: 'pending' }];
    }
    case 'suggestion-supported':
      return change((one) => ({ support: counted(one.support, event.seat) }));
    case 'suggestion-unsupported':
      return change((one) => ({ support: uncounted(one.support, event.seat) }));
    case 'suggestion-rebased':
      // Whoever supported the old words has not read the new ones.
      return change(() => ({ from: event.from, to: event.to, support: NOBODY }));
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

/** The paragraphs of a field, in order; blank lines between them are not counted. */
export const paragraphsOf = (wording: Wording, field: SuggestedField): readonly string[] =>
  linesOf(wording[field].text ?? '');

/** [V37] Whether the paragraph that it would replace is no longer there, so that its author has to look again. */
export function needsRebase({ versions }: Recommendation, { field, from, state }: Suggestion): boolean {
  const current = versions[versions.length - 1];
  return state === 'pending' && from !== null && !!current && !paragraphsOf(current, field).includes(from.text ?? '');
}

/** The field with the suggestion taken in; null when the paragraph that it would replace is not there. */
export function applied(wording: Wording, { field, from, to }: Suggestion): string | null {
  const whole = wording[field].text ?? '';
  if (from === null) return `${whole}\n\n${to?.text ?? ''}`;
  const lines = whole.split('\n');
  const at = lines.indexOf(from.text ?? '');
  if (at < 0) return null;
  return lines
    .toSpliced(at, 1, ...(to === null ? [] : [to.text ?? '']))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
