/** Days by which witnesses and organisers owe something. A day begins and ends here in UTC; pages show it in the institution's time. */
import type { Day, Instant } from '../terms.ts';

const DAY = 24 * 60 * 60 * 1000;

export const dayAt = (at: Instant): Day => new Date(at).toISOString().slice(0, 10);

export const daysAfter = (at: Instant, days: number): Day => dayAt(at + days * DAY);
