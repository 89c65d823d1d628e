/** What a recommendation would say with a suggestion taken in, and whether another change has been there first. */
import { asCited, keyOf } from './citation.ts';
import type { Citation } from './citation.ts';
import { faultInAmendment } from './extras.ts';
import { AMENDMENT_PARTS, isOneLine, isText, textOf } from './parts.ts';
import type { SuggestedText, TextPart } from './parts.ts';
import type { Change, Suggestion } from './suggestion.ts';
import type { Recommendation, Wording } from './verdict.ts';

/** What changes: texts by their part, empty where one goes, and what it rests on. */
export interface TakenIn {
  readonly texts: Readonly<Partial<Record<TextPart, string>>>;
  readonly citations?: readonly Citation[];
}

type Suggested = Change & Pick<Suggestion, 'field'>;

/** Null where what it would change is no longer there, so that it cannot be taken in. */
export function takenIn(wording: Wording, { field, ...change }: Suggested): TakenIn | null {
  if (field === 'amendment') return amended(wording, change);
  if (field === 'citations') return cited(wording, change);
  const text = rewritten(wording, field, change);
  return text === null ? null : { texts: { [field]: text } };
}

/** [V37] Whether another change came first, so that its author has to look again. */
export function needsRebase({ versions }: Recommendation, suggestion: Suggestion): boolean {
  const current = versions[versions.length - 1];
  return suggestion.state === 'pending' && !!current && takenIn(current, suggestion) === null;
}

/** [V88] Whether two that wait are about the same thing, so that accepting one overtakes the other. */
export function collides(one: Suggestion, other: Suggestion): boolean {
  const both = one.state === 'pending' && other.state === 'pending' && one.id !== other.id;
  if (!both || one.recommendation !== other.recommendation || one.field !== other.field) return false;
  if (isText(one.field)) return isOneLine(one.field) || (one.from !== null && one.from.text === other.from?.text);
  const touched = touchedBy(other);
  return touchedBy(one).some((each) => touched.includes(each));
}

function rewritten(wording: Wording, field: SuggestedText, { from, to }: Change): string | null {
  const whole = textOf(wording, field);
  if (from === null) {
    if (isOneLine(field)) return whole === '' ? (to?.text ?? '') : null;
    return whole === '' ? (to?.text ?? '') : `${whole}\n\n${to?.text ?? ''}`;
  }
  const lines = whole.split('\n');
  // What was erased stands nowhere.
  const at = from.text === null ? -1 : lines.indexOf(from.text);
  if (at < 0) return null;
  return lines
    .toSpliced(at, 1, ...(to === null ? [] : [to.text ?? '']))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function amended(wording: Wording, { law = [] }: Change): TakenIn | null {
  if (law.some(({ part, from }) => textOf(wording, part) !== (from?.text ?? ''))) return null;
  const texts = Object.fromEntries(law.map(({ part, to }) => [part, to?.text ?? '']));
  const now = Object.fromEntries(AMENDMENT_PARTS.map((part) => [part, textOf(wording, part)]));
  // Two changes that are each whole can make one that is not.
  return faultInAmendment({ ...now, ...texts }) ? null : { texts };
}

function cited({ citations }: Wording, { source }: Change): TakenIn | null {
  const from = source?.from ? keyIn(source.from) : null;
  const to = source?.to ?? null;
  const keys = citations.map(keyIn);
  if ((from !== null && !keys.includes(from)) || (to && keys.includes(keyIn(to)))) return null;
  const left = citations.filter((_, index) => keys[index] !== from);
  return { texts: {}, citations: to ? [...left, to] : left };
}

const keyIn = (citation: Citation): string => keyOf(asCited(citation));

const touchedBy = ({ law = [], source }: Suggestion): readonly string[] => [
  ...law.map(({ part }) => part),
  ...[source?.from, source?.to].flatMap((one) => (one ? [keyIn(one)] : [])),
];
