/** A path on this site to go back to, or `/` where the text could lead anywhere else. */
export function sameSitePath(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(text) ? text : '/';
}
