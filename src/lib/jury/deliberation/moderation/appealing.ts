/** Which actions a juror may appeal against, and how long. Asked by the rules and by the pages alike. */
import type { Instant, SeatId } from '../../terms.ts';
import type { Act, Action } from './moderation.ts';

/** [D42] Three days. Milliseconds. */
export const LIMIT_OF_APPEAL = 72 * 3_600_000;

const APPEALABLE: readonly Act[] = ['hold', 'return', 'hide', 'mute', 'remove', 'propose-exclusion'];

export const isAppealable = (act: Act): boolean => APPEALABLE.includes(act);

export const mayAppeal = ({ act, seat, at, appeal }: Action, reader: SeatId, now: Instant): boolean =>
  seat === reader && isAppealable(act) && !appeal && now - at <= LIMIT_OF_APPEAL;
