import { dayAt } from '../evidence/due.ts';
import type { CommandOf } from '../commands.ts';
import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { ballotOn } from '../verdict/verdict.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { ResponseCommand } from './commands.ts';
import { answersTo, assignmentsOf, ratingsOf, receivedAt, reportsOn } from './response.ts';
import type { Answer, ResponseEvent } from './response.ts';
import { OVER } from './standing.ts';

const isAdopted = (verdict: Verdict, id: string): boolean => ballotOn(verdict, id)?.decision?.outcome === 'adopted';

type Given = Pick<
  CommandOf<'answer-recommendation'>,
  'recommendation' | 'position' | 'reasons' | 'responsible' | 'until'
>;

function answered(
  { recommendation, position, reasons, responsible, until }: Given,
  { jury, now, seal }: Asked,
  how: Pick<Answer, 'entered'> = {},
): Result<readonly ResponseEvent[]> {
  if (!isAdopted(jury.verdict, recommendation)) return refuse('not-adopted');
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
      ...how,
      at: now,
    },
  ]);
}

export const responseRules: Rules<ResponseCommand['type']> = {
  'answer-recommendation': (given, asked) => answered(given, asked),

  'enter-answer': ({ source, givenOn, ...given }, asked) => {
    // [P71] What was given tomorrow cannot have been read yet.
    if (givenOn > dayAt(asked.now)) return refuse('day-is-to-come');
    return answered(given, asked, { entered: { source, givenOn } });
  },

  'acknowledge-recommendation': ({ recommendation }, { jury, now }) => {
    if (!isAdopted(jury.verdict, recommendation)) return refuse('not-adopted');
    // [P61] An answer says it too.
    const had = answersTo(jury.response, recommendation).length > 0 || receivedAt(jury.response, recommendation);
    return had
      ? refuse('already-acknowledged')
      : ok([{ type: 'recommendation-acknowledged', recommendation, at: now }]);
  },

  'assign-recommendation': ({ recommendation, responsible, because }, { jury, now, seal }) => {
    if (!isAdopted(jury.verdict, recommendation)) return refuse('not-adopted');
    const before = assignmentsOf(jury.response, recommendation).at(-1);
    if (before?.responsible === responsible) return refuse('already-responsible');
    // [P8] From one to another only with a reason.
    if (before && because === undefined) return refuse('handover-unexplained');
    const reason = because === undefined ? {} : { reason: seal(because) };
    return ok([{ type: 'recommendation-assigned', recommendation, responsible, ...reason, at: now }]);
  },

  'report-progress': ({ recommendation, progress, text, percent, step, stepBy, correction }, { jury, now, seal }) => {
    if (!isAdopted(jury.verdict, recommendation)) return refuse('not-adopted');
    const answer = answersTo(jury.response, recommendation).at(-1);
    if (!answer || answer.position === 'rejected' || answer.position === 'needs-more-time')
      return refuse('nothing-to-report');
    if (correction && reportsOn(jury.response, recommendation).length === 0) return refuse('nothing-to-correct');
    // [P70] What is over has nothing left to come, and a step is a promise only with its day.
    const under = percent !== undefined || step !== undefined || stepBy !== undefined;
    if (under && OVER.includes(progress)) return refuse('nothing-left-to-come');
    if ((step === undefined) !== (stepBy === undefined)) return refuse('step-incomplete');
    if (stepBy !== undefined && stepBy < dayAt(now)) return refuse('day-is-past');
    return ok([
      {
        type: 'progress-reported',
        recommendation,
        progress,
        text: seal(text),
        ...(percent !== undefined && { percent }),
        ...(step !== undefined && stepBy !== undefined && { step: { text: step, by: stepBy } }),
        ...(correction && ({ correction: true } as const)),
        at: now,
      },
    ]);
  },

  'rate-answer': ({ recommendation, answer, rating }, { jury, actor }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const answers = answersTo(jury.response, recommendation).length;
    // [P11] The answer that stands, not one that a later one replaced.
    if (answers === 0 || answer !== answers) return refuse('answer-replaced');
    if (ratingsOf(jury.response, recommendation, answer)?.raters.seats.includes(actor.id))
      return refuse('already-rated');
    return ok([{ type: 'answer-rated', recommendation, answer, rating, seat: actor.id }]);
  },
};
