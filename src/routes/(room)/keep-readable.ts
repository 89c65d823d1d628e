/** The agenda, the rules and the evidence stay readable without a line: the page tells the device what to keep a copy of. */
import { dev } from '$app/environment';
import { preloadData } from '$app/navigation';
import { FILES_KEPT, PAGES_KEPT } from '../../lib/live/kept-pages.ts';
import { isOver } from '../../lib/jury/deliberation/sessions.ts';
import type { JuryView } from '../../lib/jury/view.ts';
import { readKept, writeKept } from './kept.ts';

const KEPT_FOR = 'alqa.kept-for';

/** Device time at which this page was taken in, where it is a copy. */
export function keptAt(): number | undefined {
  const at = typeof document === 'undefined' ? undefined : document.documentElement.dataset['kept'];
  return at === undefined ? undefined : Number(at);
}

/** What there is to read, the most wanted first. */
export function readablePages({ id, sessions = [], evidence }: JuryView): readonly string[] {
  const home = `/take-part/${id}`;
  const exhibits = evidence?.exhibits.filter((one) => !one.withdrawn) ?? [];
  return [
    `${home}/evidence`,
    ...sessions.filter((one) => !isOver(one)).map((one) => `${home}/session/${one.id}`),
    `${home}/rules`,
    ...exhibits.map((one) => `${home}/evidence/${one.id}`),
  ];
}

/** Takes copies of what there is to read. Where the browser keeps no copies, everything is as before. */
export async function keepReadable(view: JuryView, who: string): Promise<void> {
  // Browsers offer this over https only, and the bundle is not yet made while it is written.
  if (dev || !('serviceWorker' in navigator)) return;
  if (readKept(KEPT_FOR) !== `${view.id} ${who}`) await forgetPages();
  writeKept(KEPT_FOR, `${view.id} ${who}`);
  await navigator.serviceWorker.register('/service-worker.js', { scope: '/take-part/' });
  await navigator.serviceWorker.ready;
  await inCharge();
  const files = await caches.open(FILES_KEPT);
  for (const { name } of performance.getEntriesByType('resource')) {
    // Out of the browser's own cache: these were fetched a moment ago and never change.
    if (name.includes('/_app/immutable/') && !(await files.match(name))) await files.add(name);
  }
  await fetch(`/take-part/${view.id}`);
  for (const page of readablePages(view)) await preloadData(page);
}

/** Copies are for the person they were made for; call with whoever is signed in now. */
export async function forgetPagesOfOthers(who: string | undefined): Promise<void> {
  const [, keptFor] = readKept(KEPT_FOR).split(' ');
  if (who === undefined || (keptFor !== undefined && keptFor !== who)) await forgetPages();
}

async function forgetPages(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(PAGES_KEPT);
  writeKept(KEPT_FOR, '');
}

const inCharge = (): Promise<void> =>
  new Promise((resolve) => {
    if (navigator.serviceWorker.controller) resolve();
    else navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
