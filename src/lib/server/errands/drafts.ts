import { ok } from '../../jury/result.ts';
import type { DraftWords } from '../../jury/verdict/writing-rules.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { destroyDraftsStatements } from '../records/drafts.ts';
import type { Statement } from '../records/statement.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** Files what the writers have in common, and destroys drafts that nobody works on any more ([V49]). */
export function draftErrands(drafts: Drafts): Errands {
  /** The rows that belong to the words that were found for one filing. */
  const filings = new WeakMap<DraftWords, readonly Statement[]>();
  return {
    'file-draft': errandFor('file-draft', {
      async facts({ id, verdict }, command) {
        const recommendation = verdict.recommendations.find((one) => one.id === command.recommendation);
        const draft = recommendation?.state === 'open' ? await drafts.forFiling(id, recommendation) : undefined;
        if (draft) filings.set(draft.words, draft.filed);
        return ok(draft ? { draft: draft.words } : {});
      },
      alongside: (_jury, _command, facts) => Promise.resolve((facts.draft && filings.get(facts.draft)) ?? []),
    }),
    'withdraw-recommendation': errandFor('withdraw-recommendation', {
      alongside({ id }, { recommendation }) {
        drafts.forget(id, recommendation);
        return Promise.resolve(destroyDraftsStatements(id, recommendation));
      },
    }),
    'publish-verdict': errandFor('publish-verdict', {
      alongside({ id }) {
        drafts.forget(id);
        return Promise.resolve(destroyDraftsStatements(id));
      },
    }),
  };
}
