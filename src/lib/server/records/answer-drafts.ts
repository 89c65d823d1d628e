import type { DraftFields } from '../../jury/response/drafts.ts';
import type { Instant, JuryId, MemberId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import { expecting, type Statement } from './statement.ts';

/** What the authority's members have written of an answer so far, and which of them is to write it. */
export interface AnswerDraft {
  readonly recommendation: string;
  /** Counts how often it was saved. */
  readonly version: number;
  readonly writer: MemberId | null;
  readonly position: string | null;
  readonly reasons: string;
  readonly responsible: string;
  readonly until: string | null;
  readonly savedBy: MemberId | null;
  readonly savedAt: Instant;
}

/** Fails with `conflict` or `constraint` when the draft is no longer of the version that the new one was written from. */
export function keepDraftStatements(jury: JuryId, draft: DraftFields, by: MemberId, now: Instant): Statement[] {
  const { recommendation, version, writer, position, reasons, responsible = '', until = null } = draft;
  const words = { writer: writer || null, position: position || null, reasons, responsible, until };
  const row = { ...words, version: version + 1, saved_by: by, saved_at: now };
  if (version === 0)
    return [
      compose
        .insertInto('answer_draft')
        .values({ jury, recommendation, ...row })
        .compile(),
    ];
  const query = compose.updateTable('answer_draft').set(row).where('jury', '=', jury);
  return [expecting(1, query.where('recommendation', '=', recommendation).where('version', '=', version).compile())];
}

/** Goes once the answer is given: what is published stands in the journal. */
export function eraseDraftStatements(jury: JuryId, recommendation: string): Statement[] {
  const query = compose.deleteFrom('answer_draft').where('jury', '=', jury);
  return [query.where('recommendation', '=', recommendation).compile()];
}

export async function draftsOf({ reader }: Database, jury: JuryId): Promise<AnswerDraft[]> {
  const rows = await reader.selectFrom('answer_draft').selectAll().where('jury', '=', jury).execute();
  return rows.map(({ jury: _jury, saved_by: savedBy, saved_at: savedAt, ...draft }) => ({
    ...draft,
    savedBy,
    savedAt,
  }));
}
