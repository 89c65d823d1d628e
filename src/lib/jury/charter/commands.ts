import * as v from 'valibot';
import { day, fraction, id, line, prose, translated, whole, yes } from '../fields.ts';
import { TERMS } from './working-days.ts';
import { STAGES } from '../stages.ts';
import { STAFF_ROLES } from '../terms.ts';
import { PAPER_KINDS } from './papers.ts';

/** Left empty in a form. */
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

export const charterFields = {
  title: translated(),
  question: translated(1_000),
  scopeIn: translated(2_000),
  scopeOut: translated(2_000),
  authority: translated(),
  /** 15 to 25 is a rule with a reason of its own ([C1]), so the shape lets any number through. */
  seats: whole(0, 100_000),
  starts: day,
  ends: day,
};

export const decisionRuleFields = {
  paper: v.optional(v.picklist(PAPER_KINDS)),
  threshold: fraction,
  denominator: v.picklist(['for-and-against', 'cast', 'present', 'electorate', 'seats']),
  quorum: fraction,
  abstention: v.optional(yes, false),
  tie: v.picklist(['not-adopted', 'reballot-once']),
  minorityFloor: fraction,
  statementHours: v.optional(v.union([nothing, whole(1, 720)])),
  codes: v.optional(yes),
  changeable: v.optional(yes),
  presence: v.optional(v.union([nothing, whole(1, 100)])),
};

export const charterCommands = [
  v.object({ type: v.literal('create-jury'), ...charterFields }),
  v.object({ type: v.literal('revise-charter'), ...charterFields }),
  v.object({ type: v.literal('set-decision-rule'), ...decisionRuleFields }),
  v.object({
    type: v.literal('sign-mandate'),
    statement: prose(),
    respondBy: v.optional(v.union([nothing, day])),
    within: v.optional(v.union([nothing, v.picklist(TERMS)])),
  }),
  v.object({ type: v.literal('appoint-member'), member: id, role: v.picklist(STAFF_ROLES) }),
  v.object({ type: v.literal('dismiss-member'), member: id, reason: line() }),
  v.object({ type: v.literal('advance-stage'), to: v.picklist(STAGES) }),
] as const;

export type CharterCommand = v.InferOutput<(typeof charterCommands)[number]>;
