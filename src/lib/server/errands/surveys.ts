import { randomBytes } from 'node:crypto';
import type { Jury } from '../../jury/jury.ts';
import { ok } from '../../jury/result.ts';
import { SURVEYS } from '../../jury/surveys/items.ts';
import type { SurveyId } from '../../jury/surveys/items.ts';
import { spentSurveys } from '../../jury/surveys/rules.ts';
import { boxOf, readSheets } from '../../jury/surveys/sheets.ts';
import type { Database } from '../records/database.ts';
import { emptyBoxStatements, shuffleStatements, tallyOf } from '../records/papers.ts';
import type { Statement } from '../records/statement.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** Sheets lie in a box like ballot papers. At the close of a survey they are shuffled, or destroyed when nothing more is to be learnt from them. */
export function surveyErrands(database: Database): Errands {
  const facts = async ({ id }: Jury) => {
    const sheetsIn = async (survey: SurveyId) =>
      [survey, readSheets(Object.keys(await tallyOf(database, id, boxOf(survey))))] as const;
    return ok({ sheets: Object.fromEntries(await Promise.all(SURVEYS.map(sheetsIn))) });
  };
  const destroy = (jury: Jury): Statement[] =>
    spentSurveys(jury).flatMap((survey) => emptyBoxStatements(jury.id, boxOf(survey)));
  const afterwards = (): Promise<void> => database.checkpoint();

  return {
    'answer-survey': errandFor('answer-survey', { facts, afterwards }),
    'close-survey': errandFor('close-survey', {
      facts,
      async alongside(jury, { survey }) {
        if (spentSurveys(jury).includes(survey)) return destroy(jury);
        const box = boxOf(survey);
        return shuffleStatements(jury.id, box, await tallyOf(database, jury.id, box), () =>
          randomBytes(16).toString('hex'),
        );
      },
      afterwards,
    }),
    'advance-stage': errandFor('advance-stage', { alongside: (jury) => Promise.resolve(destroy(jury)), afterwards }),
  };
}
