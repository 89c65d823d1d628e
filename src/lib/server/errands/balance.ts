import { ok } from '../../jury/result.ts';
import type { Jury } from '../../jury/jury.ts';
import { balanceBox } from '../../jury/evidence/balance.ts';
import type { Database } from '../records/database.ts';
import { emptyBoxStatements, tallyOf } from '../records/papers.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** How balanced a hearing was is answered into a box; once the numbers are told, the papers are destroyed. */
export function balanceErrands(database: Database): Errands {
  const facts = async ({ id }: Jury, { witness }: { readonly witness: string }) =>
    ok({ answers: await tallyOf(database, id, balanceBox(witness)) });
  const alongside = ({ id, evidence }: Jury, { witness }: { readonly witness: string }) => {
    const told = evidence.ratings.some((one) => one.witness === witness && one.state === 'told');
    return Promise.resolve(told ? emptyBoxStatements(id, balanceBox(witness)) : []);
  };
  const afterwards = (): Promise<void> => database.checkpoint();
  return {
    'rate-balance': errandFor('rate-balance', { facts, alongside, afterwards }),
    'tell-balance': errandFor('tell-balance', { facts, alongside, afterwards }),
  };
}
