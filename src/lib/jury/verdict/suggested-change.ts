/** [V35] [V85] [V86] [V87] What a juror suggests to replace by what, from the version that they had before them. */
import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { asCited, faultIn, keyOf, sealedCitation, withVersion } from './citation.ts';
import type { Cited } from './citation.ts';
import { faultInAmendment } from './extras.ts';
import { AMENDMENT_PARTS, TEXT_LIMITS, isOneLine, isText, maySayNothing, paragraphsOf, textOf } from './parts.ts';
import type { AmendmentPart, SuggestedField, SuggestedText } from './parts.ts';
import type { Change } from './suggestion.ts';
import { currentVersion } from './verdict.ts';
import type { Wording } from './verdict.ts';

/** As the command says it: of the three kinds the one that the field is of. */
export interface Wish extends Readonly<Partial<Record<AmendmentPart, string | undefined>>> {
  readonly recommendation: string;
  readonly field: SuggestedField;
  readonly base: number;
  /** Counted from one; none of them adds a paragraph at the end. */
  readonly paragraph: number;
  readonly instead?: string | undefined;
  readonly addSource?: Cited | undefined;
  readonly dropSource?: Cited | undefined;
}

export function changeOf(asked: Asked, wish: Wish): Result<Change> {
  const found = asked.jury.verdict.recommendations.find((one) => one.id === wish.recommendation);
  if (!found) return refuse('unknown-recommendation');
  if (found.state === 'withdrawn') return refuse('recommendation-not-open');
  if (wish.base !== found.versions.length) return refuse('recommendation-changed');
  const current = currentVersion(found);
  const { field } = wish;
  if (field === 'amendment') return ofAmendment(asked, current, wish);
  if (field === 'citations') return ofSources(asked, current, wish);
  return isText(field) ? ofText(asked, current, field, wish) : refuse('nothing-suggested');
}

function ofText({ seal }: Asked, current: Wording, field: SuggestedText, { paragraph, instead }: Wish): Result<Change> {
  const old = paragraph === 0 ? null : paragraphsOf(current, field)[paragraph - 1];
  const goes = instead === undefined;
  if (old === undefined || (old === null && goes) || old === instead) return refuse('nothing-suggested');
  if (isOneLine(field)) {
    if (goes && !maySayNothing(field)) return refuse('nothing-suggested');
    // [V85] There is one line only: it is changed, and no second one added.
    if (old === null && textOf(current, field) !== '') return refuse('nothing-suggested');
    if (instead?.includes('\n')) return refuse('one-line-only');
    if ((instead ?? '').length > TEXT_LIMITS[field]) return refuse('text-too-long', { limit: TEXT_LIMITS[field] });
  }
  return ok({ from: old === null ? null : seal(old), to: goes ? null : seal(instead) });
}

function ofAmendment({ seal }: Asked, current: Wording, wish: Wish): Result<Change> {
  const changed = AMENDMENT_PARTS.filter((part) => (wish[part] ?? '') !== textOf(current, part));
  if (changed.length === 0) return refuse('nothing-suggested');
  const fault = faultInAmendment(wish);
  if (fault) return { ok: false, error: fault };
  const sealed = (text: string) => (text === '' ? null : seal(text));
  return ok({
    from: null,
    to: null,
    law: changed.map((part) => ({
      part,
      from: sealed(textOf(current, part)),
      to: sealed(wish[part] ?? ''),
    })),
  });
}

function ofSources(asked: Asked, { citations }: Wording, { addSource, dropSource }: Wish): Result<Change> {
  const add = addSource && withVersion(addSource, asked);
  const keyed = (cited: Cited): boolean => citations.some((one) => keyOf(asCited(one)) === keyOf(cited));
  const nothing = !add && !dropSource;
  if (nothing || (add && keyed(add)) || (dropSource && !keyed(dropSource))) return refuse('nothing-suggested');
  const fault = add ? faultIn([add], asked) : null;
  if (fault) return { ok: false, error: fault };
  const gone = dropSource && citations.find((one) => keyOf(asCited(one)) === keyOf(dropSource));
  return ok({
    from: null,
    to: null,
    source: { from: gone ?? null, to: add ? sealedCitation(add, asked.seal) : null },
  });
}
