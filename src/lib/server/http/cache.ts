/** How public pages may be kept: by anyone, but asked for again each time. Kit answers 304 where the tag still holds. */
import { version as build } from '$app/environment';
import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { dayAt } from '../../i18n/deadline.ts';
import { getLocale } from '../../i18n/compiled/runtime.js';
import { appearanceOf } from '../../ui/appearance.ts';

/** `content` changes with everything that the page is made from; whatever else a page depends on is added here. */
function tagOf(event: RequestEvent, content: string): string {
  const { theme, contrast } = appearanceOf(event.cookies);
  // Whether an answer is late changes with the day and with nothing in the record.
  const dependsOn = [
    build,
    content,
    event.url.pathname,
    event.url.search,
    getLocale(),
    theme,
    contrast,
    dayAt(Date.now()),
  ];
  return `"${createHash('sha256').update(JSON.stringify(dependsOn)).digest('hex').slice(0, 32)}"`;
}

const REVALIDATE = 'public, max-age=0, must-revalidate';

/** Lets everyone keep this page until its content changes. A page for somebody who is signed in is theirs alone. */
export function keepUntilChanged(event: RequestEvent, content: string): void {
  // A choice of language comes with a cookie, and a cookie is not for sharing.
  if (event.locals.principal || event.url.searchParams.has('lang')) return;
  event.setHeaders({ etag: tagOf(event, content), 'cache-control': REVALIDATE, vary: 'Accept-Language, Cookie' });
}

/** The same for data that is alike for everyone, in every language. `sha256` is that of the body. */
export const dataHeaders = (sha256: string): Record<string, string> => ({
  etag: `"${sha256.slice(0, 32)}"`,
  'cache-control': REVALIDATE,
});
