import { minutesFacts } from '../../jury/minutes/facts.ts';
import { ok } from '../../jury/result.ts';
import type { Juries } from '../juries.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** What the journal says of the session, taken down at the moment in which the minutes are sent. */
export function minutesErrands(juries: Juries): Errands {
  return {
    'send-minutes': errandFor('send-minutes', {
      async facts({ id }, { session }) {
        const minutes = minutesFacts(await juries.entriesAfter(id, 0), session);
        return ok(minutes ? { minutes } : {});
      },
    }),
  };
}
