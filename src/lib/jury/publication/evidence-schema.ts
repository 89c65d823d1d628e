/** The shape of the parts of `record.json` that tell of the hearings. */
import * as v from 'valibot';
import { BALANCE } from '../evidence/balance.ts';
import { NOMINATED_BY, WITNESS_KINDS } from '../evidence/commands.ts';
import { CLAIMED_IN, FINDINGS } from '../evidence/fact-check.ts';
import { LEDGER_POSITIONS } from '../evidence/ledger.ts';
import { QUESTION_RULES } from '../evidence/public-question.ts';
import { content, count, day, instant } from './shapes.ts';

const row = {
  witnesses: count,
  minutes: v.pipe(count, v.description('Heard in hearings that are over.')),
  planned: v.pipe(count, v.description('Heard, or planned where a hearing is still to come.')),
  exhibits: count,
};

export const hearingsShape = {
  balance: v.pipe(
    v.object({
      positions: v.array(v.object({ ...row, position: v.picklist(LEDGER_POSITIONS) })),
      kinds: v.array(v.object({ ...row, kind: v.picklist(WITNESS_KINDS) })),
      nominators: v.array(v.object({ ...row, by: v.picklist(NOMINATED_BY) })),
      oneSided: v.nullable(v.picklist(NOMINATED_BY)),
      leansTo: v.nullable(v.picklist(['for', 'against'])),
      ratings: v.pipe(
        v.array(
          v.object({
            witness: v.string(),
            answered: count,
            counts: v.nullable(v.partial(v.object(v.entriesFromList(BALANCE, count)))),
          }),
        ),
        v.description('How balanced the jurors found each hearing; null below five answers.'),
      ),
    }),
    v.description('What the jury was shown and told, by position, kind of witness and who put it forward.'),
  ),
  publicQuestions: v.pipe(
    v.object({
      open: v.boolean(),
      sent: count,
      waiting: count,
      declined: v.object(v.entriesFromList(QUESTION_RULES, count)),
      admitted: v.array(
        v.object({
          id: v.string(),
          text: content,
          name: v.optional(content),
          sentAt: instant,
          question: v.optional(v.pipe(v.string(), v.description('The question to a witness that it became.'))),
        }),
      ),
      put: v.array(v.object({ id: v.string(), as: v.string(), witness: v.string() })),
    }),
    v.description('What anyone sent to the jury from outside, and what became of it.'),
  ),
  factChecks: v.pipe(
    v.object({
      owed: v.array(v.object({ id: v.string(), due: day })),
      declined: count,
      answered: v.array(
        v.object({
          id: v.string(),
          kind: v.picklist(CLAIMED_IN),
          of: v.nullable(v.string()),
          claim: content,
          at: instant,
          due: day,
          supported: count,
          answer: v.object({ finding: v.picklist(FINDINGS), text: content, source: content, at: instant }),
        }),
      ),
    }),
    v.description('Claims that jurors had checked.'),
  ),
};
