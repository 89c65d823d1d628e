import type { Config } from '../config.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something: it reads only, or the browser says that it comes from our own pages. A browser always sends `Origin`
 * with what is not a read, so that a request without it is not a browser's form and has no cookie to abuse; it is refused all the same.
 */
export function isSameOrigin({ origin }: Pick<Config, 'origin'>, method: string, headers: Headers): boolean {
  if (READS.includes(method)) return true;
  const site = headers.get('sec-fetch-site');
  return headers.get('origin') === origin && (site === null || site === 'same-origin');
}
