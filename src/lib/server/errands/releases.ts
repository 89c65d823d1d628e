import { ok } from '../../jury/result.ts';
import type { Jury } from '../../jury/jury.ts';
import type { Database } from '../records/database.ts';
import { placeHash, scanForRelease } from '../release/scan.ts';
import { namesInProposed } from '../release/second-word.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** [P18] What would be published is looked through at each of the three steps, for it may have changed in between. */
export function releaseErrands(database: Database): Errands {
  const facts = async (jury: Jury) => {
    const found = await scanForRelease(database, jury, Date.now());
    return ok({ findings: found.length, places: found.map(placeHash) });
  };
  // [P91] Once the verdict is out, only what is added.
  const inAdded = async (jury: Jury, id: string) =>
    ok({ findings: (await namesInProposed(database, jury))[id]?.length ?? 0 });
  return {
    'propose-release': errandFor('propose-release', { facts }),
    'agree-release': errandFor('agree-release', { facts }),
    'publish-verdict': errandFor('publish-verdict', { facts }),
    'agree-translation': errandFor('agree-translation', {
      facts: (jury, { translation }) => inAdded(jury, translation),
    }),
    'agree-erratum': errandFor('agree-erratum', { facts: (jury, { erratum }) => inAdded(jury, erratum) }),
  };
}
