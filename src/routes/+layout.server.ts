import * as m from '$lib/i18n/compiled/messages.js';
import type { Principal } from '$lib/server/auth/auth.ts';
import type { LayoutServerLoad } from './$types';

/** Tells every page who is signed in, by the name that they themselves know. */
export const load: LayoutServerLoad = ({ locals: { principal } }) => ({
  who: principal ? called(principal) : undefined,
});

function called(principal: Principal): string {
  switch (principal.kind) {
    case 'account':
      return principal.name;
    case 'seat':
      return principal.seat;
    case 'witness':
      return m.terms_role_witness();
  }
}
