/** Translations that come when the verdict is out: proposed, agreed to, and kept beside those before them. */
import type { Content, Instant, MemberId } from '../terms.ts';
import type { Translation } from './translation.ts';

export interface LateTranslation extends Translation {
  readonly id: string;
  readonly by: MemberId;
  readonly state: 'proposed' | 'agreed' | 'dropped';
  /** When it was agreed to. */
  readonly at: Instant | null;
  /** [P91] Why a place in it that names somebody may stand. */
  readonly why?: Content;
}

export type LateTranslationEvent =
  | ({ readonly type: 'translation-proposed'; readonly translation: string; readonly by: MemberId } & Translation)
  | { readonly type: 'translation-agreed'; readonly translation: string; readonly at: Instant; readonly why?: Content }
  | { readonly type: 'translation-dropped'; readonly translation: string };

export function evolveLateTranslations(
  all: readonly LateTranslation[],
  event: LateTranslationEvent,
): readonly LateTranslation[] {
  const changed = (change: Pick<LateTranslation, 'state' | 'at' | 'why'>): readonly LateTranslation[] =>
    all.map((one) => (one.id === event.translation ? { ...one, ...change } : one));
  switch (event.type) {
    case 'translation-proposed': {
      const { type: _type, translation: id, ...words } = event;
      return [...all, { ...words, id, state: 'proposed', at: null }];
    }
    case 'translation-agreed':
      return changed({ state: 'agreed', at: event.at, ...(event.why ? { why: event.why } : {}) });
    case 'translation-dropped':
      return changed({ state: 'dropped', at: null });
  }
}

/** [P50] Those agreed to of exactly these words, in the order in which they were; none takes the place of another. */
export const agreedTranslationsOf = (
  all: readonly LateTranslation[],
  of: string,
  source: string,
): readonly (LateTranslation & { readonly at: Instant })[] =>
  all
    .flatMap((one) => (one.of === of && one.source === source && one.at !== null ? [{ ...one, at: one.at }] : []))
    .toSorted((a, b) => a.at - b.at);
