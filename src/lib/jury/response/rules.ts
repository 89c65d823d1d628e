import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { ballotOn } from '../verdict/verdict.ts';
import type { ResponseCommand } from './commands.ts';

export const responseRules: Rules<ResponseCommand['type']> = {
  'answer-recommendation': ({ recommendation, position, reasons, responsible, until }, { jury, now, seal }) => {
    if (ballotOn(jury.verdict, recommendation)?.decision?.outcome !== 'adopted') return refuse('not-adopted');
    // [P3] More time is granted to a day, not for ever.
    if (position === 'needs-more-time' && until === undefined) return refuse('answer-until-missing');
    return ok([
      {
        type: 'recommendation-answered',
        recommendation,
        position,
        reasons: seal(reasons),
        responsible,
        until,
        at: now,
      },
    ]);
  },
};
