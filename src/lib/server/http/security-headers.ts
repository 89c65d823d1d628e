import type { Config } from '../config.ts';

/** What every answer says to the browser; the content security policy is Kit's, which knows the scripts of the page. */
export function setSecurityHeaders(
  headers: Headers,
  { https, callOrigin }: Pick<Config, 'https' | 'callOrigin'>,
  personal: boolean,
): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  // A document among the exhibits is shown inside our own page, and says so itself.
  if (!headers.has('X-Frame-Options')) headers.set('X-Frame-Options', 'DENY');
  // A link with a token in it must not travel to the sites that its page points to.
  headers.set('Referrer-Policy', 'same-origin');
  // Cameras and microphones are for the configured service of calls alone, in the one frame that may be shown.
  const seen = callOrigin === null ? '()' : `(self "${callOrigin}")`;
  const devices = ['camera', 'microphone', 'display-capture'].map((device) => `${device}=${seen}`).join(', ');
  headers.set('Permissions-Policy', `${devices}, geolocation=(), payment=(), usb=(), browsing-topics=()`);
  const policy = headers.get('Content-Security-Policy');
  if (policy !== null && callOrigin !== null)
    headers.set('Content-Security-Policy', `${policy}; frame-src 'self' ${callOrigin}`);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  // The card of a jury is made for the pages of others, and says so itself.
  if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (https) headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (personal) headers.set('Cache-Control', 'no-store');
}
