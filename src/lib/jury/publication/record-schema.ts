/**
 * The shape of `record.json`, for those who read it by program. The types in `record.ts` are what the server writes; that the two agree is tested on
 * whole lives of juries. Parts that have a publication of their own (the draw) are described there and left open here.
 */
import * as v from 'valibot';
import { ACTS } from '../deliberation/moderation/moderation.ts';
import { MODERATION_RULES } from '../deliberation/moderation/policy.ts';
import { minutesSchema } from './minutes-schema.ts';
import { STAGES } from '../stages.ts';
import { MOVES, SIDES } from '../surveys/distribution.ts';
import { ALL_ITEMS, SURVEYS } from '../surveys/items.ts';
import { LOCALES, ROLES } from '../terms.ts';
import { CITED } from '../verdict/citation.ts';
import { draftingSchema } from './drafting-schema.ts';
import { POLL_FORMS } from '../verdict/poll.ts';
import { hearingsShape } from './evidence-schema.ts';
import { ballot, decision, outcome, pollDecision, rule } from './vote-schema.ts';
import { processShape } from './process-schema.ts';
import { responseSchema } from './response-schema.ts';
import { content, count, day, instant, sha256 } from './shapes.ts';
import { translations } from './translation-schema.ts';

const translated = v.object({ en: v.string(), ru: v.string(), kk: v.string() });
const open = v.looseObject({});

const minorityStatements = v.array(v.object({ id: v.string(), text: v.string(), joined: count, translations }));

const recommendation = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  paragraphs: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        "Ids of the text's paragraphs, in order, the same from version to version; anchors such as `R3-p2`.",
      ),
    ),
  ),
  rationale: v.string(),
  addressee: v.string(),
  ...draftingSchema,
  wordingHash: v.pipe(
    sha256,
    v.description(
      'SHA-256 of the RFC 8785 form of {addressee, rationale, text, title} and whatever else the jurors wrote.',
    ),
  ),
  citations: v.array(
    v.object({
      kind: v.picklist(CITED),
      id: v.string(),
      title: v.string(),
      quote: v.optional(v.string()),
      version: v.optional(count),
      versions: v.optional(count),
      counts: v.optional(v.record(v.string(), count)),
    }),
  ),
  ballot: v.object({ ...ballot(decision), tiedBefore: v.optional(decision) }),
  stated: outcome,
  minorityStatements,
  translations,
  ...responseSchema,
});

const poll = v.object({
  id: v.string(),
  form: v.picklist(POLL_FORMS),
  question: v.nullable(content),
  options: v.array(v.object({ id: v.string(), text: content })),
  after: v.nullable(v.object({ on: v.string(), outcome: v.string() })),
  ballot: v.object({ ...ballot(pollDecision), wordingHash: sha256, tiedBefore: v.optional(pollDecision) }),
  stated: outcome,
});

/** For each item how many people are in each cell. */
const byItem = <Cell extends string>(cells: readonly Cell[]) =>
  v.record(
    v.picklist(ALL_ITEMS),
    v.object({ answers: v.nullable(count), cells: v.object(v.entriesFromList(cells, v.nullable(count))) }),
  );

export const recordSchema = v.pipe(
  v.object({
    format: v.literal('alqa-record-1'),
    jury: v.string(),
    charter: v.object({
      title: translated,
      question: translated,
      scopeIn: translated,
      scopeOut: translated,
      authority: translated,
      seats: count,
      starts: day,
      ends: day,
      stage: v.picklist(STAGES),
      reached: v.array(v.object({ stage: v.picklist(STAGES), at: instant })),
      rule: v.nullable(rule),
      mandate: v.nullable(v.object({ statement: content, respondBy: day, signedBy: v.string(), signedAt: instant })),
    }),
    selection: open,
    seating: v.looseObject({ seated: count, replaced: count, left: count }),
    exhibits: v.array(
      v.looseObject({
        ...{ id: v.string(), title: v.string(), author: v.string(), version: count },
        earlier: v.array(open),
        marks: v.nullable(v.object({ useful: count, doubtful: count })),
      }),
    ),
    witnesses: v.array(v.looseObject({ id: v.string(), name: v.string() })),
    answers: v.array(v.looseObject({ id: v.string(), text: content })),
    calls: v.array(v.looseObject({ id: v.string(), who: content, why: content, signed: count })),
    owed: v.array(v.object({ id: v.string(), witness: v.string(), due: day })),
    ...hearingsShape,
    ...processShape,
    sessions: v.array(v.looseObject({ id: v.string(), title: v.string() })),
    minutes: minutesSchema,
    moderation: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          act: v.picklist(ACTS),
          office: v.picklist(ROLES),
          day,
          rule: v.nullable(v.picklist(MODERATION_RULES)),
          appeal: v.nullable(
            v.object({ outcome: v.nullable(v.picklist(['upheld', 'changed'])), reason: v.nullable(v.string()) }),
          ),
          redacted: v.nullable(v.string()),
        }),
      ),
      v.description('Every action of moderation, in order; of whom it concerned, nothing.'),
    ),
    verdict: v.pipe(
      v.nullable(
        v.object({
          publishedAt: instant,
          language: v.optional(
            v.pipe(v.picklist(LOCALES), v.description('In which the jurors wrote; their wording alone counts.')),
          ),
          statement: v.optional(
            v.pipe(v.object({ text: v.string(), translations }), v.description('The jury’s own statement.')),
          ),
          minorityStatements: v.optional(v.pipe(minorityStatements, v.description('On the verdict as a whole.'))),
          spokespersons: v.optional(
            v.pipe(
              v.array(v.string()),
              v.description('Jurors who speak for the jury, under the name each of them chose.'),
            ),
          ),
          errata: v.optional(
            v.pipe(
              v.array(v.object({ id: v.string(), where: v.string(), note: v.string(), at: instant })),
              v.description('Corrections, oldest first; each makes a new version of the verdict.'),
            ),
          ),
          recommendations: v.array(recommendation),
          polls: v.array(poll),
        }),
      ),
      v.description('Null until the jurors have approved it and it is published.'),
    ),
    surveys: v.pipe(
      v.nullable(
        v.object({
          statement: v.nullable(v.string()),
          surveys: v.partial(v.object(v.entriesFromList(SURVEYS, byItem(SIDES)))),
          moved: byItem(MOVES),
        }),
      ),
      v.description(
        'What jurors said of themselves before, midway and after. A null number is below five, perhaps none.',
      ),
    ),
  }),
  v.title('The public record of a citizens’ jury'),
);
