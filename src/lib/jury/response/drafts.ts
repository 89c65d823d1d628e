/**
 * The authority's draft of an answer, which its members write together before it is published. It is no part of the journal: who wrote what
 * first is the authority's own affair.
 */
import * as v from 'valibot';
import { optionalDay, optionalLine, whole } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { roleOf } from '../permissions.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury } from '../state.ts';
import type { Actor, MemberId } from '../terms.ts';
import { POSITIONS } from './commands.ts';
import { ballotOn } from '../verdict/verdict.ts';

/** A draft may be as unfinished as a draft is. `version`: of the draft that it was written from, 0 where there was none. */
export const draftSchema = v.object({
  recommendation: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  version: whole(0, 1_000_000),
  writer: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
  position: v.optional(v.union([v.literal(''), v.picklist(POSITIONS)]), ''),
  reasons: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
      v.maxLength(LIMITS.paragraph),
      v.regex(/^(?:[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\n|\t)*$/u),
    ),
    '',
  ),
  responsible: optionalLine(),
  until: optionalDay,
});

export type DraftFields = v.InferOutput<typeof draftSchema>;

/** The authority's members, in the order of their appointment. */
export const authorityOf = ({ charter }: Pick<Jury, 'charter'>): readonly MemberId[] =>
  Object.entries(charter.members).flatMap(([member, role]) => (role === 'authority' ? [member] : []));

/** [P29] Whether the actor may keep this draft, `kept` being the version that stands. */
export function mayKeepDraft(jury: Jury, actor: Actor, draft: DraftFields, kept: number): Result<MemberId> {
  if (actor.kind !== 'member' || roleOf(jury, actor) !== 'authority') return refuse('not-allowed');
  if (ballotOn(jury.verdict, draft.recommendation)?.decision?.outcome !== 'adopted') return refuse('not-adopted');
  if (jury.verdict.publishedAt === null) return refuse('not-adopted');
  if (draft.writer !== '' && !authorityOf(jury).includes(draft.writer)) return refuse('unknown-writer');
  // Another member has saved in between: neither of the two texts is thrown away.
  return draft.version === kept ? ok(actor.id) : refuse('draft-changed');
}
