/**
 * Which of a juror's pages their device keeps for times without a line: what is read. Nothing on which somebody decides,
 * and nothing under another address. Pure; the service worker and the page agree by it.
 */
export interface KeptPage {
  /** The juror's first page, where whoever asks for anything else without a line is sent. */
  readonly home: string;
  /** Whether a copy is kept of this very page. */
  readonly kept: boolean;
  /** What a page within the room asks for, rather than the whole page. */
  readonly data: boolean;
}

const WITHIN = /^(\/take-part\/[\w-]+)(\/[^?]*?)?(\/__data\.json)?$/;
const READ = /^(\/evidence(\/[\w-]+)?|\/rules|\/session\/[\w-]+)?$/;

/** Null for what is no page of a juror. */
export function keptPage(pathname: string): KeptPage | null {
  const [, home, page = '', data] = WITHIN.exec(pathname) ?? [];
  return home === undefined ? null : { home, kept: READ.test(page), data: data !== undefined };
}

/** The copies of one juror's pages; gone when somebody else uses the device. */
export const PAGES_KEPT = 'alqa-pages';
/** Scripts, styles and letters, which are the same for everybody. */
export const FILES_KEPT = 'alqa-files';
/** When the device took a copy in, in milliseconds by its own clock. */
export const KEPT_AT = 'x-alqa-kept-at';
