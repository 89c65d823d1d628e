import { ok } from '../../jury/result.ts';
import { answerUnder, writeAnswer } from '../../jury/deliberation/soundings/answers.ts';
import type { Jury } from '../../jury/jury.ts';
import type { Database } from '../records/database.ts';
import { emptyBoxStatements, takeOutStatements, tallyOf } from '../records/papers.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** The answers lie in a box like ballot papers; once they are counted, the papers are destroyed. */
export function soundingErrands(database: Database): Errands {
  const facts = async ({ id }: Jury, { sounding }: { readonly sounding: string }) =>
    ok({ answers: await tallyOf(database, id, sounding) });
  const alongside = ({ id, soundings }: Jury, { sounding }: { readonly sounding: string }) => {
    const over = soundings.some((one) => one.id === sounding && one.state === 'closed');
    return Promise.resolve(over ? emptyBoxStatements(id, sounding) : []);
  };
  const afterwards = (): Promise<void> => database.checkpoint();
  return {
    'answer-sounding': errandFor('answer-sounding', { facts, alongside, afterwards }),
    'change-answer': errandFor('change-answer', {
      facts,
      alongside({ id }, { sounding, code }, { answers = {} }) {
        const before = answerUnder(code, answers) ?? '';
        return Promise.resolve(takeOutStatements(id, sounding, writeAnswer(before, code)));
      },
      // The answer as it was must not stay behind in the files.
      afterwards,
    }),
    'close-sounding': errandFor('close-sounding', { facts, alongside, afterwards }),
  };
}
