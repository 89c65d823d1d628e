import { ok } from '../../jury/result.ts';
import type { Jury } from '../../jury/jury.ts';
import type { Database } from '../records/database.ts';
import { scanForRelease } from '../release/scan.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** [P18] What would be published is looked through at each of the three steps, for it may have changed in between. */
export function releaseErrands(database: Database): Errands {
  const facts = async (jury: Jury) => ok({ findings: (await scanForRelease(database, jury, Date.now())).length });
  return {
    'propose-release': errandFor('propose-release', { facts }),
    'agree-release': errandFor('agree-release', { facts }),
    'publish-verdict': errandFor('publish-verdict', { facts }),
  };
}
