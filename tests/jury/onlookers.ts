import { AUTHORITY, FACILITATOR, OBSERVER, OFFICER, ORGANISER, OVERSIGHT, member, witness } from '../support/jury.ts';
import type { Actor } from '../support/jury.ts';

/** Everybody who may look on, with a few whose role changes on the way. */
export const ONLOOKERS: readonly Actor[] = [
  ...[ORGANISER, FACILITATOR, OVERSIGHT, OFFICER, AUTHORITY, OBSERVER, member('Dana')],
  ...['S01', 'S02', 'S09', 'A01', 'A06'].map((id): Actor => ({ kind: 'seat', id })),
  witness(1),
  { kind: 'public' },
];
