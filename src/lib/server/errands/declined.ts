import type { Jury } from '../../jury/jury.ts';
import type { Content } from '../../jury/terms.ts';
import { eraseContentStatements } from '../records/contents.ts';
import type { Database } from '../records/database.ts';
import type { Statement } from '../records/statement.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** Words that were declined because they are about a person are erased where they are kept, with the salt of their hash. */
export function declinedErrands(database: Database): Errands {
  const afterwards = (): Promise<void> => database.checkpoint();
  return {
    'decline-public-question': errandFor('decline-public-question', {
      alongside: (jury, { sent, rule }) => {
        const question = jury.evidence.fromPublic.box.find((one) => one.id === sent);
        return Promise.resolve(rule === 'personal' ? erased(jury, question?.text, question?.name) : []);
      },
      afterwards,
    }),
    'decline-fact-check': errandFor('decline-fact-check', {
      alongside: (jury, { check, rule }) => {
        const found = jury.evidence.checks.find((one) => one.id === check);
        return Promise.resolve(rule === 'personal' ? erased(jury, found?.claim) : []);
      },
      afterwards,
    }),
  };
}

const erased = ({ id }: Jury, ...texts: readonly (Content | undefined)[]): Statement[] =>
  texts.flatMap((text) => (text ? eraseContentStatements(id, text.sha256) : []));
