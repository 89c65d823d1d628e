import type { DrawRecord } from '$lib/jury/recruitment/draws.ts';

export type Lookup =
  | { readonly outcome: 'panel' | 'not-drawn' | 'malformed'; readonly ticket: string }
  | { readonly outcome: 'reserve'; readonly ticket: string; readonly place: number };

/** What the public record says of a ticket; null where none was asked for. Tickets that were not drawn are not in the record. */
export function lookUp(draw: DrawRecord, asked: string | null): Lookup | null {
  const ticket = asked?.normalize('NFC').trim() ?? '';
  if (ticket === '') return null;
  if (ticket.length > 64 || !/^[\p{L}\p{N}._-]+$/u.test(ticket)) return { outcome: 'malformed', ticket };
  const same = (drawn: string) => drawn.toLowerCase() === ticket.toLowerCase();
  if (draw.panel.some(same)) return { outcome: 'panel', ticket };
  const place = draw.alternates.findIndex(same) + 1;
  return place > 0 ? { outcome: 'reserve', ticket, place } : { outcome: 'not-drawn', ticket };
}
