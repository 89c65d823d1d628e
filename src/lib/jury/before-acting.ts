/** The few things that are open to a juror who may not act yet. */
import type { CommandType } from './commands.ts';

/** [R22] [R24] What a juror may do before their seat is confirmed. */
export const BEFORE_CONFIRMING: readonly CommandType[] = ['accept-seat', 'decline-seat', 'open-catch-up'];

/** [R25] What a juror may do before they have opened what they missed; being there is noted without their doing. */
export const BEFORE_CATCHING_UP: readonly CommandType[] = [
  ...BEFORE_CONFIRMING,
  'mark-rehearsed',
  'check-in',
  'check-out',
  'request-help',
];
