import { asCited, keyOf } from '../../../../../../../lib/jury/verdict/citation.ts';
import type { SourceChange } from '../../../../../../../lib/jury/verdict/suggestion.ts';

/** What the fields for a source begin with: what came back with a form, else what was suggested before, else nothing. */
export function wishedSource(suggested: SourceChange | undefined, returned: Readonly<Record<string, string>>) {
  const put = suggested?.to && asCited(suggested.to);
  const whole = put ? keyOf({ ...put, quote: undefined }) : '';
  return {
    add: returned['addSource'] ?? whole,
    drop: returned['dropSource'] ?? (suggested?.from ? keyOf(asCited(suggested.from)) : ''),
    passage: returned['passage'] ?? put?.quote ?? '',
    passageOf: returned['passageOf'] ?? (put?.quote === undefined ? '' : whole),
  };
}
