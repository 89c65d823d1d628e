/** What still stands between a text and the vote on it, in the reader's language. */
import * as m from '../../lib/i18n/compiled/messages.js';
import type { LeftToDecide } from '../../lib/jury/verdict/left-to-decide.ts';
import { currentVersion } from '../../lib/jury/verdict/verdict.ts';
import type { Verdict } from '../../lib/jury/verdict/verdict.ts';
import { sayMoment } from './moments.ts';

export function sayLeft({ recommendations }: Verdict, { kind, id, recommendation }: LeftToDecide): string {
  const found = recommendations.find((one) => one.id === recommendation);
  const title = `${recommendation}. ${found ? (currentVersion(found).title.text ?? '') : ''}`;
  switch (kind) {
    case 'wording':
      return m.verdict_left_wording({ title });
    case 'source':
      return m.verdict_left_source({ title });
    case 'suggestion':
      return m.verdict_left_suggestion({ title, id });
    case 'overtaken':
      return m.verdict_left_overtaken({ title, id });
    case 'point':
      return m.verdict_left_point({ title, id });
    case 'round':
      return m.verdict_left_round({ title });
    case 'review':
      return m.drafting_left_review({ title, when: sayMoment(found?.review?.until ?? 0) });
  }
}
