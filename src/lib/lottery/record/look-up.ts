/** What a record says about one ticket, for the registrant who holds it. */
import { normalise } from '../pool.ts';
import type { PublishedRecord } from './read-record.ts';

export type LookUp =
  | { readonly inPool: false }
  | {
      readonly inPool: true;
      /** On how many of the list's panels the person sits, and of how many: the chance is the one by the other. */
      readonly panels: number;
      readonly size: number;
      /** `not-yet` before the draw; `alternate` with the place in the reserve, from 1. */
      readonly standing: 'not-yet' | 'drawn' | 'alternate' | 'not-drawn';
      readonly place?: number;
    };

/** Whether a ticket is in the pool, its chance, and what came of it. Blanks around the ticket do not matter. */
export function lookUp({ pool, list, draw }: PublishedRecord, ticket: string): LookUp {
  const id = normalise(ticket);
  if (!pool.some((person) => person.id === id)) return { inPool: false };
  const known = { inPool: true, panels: list.filter((panel) => panel.includes(id)).length, size: list.length } as const;
  if (draw === null) return { ...known, standing: 'not-yet' };
  if (draw.panel.includes(id)) return { ...known, standing: 'drawn' };
  const place = draw.alternates.indexOf(id) + 1;
  return place > 0 ? { ...known, standing: 'alternate', place } : { ...known, standing: 'not-drawn' };
}
