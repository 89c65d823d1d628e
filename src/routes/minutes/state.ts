import * as m from '../../lib/i18n/compiled/messages.js';
import { lastVersion } from '../../lib/jury/minutes/minutes.ts';
import type { SessionMinutes } from '../../lib/jury/minutes/minutes.ts';

/** Where the minutes of a session stand, in words. */
export function sayStateOf(minutes: SessionMinutes): string {
  const version = lastVersion(minutes);
  if (!version) return m.minutes_state_none();
  if (minutes.approvedAt !== null) return m.minutes_state_approved();
  return version.objections.some(({ state }) => state === 'open') ? m.minutes_state_objected() : m.minutes_state_sent();
}
