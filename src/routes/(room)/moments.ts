/** When something is, as the room says it. Every juror of a jury lives by the same clock on the wall. */
import { dayAt } from '../../lib/i18n/deadline.ts';
import { timeZone } from '../../lib/i18n/time-zone.ts';
import { formatDay, formatDeadline, formatTime } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/jury/terms.ts';

/** Thursday 14 October 2027 at 18:00 GMT+5. */
export const sayMoment = (at: Instant): string => formatDeadline(at, timeZone());

/** 18:05. */
export const sayTime = (at: Instant): string => formatTime(at, timeZone());

/** 14 October 2027. */
export const sayDay = (at: Instant): string => formatDay(dayAt(at));

/** 2:05, from seconds. */
export const sayDuration = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
