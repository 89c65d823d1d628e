/** How a remaining time is said: in the largest unit that still tells something, rounded up so that nobody is told "0 min". */
import * as m from '../i18n/compiled/messages.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param ms milliseconds until the end; negative once it has passed. */
export function sayTimeLeft(ms: number): string {
  if (ms <= -MINUTE) return m.common_time_over_by({ count: Math.floor(-ms / MINUTE) });
  if (ms <= 0) return m.common_time_up();
  if (ms < MINUTE) return m.common_time_seconds_left({ count: Math.ceil(ms / SECOND) });
  if (ms <= 90 * MINUTE) return m.common_time_minutes_left({ count: Math.ceil(ms / MINUTE) });
  if (ms <= 2 * DAY) return m.common_time_hours_left({ count: Math.ceil(ms / HOUR) });
  return m.common_time_days_left({ count: Math.ceil(ms / DAY) });
}

/** The moments at which a screen reader is told, in milliseconds before the end. */
const THRESHOLDS = [0, MINUTE, 5 * MINUTE];

/** The smallest threshold already reached: it changes three times in all, and with it what is said aloud. */
export const thresholdReached = (ms: number): number | undefined => THRESHOLDS.find((threshold) => ms <= threshold);
