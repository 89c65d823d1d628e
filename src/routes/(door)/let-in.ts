/** Coming in: the cookie goes to the browser, the person to where their work is. */
import type { Cookies } from '@sveltejs/kit';
import type { Cookie, Principal } from '$lib/server/auth/auth.ts';

export function setCookie(cookies: Cookies, { name, value, attributes }: Cookie): void {
  cookies.set(name, value, { path: '/', ...attributes });
}

/** Where somebody's work begins. */
export function homeOf(principal: Principal): string {
  switch (principal.kind) {
    case 'seat':
      return `/take-part/${principal.jury}`;
    case 'witness':
      return `/witness/${principal.jury}`;
    case 'account':
      return '/organise';
  }
}
