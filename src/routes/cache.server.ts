/** How public pages may be kept: by anyone, but asked for again each time. Kit answers 304 where the tag still holds. */
import { version as build } from '$app/environment';
import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { dayAt } from '../lib/i18n/deadline.ts';
import { getLocale } from '../lib/i18n/compiled/runtime.js';
import { REVALIDATE } from '../lib/server/http/cache.ts';
import { appearanceOf } from '../lib/ui/appearance.ts';

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

/** Lets everyone keep this page until its content changes. A page for somebody who is signed in is theirs alone. */
export function keepUntilChanged(event: RequestEvent, content: string): void {
  // A choice of language comes with a cookie, and a cookie is not for sharing.
  if (event.locals.principal || event.url.searchParams.has('lang')) return;
  event.setHeaders({ etag: tagOf(event, content), 'cache-control': REVALIDATE, vary: 'Accept-Language, Cookie' });
}
