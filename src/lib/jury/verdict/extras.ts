/** What a recommendation may say besides the four things that each one says. All of it may be left out. */
import { LIMITS } from '../limits.ts';
import { refuse } from '../result.ts';
import type { Refusal } from '../result.ts';
import type { Content } from '../terms.ts';

/**
 * [V70] By when, and what it costs or takes away from something else. [V71] The act and article that it would amend, its words now and the words
 * proposed. [V72] The value judgement that it rests on where it rests on no source.
 */
export const EXTRAS = ['byWhen', 'cost', 'act', 'lawNow', 'lawNew', 'judgement'] as const;
export type Extra = (typeof EXTRAS)[number];

/** Of one line; the others have paragraphs. */
export const SHORT_EXTRAS: readonly Extra[] = ['byWhen', 'act'];

/** Characters. */
export const EXTRA_LIMITS: Readonly<Record<Extra, number>> = {
  byWhen: LIMITS.line,
  cost: LIMITS.paragraph,
  act: LIMITS.line,
  lawNow: LIMITS.paragraph,
  lawNew: LIMITS.paragraph,
  judgement: LIMITS.paragraph,
};

export type Extras<T> = { readonly [E in Extra]?: T };

/** Those that are there. */
export function extrasOf<T>(from: { readonly [E in Extra]?: T | undefined }): Extras<T> {
  return Object.fromEntries(
    EXTRAS.flatMap((extra) => (from[extra] === undefined || from[extra] === '' ? [] : [[extra, from[extra]]])),
  );
}

/** [A4] Seals what is there; call it only once nothing else can be refused. */
export const sealed = (
  from: { readonly [E in Extra]?: string | undefined },
  seal: (text: string) => Content,
): Extras<Content> =>
  Object.fromEntries(Object.entries(extrasOf(from)).map(([extra, text]) => [extra, seal(text as string)]));

/** [V71] An amendment names its act and changes something in it; words now and none proposed are struck out. */
export function faultInAmendment(from: { readonly [E in Extra]?: string | undefined }): Refusal | null {
  const { act = '', lawNow = '', lawNew = '' } = from;
  if (act === '' && lawNow === '' && lawNew === '') return null;
  return act === '' || lawNow === lawNew ? refuse('amendment-incomplete').error : null;
}

/** What each says, as it is published and hashed. */
export const extraTexts = (from: Extras<Content>): Extras<string> =>
  Object.fromEntries(
    Object.entries(extrasOf(from)).map(([extra, content]) => [extra, (content as Content).text ?? '']),
  );
