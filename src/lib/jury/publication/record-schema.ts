/**
 * The shape of `record.json`, for those who read it by program. The types in `record.ts` are what the server writes; that the two agree is tested on
 * whole lives of juries. Parts that have a publication of their own (the draw) are described there and left open here.
 */
import * as v from 'valibot';
import { PAPER_KINDS } from '../charter/papers.ts';
import { ACTS } from '../deliberation/moderation/moderation.ts';
import { MODERATION_RULES } from '../deliberation/moderation/policy.ts';
import { minutesSchema } from './minutes-schema.ts';
import { POSITIONS, PROGRESS } from '../response/commands.ts';
import { STAGES } from '../stages.ts';
import { MOVES, SIDES } from '../surveys/distribution.ts';
import { ALL_ITEMS, SURVEYS } from '../surveys/items.ts';
import { LOCALES, ROLES } from '../terms.ts';
import { CITED } from '../verdict/citation.ts';
import { EXTRAS } from '../verdict/extras.ts';
import { draftingSchema } from './drafting-schema.ts';
import { POLL_FORMS } from '../verdict/poll.ts';
import { hearingsShape } from './evidence-schema.ts';
import { processShape } from './process-schema.ts';
import { content, count, day, instant, sha256 } from './shapes.ts';

const translated = v.object({ en: v.string(), ru: v.string(), kk: v.string() });
const share = v.object({ num: count, den: count });
const open = v.looseObject({});

const rule = v.pipe(
  v.object({
    paper: v.optional(v.picklist(PAPER_KINDS)),
    threshold: v.pipe(
      share,
      v.description('One half means more than half; every other share means at least that share.'),
    ),
    denominator: v.picklist(['for-and-against', 'cast', 'electorate', 'seats']),
    quorum: v.pipe(share, v.description('Of the seats.')),
    abstention: v.boolean(),
    tie: v.picklist(['not-adopted', 'reballot-once']),
    minorityFloor: share,
    codes: v.optional(v.literal(true)),
    changeable: v.optional(v.literal(true)),
    presence: v.optional(v.pipe(count, v.description('Percent of the sessions a voter must have attended.'))),
  }),
  v.description('By which the jury decides; fixed before anyone was invited.'),
);

const decision = v.object({
  outcome: v.picklist(['adopted', 'not-adopted', 'no-quorum', 'tie']),
  counts: v.object({ for: count, against: count, abstain: count }),
  cast: count,
  base: v.pipe(count, v.description('The number that the threshold is a share of.')),
  needed: count,
  quorum: count,
  marks: v.optional(v.pipe(v.record(v.string(), count), v.description('Papers by mark, where the paper was a scale.'))),
});

const pollDecision = v.object({
  outcome: v.picklist(['decided', 'undecided', 'tie', 'no-quorum']),
  winner: v.nullable(v.string()),
  cast: count,
  abstain: count,
  quorum: count,
  votes: v.optional(v.object({ counts: v.record(v.string(), count), base: count, needed: count })),
  ranked: v.optional(
    v.pipe(
      v.object({
        places: v.record(v.string(), count),
        preferred: v.record(v.string(), v.record(v.string(), count)),
      }),
      v.description('`preferred.a.b` papers put a above b; the places follow from it by the Schulze method.'),
    ),
  ),
});

const ballot = <D extends v.GenericSchema>(result: D) => ({
  id: v.string(),
  rule,
  seats: count,
  electorate: v.pipe(count, v.description('How many were entitled to vote.')),
  decision: result,
  certifiedAt: v.optional(instant),
  heldAgain: v.optional(
    v.pipe(
      v.array(v.object({ reason: content, at: instant, decision: result })),
      v.description('Earlier counts, each with the reason why the vote was held again.'),
    ),
  ),
  papers: v.optional(
    v.pipe(
      v.array(v.object({ code: v.string(), mark: v.string() })),
      v.description('Every paper under the code that its voter knows, in the order of the codes.'),
    ),
  ),
});

const translations = v.optional(
  v.pipe(
    v.array(
      v.object({
        language: v.picklist(LOCALES),
        text: v.string(),
        title: v.optional(v.string()),
        rationale: v.optional(v.string()),
        ...v.entriesFromList(EXTRAS, v.optional(v.string())),
        id: v.optional(v.string()),
        at: v.optional(v.pipe(instant, v.description('Since when it stands, where it came after the verdict.'))),
      }),
    ),
    v.description('Translations, oldest first; the last into a language is the newest. The original alone counts.'),
  ),
);

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
  minorityStatements,
  translations,
  answers: v.pipe(
    v.array(
      v.object({
        recommendation: v.string(),
        position: v.picklist(POSITIONS),
        reasons: content,
        responsible: v.string(),
        until: v.optional(day),
        at: instant,
      }),
    ),
    v.description('Oldest first; the last one stands.'),
  ),
  acknowledgedAt: v.optional(instant),
  assignments: v.array(v.object({ responsible: v.string(), reason: v.optional(content), at: instant })),
  reports: v.array(
    v.object({ progress: v.picklist(PROGRESS), text: content, correction: v.optional(v.literal(true)), at: instant }),
  ),
  ratings: v.pipe(
    v.nullable(v.object({ addresses: count, partly: count, 'does-not': count })),
    v.description('What jurors say of the newest answer; null below five.'),
  ),
  observations: v.pipe(
    v.array(v.object({ id: v.string(), text: content, at: instant })),
    v.description('What the public observed of the implementation: neither the jurors’ nor the authority’s words.'),
  ),
  observationsRefused: v.pipe(
    v.partial(v.object(v.entriesFromList(MODERATION_RULES, count))),
    v.description('How many observations were not shown, by rule.'),
  ),
});

const poll = v.object({
  id: v.string(),
  form: v.picklist(POLL_FORMS),
  question: v.nullable(content),
  options: v.array(v.object({ id: v.string(), text: content })),
  after: v.nullable(v.object({ on: v.string(), outcome: v.string() })),
  ballot: v.object({ ...ballot(pollDecision), wordingHash: sha256 }),
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
