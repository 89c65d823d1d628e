/** Makes a page of the server a page of a folder: without scripts and forms, with links that hold wherever the folder lies. */
import { parse } from 'node-html-parser';
import type { Locale } from '../../lib/jury/terms.ts';
import { linkTo, placeOf } from './places.ts';
import type { Place, Site } from './places.ts';

export interface Rewritten {
  readonly text: string;
  /** What the page needs or points to within the record. */
  readonly places: readonly Place[];
}

const LINKS = ['href', 'src'] as const;

export function rewritePage(site: Site, from: Place, html: string): Rewritten {
  const root = parse(html, { comment: false });
  for (const element of root.querySelectorAll('script, form, link[rel=modulepreload]')) element.remove();
  const places: Place[] = [];
  for (const name of LINKS) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const link = element.getAttribute(name) ?? '';
      // Names its own address for whoever asks where the page comes from.
      if (link.startsWith('#') || link.startsWith('data:') || element.getAttribute('rel') === 'canonical') continue;
      const { text, place } = rewriteLink(site, from, link);
      element.setAttribute(name, text.replaceAll('&', '&amp;'));
      if (place) places.push(place);
    }
  }
  return { text: root.toString(), places };
}

/** Fonts and pictures that a style sheet names. */
export function rewriteStyle(site: Site, from: Place, css: string): Rewritten {
  const places: Place[] = [];
  const text = css.replaceAll(/url\((["']?)([^"')]+)\1\)/g, (whole, _quote: string, link: string) => {
    if (link.startsWith('data:')) return whole;
    const rewritten = rewriteLink(site, from, link);
    if (rewritten.place) places.push(rewritten.place);
    return `url("${rewritten.text}")`;
  });
  return { text, places };
}

function rewriteLink(site: Site, from: Place, link: string): { readonly text: string; readonly place: Place | null } {
  const url = new URL(link, from.url);
  const place = placeOf(site, url, from.locale);
  // What is not in the folder stays where it is: at the address of the server.
  if (!place) return { text: url.href, place };
  return { text: linkTo(from.file, place.file) + url.hash, place };
}

/** The page that the folder opens with. */
export function frontPage(title: string, languages: readonly (readonly [Locale, string])[]): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const links = languages.map(
    ([locale, name]) => `<li><a href="${locale}/index.html" lang="${locale}">${name}</a></li>`,
  );
  return `<!doctype html>
<html lang="${languages[0]?.[0] ?? 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped}</title></head>
<body><h1>${escaped}</h1><ul>${links.join('')}</ul></body>
</html>
`;
}
