import * as m from '../../../../../lib/i18n/compiled/messages.js';
import { term } from '../../../../../lib/i18n/terms.ts';
import type { Ballot, Recommendation } from '../../../../../lib/jury/verdict/verdict.ts';

/** How far a recommendation has come, in words; `writers` is the size of its writing group, 0 where none stands. */
export function sayState({ state }: Recommendation, ballot: Ballot | undefined, writers = 0): string {
  if (ballot?.decision) return term('outcome', ballot.decision.outcome);
  if (ballot?.state === 'open') return m.verdict_state_voting();
  if (ballot?.state === 'paused') return m.verdict_state_paused();
  switch (state) {
    case 'open':
      return writers > 0 ? m.writing_state_group() : m.verdict_state_open();
    case 'frozen':
      return m.verdict_state_frozen();
    case 'withdrawn':
      return m.verdict_state_withdrawn();
  }
}
