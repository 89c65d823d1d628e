/** Of the shape of `record.json`: by which rule a jury votes, what the papers came to, and the outcome in words. */
import * as v from 'valibot';
import { PAPER_KINDS } from '../charter/papers.ts';
import { content, count, day, instant } from './shapes.ts';
import { translations } from './translation-schema.ts';

const share = v.object({ num: count, den: count });

export const rule = v.pipe(
  v.object({
    paper: v.optional(v.picklist(PAPER_KINDS)),
    threshold: v.pipe(
      share,
      v.description('One half means more than half; every other share means at least that share.'),
    ),
    denominator: v.picklist(['for-and-against', 'cast', 'present', 'electorate', 'seats']),
    quorum: v.pipe(share, v.description('Of the seats.')),
    abstention: v.boolean(),
    tie: v.picklist(['not-adopted', 'reballot-once']),
    minorityFloor: share,
    statementHours: v.optional(
      v.pipe(count, v.description('For how long after a vote minority statements are written.')),
    ),
    codes: v.optional(v.literal(true)),
    changeable: v.optional(v.literal(true)),
    presence: v.optional(v.pipe(count, v.description('Percent of the sessions a voter must have attended.'))),
  }),
  v.description('By which the jury decides; fixed before anyone was invited.'),
);

export const decision = v.object({
  outcome: v.picklist(['adopted', 'not-adopted', 'no-quorum', 'tie']),
  counts: v.object({ for: count, against: count, abstain: count }),
  cast: count,
  base: v.pipe(count, v.description('The number that the threshold is a share of.')),
  needed: count,
  quorum: count,
  marks: v.optional(v.pipe(v.record(v.string(), count), v.description('Papers by mark, where the paper was a scale.'))),
});

export const pollDecision = v.object({
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

export const ballot = <D extends v.GenericSchema>(result: D) => ({
  id: v.string(),
  rule,
  seats: count,
  electorate: v.pipe(count, v.description('How many were entitled to vote.')),
  present: v.optional(
    v.pipe(count, v.description('How many of them were present when it opened, where the rule counts those.')),
  ),
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

const stated = {
  text: v.string(),
  next: v.string(),
  reviewOn: day,
  at: instant,
  agreed: v.pipe(count, v.description('How many jurors agreed with these words.')),
  jurors: count,
};

export const outcome = v.optional(
  v.pipe(
    v.object({ ...stated, earlier: v.optional(v.array(v.object(stated))), translations }),
    v.description(
      'What the vote came to in the words of the office that held it, what happens next and when it is looked at again.',
    ),
  ),
);
