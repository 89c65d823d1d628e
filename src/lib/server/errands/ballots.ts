import { randomBytes } from 'node:crypto';
import type { Jury } from '../../jury/jury.ts';
import { ok } from '../../jury/result.ts';
import type { Database } from '../records/database.ts';
import { markUnder, writeCoded } from '../../jury/verdict/paper-codes.ts';
import { emptyBoxStatements, shuffleStatements, takeOutStatements, tallyOf } from '../records/papers.ts';
import type { Statement } from '../records/statement.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

const randomId = (): string => randomBytes(16).toString('hex');

/** Counting, and leaving nothing in the files from which the order of casting could be read. */
export function ballotErrands(database: Database): Errands {
  const afterwards = (): Promise<void> => database.checkpoint();
  return {
    'close-ballot': errandFor('close-ballot', {
      async facts(jury, { ballot }) {
        return ok({ tally: await tallyOf(database, jury.id, ballot) });
      },
      alongside: (jury, { ballot }, { tally }) =>
        Promise.resolve(shuffleStatements(jury.id, ballot, tally ?? {}, randomId)),
      afterwards,
    }),
    'change-paper': errandFor('change-paper', {
      async facts(jury, { ballot }) {
        return ok({ tally: await tallyOf(database, jury.id, ballot) });
      },
      alongside(jury, { ballot, code }, { tally = {} }) {
        const mark = markUnder(code, tally) ?? '';
        return Promise.resolve(takeOutStatements(jury.id, ballot, writeCoded({ code, mark })));
      },
      // The paper as it was must not stay behind in the files.
      afterwards,
    }),
    'certify-ballot': errandFor('certify-ballot', {
      async facts(jury, { ballot }) {
        return ok({ tally: await tallyOf(database, jury.id, ballot) });
      },
    }),
    'reopen-ballot': errandFor('reopen-ballot', {
      alongside: (jury, { ballot }) => Promise.resolve(emptyBoxStatements(jury.id, ballot)),
      afterwards,
    }),
    'reopen-recommendation': errandFor('reopen-recommendation', {
      alongside: ({ id, verdict }, { recommendation }) =>
        Promise.resolve(
          verdict.ballots
            .filter((ballot) => ballot.recommendation === recommendation && ballot.state === 'void')
            .flatMap((ballot) => emptyBoxStatements(id, ballot.id)),
        ),
      afterwards,
    }),
    'answer-round': errandFor('answer-round', {
      async facts(jury, { round }) {
        return ok({ tally: await tallyOf(database, jury.id, round) });
      },
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
      afterwards,
    }),
    'close-round': errandFor('close-round', {
      async facts(jury, { round }) {
        return ok({ tally: await tallyOf(database, jury.id, round) });
      },
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
      afterwards,
    }),
    'revise-recommendation': errandFor('revise-recommendation', {
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
    }),
    'file-draft': errandFor('file-draft', {
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
    }),
    'withdraw-recommendation': errandFor('withdraw-recommendation', {
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
    }),
    'freeze-recommendation': errandFor('freeze-recommendation', {
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
    }),
    'accept-suggestion': errandFor('accept-suggestion', {
      alongside: (jury) => Promise.resolve(roundsOver(jury)),
    }),
    'void-ballot': errandFor('void-ballot', {
      alongside: (jury, { ballot }) => Promise.resolve(emptyBoxStatements(jury.id, ballot)),
      afterwards,
    }),
  };
}

/** [V32] [V33] Of a round that is over, whichever way, no paper is left. */
const roundsOver = ({ id, verdict }: Jury): Statement[] =>
  verdict.rounds.filter((round) => round.state !== 'open').flatMap((round) => emptyBoxStatements(id, round.id));
