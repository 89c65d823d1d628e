/** The parts of a recommendation, what each of them says, and to which of them a change is suggested. */
import { LIMITS } from '../limits.ts';
import { EXTRAS, EXTRA_LIMITS, SHORT_EXTRAS } from './extras.ts';
import type { Extra } from './extras.ts';
import { linesOf } from './plain-text.ts';
import type { Wording } from './verdict.ts';

/** Everything in a recommendation that is text. */
export type TextPart = 'title' | 'text' | 'rationale' | 'addressee' | Extra;

/** In the order in which they are read. */
export const TEXT_PARTS: readonly TextPart[] = ['title', 'text', 'rationale', 'addressee', ...EXTRAS];

/** Of one line; the others have paragraphs. */
export const ONE_LINE: readonly TextPart[] = ['title', 'addressee', ...SHORT_EXTRAS];

/** Characters. */
export const TEXT_LIMITS: Readonly<Record<TextPart, number>> = {
  title: LIMITS.line,
  text: LIMITS.paragraph,
  rationale: LIMITS.paragraph,
  addressee: LIMITS.line,
  ...EXTRA_LIMITS,
};

/** [V86] These three make an amendment, and are changed together. */
export const AMENDMENT_PARTS = ['act', 'lawNow', 'lawNew'] as const;
export type AmendmentPart = (typeof AMENDMENT_PARTS)[number];

/** What a suggestion is about, in the order in which a recommendation is read. */
export const SUGGESTED_FIELDS = [
  'title',
  'text',
  'rationale',
  'addressee',
  'byWhen',
  'cost',
  'amendment',
  'citations',
  'judgement',
] as const;
export type SuggestedField = (typeof SUGGESTED_FIELDS)[number];
/** Of those, what is suggested line by line or paragraph by paragraph. */
export type SuggestedText = Exclude<SuggestedField, 'amendment' | 'citations'>;

const ALWAYS_SAID: readonly SuggestedField[] = ['title', 'text', 'rationale', 'addressee'];

export const isText = (field: SuggestedField): field is SuggestedText => field !== 'amendment' && field !== 'citations';

/** [V85] Has one line, which is changed as a whole. */
export const isOneLine = (field: SuggestedField): boolean => ONE_LINE.some((part) => part === field);

/** Whether a recommendation may leave it out. */
export const maySayNothing = (field: SuggestedField): boolean => !ALWAYS_SAID.includes(field);

/** What a part says; empty where it is left out or was erased. */
export const textOf = (wording: Wording, part: TextPart): string =>
  part === 'addressee' ? wording.addressee : (wording[part]?.text ?? '');

/** The paragraphs of a part, in order; blank lines between them are not counted. */
export const paragraphsOf = (wording: Wording, part: TextPart): readonly string[] => linesOf(textOf(wording, part));
