/** The video call beside a session: where it is held, and who may know. */
import * as v from 'valibot';
import { id, line } from '../fields.ts';
import type { Role } from '../terms.ts';

export const CALL_KINDS = ['none', 'link', 'room'] as const;

/** Only encrypted addresses: through a call people are seen and heard. */
const callAddress = v.pipe(line(2_000), v.url(), v.regex(/^https:\/\//i));
const left = v.pipe(
  v.literal(''),
  v.transform(() => undefined),
);

/** One address a line, one for each table. */
const tableAddresses = v.pipe(
  v.string(),
  v.transform((text) => text.split(/\s+/).filter((address) => address !== '')),
  v.array(callAddress),
  v.maxLength(6),
);

export const setCall = v.object({
  type: v.literal('set-call'),
  session: id,
  kind: v.picklist(CALL_KINDS),
  address: v.optional(v.union([left, callAddress])),
  tableAddresses: v.optional(v.union([tableAddresses, v.pipe(v.array(callAddress), v.maxLength(6))])),
});

/**
 * `room`: rooms at the configured service, whose names follow from `key`. `link`: addresses that the organiser has. Keys and addresses
 * stay on the server: whoever may join asks for the address at that moment ([D77]).
 */
export type Call =
  | { readonly kind: 'room'; readonly key?: string }
  | { readonly kind: 'link'; readonly address?: string; readonly tableAddresses?: readonly string[] };

/** [D77] What everybody may know of a call: that there is one, and of which kind. */
export const withoutSecrets = (call: Call | null): Call | null => call && { kind: call.kind };

/** [D77] Whether somebody of this role may take part in the call of all. */
export const mayJoinCall = (role: Role): boolean =>
  ['juror', 'alternate', 'facilitator', 'organiser', 'oversight', 'witness', 'observer'].includes(role);
