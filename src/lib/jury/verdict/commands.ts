import * as v from 'valibot';
import { CONSENT_MARKS } from '../charter/papers.ts';
import { MOST_CITED, citationSchema, optionalCitation } from './citation.ts';
import { draftingCommands } from './drafting-commands.ts';
import type { Extra } from './extras.ts';
import { SUGGESTED_FIELDS } from './parts.ts';
import {
  day,
  id,
  instant,
  line,
  optionalLine,
  optionalProse,
  paperCode,
  prose,
  typedPaperCode,
  whole,
} from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { DRAWN_AMONG, LARGEST_GROUP, SMALLEST_GROUP } from './writing-group.ts';
import { LOCALES } from '../terms.ts';
import { STANCES } from './suggestion.ts';

const extras = {
  byWhen: optionalLine(),
  cost: optionalProse(),
  act: optionalLine(),
  lawNow: optionalProse(),
  lawNew: optionalProse(),
  judgement: optionalProse(),
} satisfies Record<Extra, v.GenericSchema>;

const wording = {
  title: line(),
  text: prose(LIMITS.paragraph),
  rationale: prose(LIMITS.paragraph),
  addressee: line(),
  citations: v.optional(v.pipe(v.array(citationSchema), v.maxLength(MOST_CITED)), []),
  ...extras,
};

/** Left empty in a form. */
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

/** What should change in the version that was read. */
const change = {
  base: whole(1, 10_000),
  /** Of a text: a paragraph, counted from one (none: at the end), and what it should say; nothing to take it out. */
  paragraph: v.optional(whole(0, 1_000), 0),
  instead: v.optional(v.union([nothing, prose(LIMITS.paragraph)])),
  /** Of an amendment: all that it should say. */
  act: extras.act,
  lawNow: extras.lawNow,
  lawNew: extras.lawNew,
  /** Of what it rests on: what is put in and what is taken out. */
  addSource: optionalCitation,
  dropSource: optionalCitation,
};

/** What an earlier vote must have come to: `R1:adopted`, `P2:b`. */
const onlyIf = v.optional(v.union([nothing, v.pipe(v.string(), v.regex(/^[RP]\d{1,4}:[a-z-]{1,20}$/))]));

/** When a vote is to be closed; it may be left open. */
const closesAt = v.optional(v.union([nothing, instant]));

const place = v.union([nothing, v.undefined(), whole(1, 99)]);

const translation = {
  of: id,
  language: v.picklist(LOCALES),
  title: v.optional(v.union([nothing, line()])),
  text: prose(LIMITS.paragraph),
  rationale: v.optional(v.union([nothing, prose(LIMITS.paragraph)])),
  next: v.optional(v.union([nothing, prose(LIMITS.paragraph)])),
  ...extras,
};

export const verdictCommands = [
  v.object({ type: v.literal('propose-recommendation'), ...wording }),
  v.object({ type: v.literal('revise-recommendation'), recommendation: id, base: whole(1, 10_000), ...wording }),
  v.object({ type: v.literal('join-writing-group'), recommendation: id }),
  v.object({ type: v.literal('leave-writing-group'), recommendation: id }),
  v.object({
    type: v.literal('draw-writing-group'),
    recommendation: id,
    among: v.picklist(DRAWN_AMONG),
    size: whole(SMALLEST_GROUP, LARGEST_GROUP),
  }),
  v.object({ type: v.literal('file-draft'), recommendation: id, base: whole(1, 10_000) }),
  v.object({ type: v.literal('withdraw-recommendation'), recommendation: id, reason: prose(1_000) }),
  v.object({ type: v.literal('freeze-recommendation'), recommendation: id, version: whole(1, 10_000) }),
  v.object({ type: v.literal('reopen-recommendation'), recommendation: id, reason: prose(1_000) }),
  v.object({
    type: v.literal('suggest-change'),
    recommendation: id,
    field: v.picklist(SUGGESTED_FIELDS),
    ...change,
    why: prose(1_000),
  }),
  v.object({ type: v.literal('judge-suggestion'), suggestion: id, stance: v.picklist(STANCES) }),
  v.object({ type: v.literal('unjudge-suggestion'), suggestion: id }),
  v.object({ type: v.literal('rebase-suggestion'), suggestion: id, ...change }),
  v.object({ type: v.literal('withdraw-suggestion'), suggestion: id }),
  v.object({ type: v.literal('accept-suggestion'), suggestion: id }),
  v.object({ type: v.literal('reject-suggestion'), suggestion: id, reason: prose(1_000) }),
  ...draftingCommands,
  v.object({ type: v.literal('open-round'), recommendation: id }),
  v.object({
    type: v.literal('answer-round'),
    round: id,
    mark: v.picklist(CONSENT_MARKS),
    because: v.optional(v.union([nothing, prose(1_000)])),
  }),
  v.object({ type: v.literal('close-round'), round: id }),
  v.object({ type: v.literal('settle-point'), point: id, how: prose(1_000) }),
  v.object({ type: v.literal('open-ballot'), recommendation: id, closesAt }),
  v.object({
    type: v.literal('cast-paper'),
    ballot: id,
    choice: id,
    code: v.optional(v.union([nothing, paperCode])),
  }),
  v.object({ type: v.literal('change-paper'), ballot: id, choice: id, code: typedPaperCode }),
  v.object({ type: v.literal('close-ballot'), ballot: id }),
  v.object({ type: v.literal('void-ballot'), ballot: id, reason: prose(1_000) }),
  v.object({ type: v.literal('pause-ballot'), ballot: id, reason: prose(1_000) }),
  v.object({ type: v.literal('resume-ballot'), ballot: id }),
  v.object({ type: v.literal('remind-voters'), ballot: id }),
  v.object({ type: v.literal('plan-closing'), ballot: id, closesAt: instant }),
  v.object({ type: v.literal('certify-ballot'), ballot: id }),
  v.object({ type: v.literal('reopen-ballot'), ballot: id, reason: prose(1_000) }),
  v.object({
    type: v.literal('write-poll'),
    form: v.picklist(['one-of', 'ranking']),
    text: prose(1_000),
    options: v.pipe(v.array(line()), v.minLength(2), v.maxLength(8)),
    onlyIf,
  }),
  v.object({ type: v.literal('withdraw-poll'), poll: id, reason: prose(1_000) }),
  v.object({ type: v.literal('open-poll'), poll: id, closesAt }),
  v.object({ type: v.literal('open-priorities'), closesAt }),
  v.object({
    type: v.literal('cast-ranking'),
    ballot: id,
    places: v.pipe(
      v.record(id, place),
      v.check((places) => Object.keys(places).length > 0),
    ),
  }),
  v.object({
    type: v.literal('state-outcome'),
    ballot: id,
    /** How many versions whoever states it has seen. */
    base: whole(0, 10_000),
    text: prose(2_000),
    next: prose(2_000),
    reviewOn: day,
  }),
  v.object({ type: v.literal('agree-outcome'), ballot: id, version: whole(1, 10_000) }),
  v.object({
    type: v.literal('write-minority-statement'),
    /** Absent: on the verdict as a whole. */
    recommendation: v.optional(v.union([nothing, id])),
    text: prose(LIMITS.paragraph),
  }),
  v.object({ type: v.literal('join-minority-statement'), statement: id }),
  v.object({ type: v.literal('set-statement-deadline'), until: instant }),
  v.object({
    type: v.literal('write-jury-statement'),
    text: v.optional(v.union([nothing, prose(LIMITS.paragraph)])),
    /** How many versions the author has seen. */
    base: whole(0, 10_000),
  }),
  v.object({ type: v.literal('offer-to-speak'), name: line(100) }),
  v.object({ type: v.literal('confirm-spokesperson'), spokesperson: id }),
  v.object({ type: v.literal('stop-speaking') }),
  v.object({ type: v.literal('add-translation'), ...translation }),
  v.object({ type: v.literal('approve-verdict') }),
  v.object({
    type: v.literal('propose-release'),
    goesOut: v.optional(v.union([nothing, instant])),
    notice: whole(0, 1_440),
    language: v.picklist(LOCALES),
    note: v.optional(v.union([nothing, prose(1_000)])),
  }),
  v.object({ type: v.literal('agree-release') }),
  v.object({ type: v.literal('withdraw-release'), reason: prose(1_000) }),
  v.object({ type: v.literal('publish-verdict') }),
  v.object({ type: v.literal('propose-translation'), ...translation }),
  v.object({ type: v.literal('agree-translation'), translation: id, why: optionalProse(1_000) }),
  v.object({ type: v.literal('drop-translation'), translation: id }),
  v.object({ type: v.literal('propose-erratum'), where: id, note: prose(2_000) }),
  v.object({ type: v.literal('agree-erratum'), erratum: id, why: optionalProse(1_000) }),
  v.object({ type: v.literal('drop-erratum'), erratum: id }),
] as const;

export type VerdictCommand = v.InferOutput<(typeof verdictCommands)[number]>;
