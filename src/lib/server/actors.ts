import type { Actor, JuryId } from '../jury/terms.ts';
import { PUBLIC } from '../jury/terms.ts';
import type { Principal } from './auth/principal.ts';

/** As whom somebody stands before a jury. A seat or a witness of another jury is nobody here. */
export function actorIn(jury: JuryId, principal: Principal | null): Actor {
  switch (principal?.kind) {
    case undefined:
      return PUBLIC;
    case 'account':
      return { kind: 'member', id: principal.id };
    case 'seat':
      return principal.jury === jury ? { kind: 'seat', id: principal.seat } : PUBLIC;
    case 'witness':
      return principal.jury === jury ? { kind: 'witness', id: principal.witness } : PUBLIC;
  }
}
