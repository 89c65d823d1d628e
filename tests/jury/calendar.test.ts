import { expect, test } from 'vitest';
import { calendarOf } from '../../src/lib/jury/publication/calendar.ts';

const where = { title: 'Night buses', origin: 'https://jury.example.org', now: Date.UTC(2027, 0, 1) };
const session = {
  id: 'D1',
  title: 'Options; criteria, and\\or both',
  startsAt: Date.UTC(2027, 2, 8, 12),
  minutes: 180,
  agenda: [],
};
const written = (sessions: readonly (typeof session)[]): readonly string[] =>
  calendarOf({ jury: 'night-buses', sessions }, where).split('\r\n');

test('a session has its beginning, its end and an id of its own', () => {
  const lines = written([session, { ...session, id: 'D2' }]);
  expect(lines).toContain('DTSTART:20270308T120000Z');
  expect(lines).toContain('DTEND:20270308T150000Z');
  expect(lines).toContain('SUMMARY:Options\\; criteria\\, and\\\\or both');
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
    'UID:D1.night-buses@jury.example.org',
    'UID:D2.night-buses@jury.example.org',
  ]);
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
});

test('no line is longer than 75 octets, and the lines together are the text', () => {
  const title = 'Қазылар алқасының бесінші отырысы: '.repeat(5).trim();
  const lines = written([{ ...session, title }]);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});
