/** What still stands between the text and the vote on it. */
import { reviewOf } from './drafting-events.ts';
import { needsRebase } from './taken-in.ts';
import { currentVersion } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface LeftToDecide {
  readonly kind: 'wording' | 'source' | 'suggestion' | 'overtaken' | 'point' | 'round' | 'review';
  /** Of the suggestion, sticking point, round or recommendation. */
  readonly id: string;
  readonly recommendation: string;
}

/** In the order of the recommendations, the easiest to overlook first. */
export function leftToDecide({ recommendations, suggestions, points, rounds }: Verdict): readonly LeftToDecide[] {
  return recommendations
    .filter((one) => one.state !== 'withdrawn')
    .flatMap((one) => {
      const left = (kind: LeftToDecide['kind'], id = one.id): LeftToDecide => ({ kind, id, recommendation: one.id });
      const asked = suggestions.filter((each) => each.recommendation === one.id && each.state === 'pending');
      return [
        ...points
          .filter((each) => each.recommendation === one.id && !each.settled)
          .map((each) => left('point', each.id)),
        ...asked.map((each) => left(needsRebase(one, each) ? 'overtaken' : 'suggestion', each.id)),
        ...rounds
          .filter((each) => each.recommendation === one.id && each.state === 'open')
          .map((each) => left('round', each.id)),
        ...(one.state === 'open' && reviewOf(one) ? [left('review')] : []),
        ...(currentVersion(one).citations.length === 0 && !currentVersion(one).judgement ? [left('source')] : []),
        ...(one.state === 'open' ? [left('wording')] : []),
      ];
    });
}
