import type { RefusalCode } from '$lib/jury/refusals.ts';

/** The field of an exhibit's form that each refusal speaks of. */
export const REFUSED_FIELDS: Partial<Record<RefusalCode, string>> = {
  'file-not-accepted': 'file',
  'too-large': 'file',
  'description-missing': 'alt',
  'captions-missing': 'uncaptioned',
  'captions-unreadable': 'captions',
  'day-is-to-come': 'copiedOn',
  'passage-not-found': 'quote',
  'passage-unclear': 'quote',
};
