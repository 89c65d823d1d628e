import { juror } from '../support/jury.ts';
import type { Step } from '../support/jury.ts';

/** One plain example of every command by which a seat is taken or lost, what was missed is opened, and words are asked to be changed. */
export const SAMPLES_OF_SEATS = {
  'accept-seat': { type: 'accept-seat' },
  'decline-seat': { type: 'decline-seat', why: 'work' },
  'lapse-call': { type: 'lapse-call', seat: 'A01' },
  'open-catch-up': { type: 'open-catch-up' },
  'request-edit': { type: 'request-edit', message: 'M1', rule: 'insult' },
  'drop-edit-request': { type: 'drop-edit-request', message: 'M1' },
  'keep-words': { type: 'keep-words', message: 'M1' },
  'mark-rehearsed': { type: 'mark-rehearsed' },
} as const;

/** One drawn person declines from their own page, another takes the seat. */
export const ANSWERED_THEMSELVES: readonly Step[] = [
  [juror(5), SAMPLES_OF_SEATS['decline-seat']],
  [juror(6), SAMPLES_OF_SEATS['accept-seat']],
];
