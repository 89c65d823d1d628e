/** Tickets: the pseudonyms under which the pool is published. */
import { createHmac, randomBytes } from 'node:crypto';
import { byCodeUnits } from '../../lottery/pool.ts';

/** Crockford's base 32: digits and letters without I, L, O and U, which are misread or misheard. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** 256 random bits in hexadecimal, kept with the pool: whoever has them can tell a person's ticket from the number in the file. */
export const newSalt = (): string => randomBytes(32).toString('hex');

/**
 * The ticket of each id of the organiser's file: eight signs of HMAC-SHA-256 of the id under the pool's salt. All differ,
 * none can be guessed from the id, and the same file read again under the same salt gives everybody the same ticket.
 */
export function ticketsFor(ids: readonly string[], salt: string, length = LENGTH): ReadonlyMap<string, string> {
  const tickets = new Map<string, string>();
  const taken = new Set<string>();
  // By id and not by row, so that the order of the rows decides nothing where two would have the same ticket.
  for (const id of [...new Set(ids)].sort(byCodeUnits)) {
    let attempt = 0;
    let ticket = pseudonym(id, salt, length);
    while (taken.has(ticket)) ticket = pseudonym(`${id}\n${String((attempt += 1))}`, salt, length);
    taken.add(ticket);
    tickets.set(id, ticket);
  }
  return tickets;
}

function pseudonym(text: string, salt: string, length: number): string {
  const bytes = createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest();
  return Array.from(bytes.subarray(0, length), (byte) => SIGNS[byte % SIGNS.length]).join('');
}
