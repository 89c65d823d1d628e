/** Where each address of a jury's public record lies in the exported folder. */
import { posix } from 'node:path';
import { BUNDLE_FILE } from '../../lib/lottery/index.ts';
import { LOCALES } from '../../lib/jury/terms.ts';
import type { Locale } from '../../lib/jury/terms.ts';

/** The same in every language. */
const DATA = ['record.json', 'recommendations.csv', 'programme.ics'];
/** Once for each language. */
const TOLD = ['feed.atom', 'card.svg', 'card.png', 'verdict.pdf', 'README.md'];
/** Each in a file of its own, once for each language. */
const PAGES = ['answers', 'chosen', 'moderation', 'process', 'programme', 'questions', 'rules'];

export interface Site {
  readonly origin: string;
  readonly jury: string;
  /** Exhibit files by id with their ending: `.pdf`. */
  readonly endings: Readonly<Record<string, string>>;
}

/** An address as it is asked for in one language, and the file that it becomes. */
export interface Place {
  readonly url: URL;
  readonly locale: Locale;
  /** From the folder's root, with `/`. */
  readonly file: string;
}

/** Null for what is not part of the record: other juries, doors, and pages that work by script only. */
export function placeOf({ origin, jury, endings }: Site, url: URL, reader: Locale): Place | null {
  if (url.origin !== origin) return null;
  const locale = LOCALES.find((one) => one === url.searchParams.get('lang')) ?? reader;
  const file = fileOf(decodeURIComponent(url.pathname), jury, locale, endings);
  return file === null ? null : { url: new URL(url.pathname, origin), locale, file };
}

function fileOf(path: string, jury: string, locale: Locale, endings: Site['endings']): string | null {
  if (path.split('/').includes('..')) return null;
  if (path.startsWith('/_app/')) return `assets/${path.slice('/_app/'.length)}`;
  if (path === '/favicon.svg') return 'assets/favicon.svg';
  if (path === '/record.schema.json') return 'data/record.schema.json';
  const within = posix.relative(`/juries/${jury}`, path);
  const [part = '', second = '', ...rest] = within.split('/');
  if (within === '') return `${locale}/index.html`;
  if (DATA.includes(within)) return `data/${within}`;
  if (TOLD.includes(within)) return `${locale}/${within}`;
  if (part === 'lottery' && second === BUNDLE_FILE) return 'data/lottery-record.json';
  if (part === 'lottery' && second === 'replacements') return `data/replacements/${rest.join('/')}`;
  if (part === 'lottery') return `data/lottery/${second}`;
  if (part === 'files') return second in endings ? `files/${second}${endings[second] ?? ''}` : null;
  if (part === 'versions' && rest[0] === 'verdict.json') return `data/versions/${second}.json`;
  if (part === 'versions' && second !== '') return `${locale}/versions/${second}.html`;
  if (part === 'evidence' && second !== '') return `${locale}/evidence/${[second, ...rest].join('-')}.html`;
  if (part === 'minutes' && /^[A-Za-z0-9_-]+$/.test(second) && rest.length === 0)
    return `${locale}/minutes/${second}.html`;
  return PAGES.includes(within) ? `${locale}/${within}.html` : null;
}

/** How a file of the folder is linked to from another one. */
export const linkTo = (from: string, to: string): string => posix.relative(posix.dirname(from), to);
