/** The sessions as an iCalendar file (RFC 5545), for any calendar program. Nine lines an event need no package with a validator of its own. */
import type { Instant } from '../terms.ts';
import type { PublicRecord } from './record.ts';

const MINUTE = 60_000;
/** Octets in a line, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** `title` names the jury, `origin` and `now` (the moment of writing) are the server's. */
export function calendarOf(
  { jury, sessions }: Pick<PublicRecord, 'jury' | 'sessions'>,
  { title, origin, now }: { readonly title: string; readonly origin: string; readonly now: Instant },
): string {
  const address = `${origin}/juries/${jury}`;
  const events = sessions.flatMap((session) => [
    'BEGIN:VEVENT',
    `UID:${session.id}.${jury}@${new URL(origin).hostname}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(session.startsAt)}`,
    `DTEND:${stamp(session.startsAt + session.minutes * MINUTE)}`,
    `SUMMARY:${escaped(session.title)}`,
    `DESCRIPTION:${escaped(title)}`,
    `URL:${address}`,
    ...(session.cancelled === undefined ? [] : ['STATUS:CANCELLED']),
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Alqa//Programme//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 20270308T120000Z. */
const stamp = (at: Instant): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text.replaceAll(/[\\,;]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');

/** A line too long goes on in the next one behind a space; no character is torn apart. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let text = '';
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
