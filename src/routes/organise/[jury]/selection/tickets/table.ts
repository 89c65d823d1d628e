/** The table of tickets as CSV that a spreadsheet opens without running anything in it. */
import type { Registrant } from '$lib/server/records/registrants.ts';

/** Read by spreadsheets as the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** One line a registrant, by the id of the organiser's file. The mark at the beginning tells Excel that it is UTF-8. */
export function ticketTable(registrants: readonly Registrant[]): string {
  const rows = registrants
    .toSorted((a, b) => a.fileId.localeCompare(b.fileId, 'en', { numeric: true }))
    .map(({ fileId, ticket, name, email, phone }) => [fileId, ticket, name, email ?? '', phone ?? '']);
  const header = ['id', 'ticket', 'name', 'email', 'phone'];
  return `\u{FEFF}${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
