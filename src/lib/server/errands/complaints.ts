import type { CommandOf } from '../../jury/commands.ts';
import type { Jury } from '../../jury/jury.ts';
import { ok } from '../../jury/result.ts';
import type { Actor, JuryId } from '../../jury/terms.ts';
import { accountNames } from '../records/accounts.ts';
import type { Database } from '../records/database.ts';
import { personAt } from '../records/people.ts';
import { jurorFinder } from '../release/scan.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

type Answer = Pick<CommandOf<'answer-complaint'>, 'complaint' | 'summary' | 'reply'>;

export function complaintErrands(database: Database): Errands {
  return {
    'answer-complaint': errandFor('answer-complaint', {
      facts: async (jury, answer) => ok({ findings: (await namesInAnswer(database, jury, answer)).length }),
    }),
  };
}

/** [P84] Where what oversight writes for the public names a juror or whoever complained, with the words around it. */
export async function namesInAnswer(
  database: Database,
  jury: Jury,
  { complaint, summary, reply }: Answer,
): Promise<readonly string[]> {
  const complainant = jury.complaints.find(({ id }) => id === complaint)?.complainant;
  const find = await jurorFinder(database, jury, await namesOf(database, jury.id, complainant));
  return [summary, reply].flatMap(find);
}

/** Jurors are among those who are searched for anyway. */
async function namesOf(database: Database, jury: JuryId, actor?: Actor): Promise<readonly string[]> {
  if (actor?.kind === 'member') return Object.values(await accountNames(database, [actor.id]));
  if (actor?.kind !== 'witness') return [];
  const person = await personAt(database, jury, actor.id);
  return person ? [person.name, person.displayName] : [];
}
