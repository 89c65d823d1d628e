import * as v from 'valibot';
import { id, instant, prose, whole } from '../fields.ts';

/** Left empty in a form. */
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

export const draftingCommands = [
  // Without a recommendation: of all that are open.
  v.object({ type: v.literal('open-review'), about: v.optional(v.union([nothing, id])), until: instant }),
  v.object({ type: v.literal('undo-suggestion'), suggestion: id }),
  v.object({ type: v.literal('object-to-change'), suggestion: id, because: prose(1_000) }),
  v.object({ type: v.literal('ask-authority'), recommendation: id, version: whole(1, 10_000) }),
  v.object({
    type: v.literal('note-feasibility'),
    recommendation: id,
    version: whole(1, 10_000),
    text: prose(2_000),
  }),
] as const;
