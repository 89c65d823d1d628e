/** The shape of the part of `record.json` that tells how the jury worked. */
import * as v from 'valibot';
import { COMPLAINT_SUBJECTS } from '../complaints/commands.ts';
import { QUESTION_RULES } from '../evidence/public-question.ts';
import { STAFF_ROLES } from '../terms.ts';
import { MINUTES_FOR } from './process-record.ts';
import { count, day } from './shapes.ts';

export const processShape = {
  process: v.pipe(
    v.object({
      offices: v.pipe(v.object(v.entriesFromList(STAFF_ROLES, count)), v.description('How many hold each office.')),
      sessions: v.array(
        v.object({
          session: v.string(),
          state: v.picklist(['planned', 'live', 'closed', 'cancelled']),
          airtime: v.optional(
            v.pipe(
              v.object({ people: count, spoke: count, percent: count }),
              v.description(
                'The smallest group, of three at least, that held three fifths of the speaking time: how many of those who spoke, and what percentage they held. Left out where fewer than five spoke.',
              ),
            ),
          ),
        }),
      ),
      minutes: v.pipe(
        v.array(v.object({ kind: v.picklist(MINUTES_FOR), held: count, planned: count })),
        v.description('Minutes of agenda items, as extended: of those that were held, and of those still to come.'),
      ),
      questions: v.pipe(
        v.object({
          asked: count,
          fromPublic: v.pipe(count, v.description('Of those asked, how many came from outside the jury.')),
          waiting: count,
          admitted: v.pipe(count, v.description('To be answered at the hearing.')),
          owed: v.pipe(count, v.description('To be answered in writing.')),
          live: count,
          written: count,
          declined: v.object(v.entriesFromList(QUESTION_RULES, count)),
          merged: count,
          withdrawn: count,
        }),
        v.description('Questions to witnesses, and what became of each.'),
      ),
      complaints: v.optional(
        v.pipe(
          v.array(
            v.object({
              id: v.string(),
              subject: v.picklist(COMPLAINT_SUBJECTS),
              day,
              answer: v.nullable(v.object({ day, summary: v.nullable(v.string()), reply: v.nullable(v.string()) })),
            }),
          ),
          v.description(
            'Complaints about the process: what each was about, and the answer of oversight if there is one.',
          ),
        ),
      ),
    }),
    v.description('How the jury worked, in numbers.'),
  ),
};
