/** Where a witness or an exhibit stands on what the question is about, as the organiser says in public. A leaf but for the shapes. */
import * as v from 'valibot';

/** `neutral` informs and takes no side; `other` argues for something that is neither for nor against. */
export const POSITIONS = ['for', 'against', 'other', 'neutral'] as const;

export type Position = (typeof POSITIONS)[number];

/** A position that may be left out; an empty choice is left out too. */
export const optionalPosition = v.optional(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    v.picklist(POSITIONS),
  ]),
);

/** [E43] Where nobody said, nothing is said. */
export const placed = (position: Position | undefined): { readonly position?: Position } =>
  position === undefined ? {} : { position };
