/** A browser without JavaScript, small enough to read: cookies, redirects, pages with their forms. */
import { parse } from 'node-html-parser';
import type { HTMLElement } from 'node-html-parser';
import { fillIn, formsIn } from './page-form.ts';
import type { Filled } from './page-form.ts';

/** What the product did is not what it should do. */
export class PlayError extends Error {
  override readonly name = 'PlayError';
}

export interface Page {
  readonly status: number;
  /** With the query. */
  readonly path: string;
  readonly root: HTMLElement;
  readonly text: string;
}

/** Which form on the page: of this command, or with this action, and with these fixed fields. */
export interface Which {
  readonly type?: string;
  readonly action?: string;
  readonly fixed?: Readonly<Record<string, string>>;
}

export interface Browser {
  /** Whose browser this is, for messages. */
  readonly who: string;
  /** @throws PlayError when the page is not there. */
  open(path: string): Promise<Page>;
  /** Fills a form that is on the page and sends it as the page says. @throws PlayError when it is missing or refused. */
  send(page: Page, which: Which, filled?: Filled): Promise<Page>;
  /** Opens a page and sends a form of it. */
  sendOn(path: string, which: Which, filled?: Filled): Promise<Page>;
  cookie(): string;
}

const MOST_REDIRECTS = 5;

export function openBrowser(origin: string, who: string): Browser {
  const cookies = new Map<string, string>();
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  async function load(path: string, init: RequestInit, redirects = 0): Promise<Page> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    headers.set('accept-language', 'en');
    if (cookies.size > 0) headers.set('cookie', cookie());
    if (init.method === 'POST') headers.set('origin', origin);
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keepCookie(line);
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      if (redirects === MOST_REDIRECTS) throw new PlayError(`${who}: ${path} leads round in a circle.`);
      const { pathname, search } = new URL(next, new URL(path, origin));
      return load(pathname + search, { method: 'GET' }, redirects + 1);
    }
    const text = await response.text();
    return { status: response.status, path, text, root: parse(text, { comment: false }) };
  }

  function keepCookie(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (gone) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  async function open(path: string): Promise<Page> {
    const page = await load(path, { method: 'GET' });
    if (page.status !== 200) throw new PlayError(`${who}: ${path} answered ${page.status}: ${headingOf(page)}`);
    return page;
  }

  async function send(page: Page, which: Which, filled: Filled = {}): Promise<Page> {
    const name = `${which.type ?? which.action ?? 'form'} ${JSON.stringify(which.fixed ?? {})}`;
    const form = formsIn(page.root).find((one) => matches(one, which));
    if (!form) throw new PlayError(`${who}: the page ${page.path} has no form for ${name}.`);
    const read = fillIn(form, filled);
    if (!read.ok) throw new PlayError(`${who}: the form for ${name} on ${page.path} ${read.why}.`);
    const target = new URL(form.getAttribute('action') ?? '', new URL(page.path, origin));
    const multipart = form.getAttribute('enctype') === 'multipart/form-data';
    const body = multipart
      ? read.data
      : new URLSearchParams([...read.data].map(([key, value]) => [key, String(value)]));
    const answer = await load(target.pathname + target.search, { method: 'POST', body });
    if (answer.status >= 400)
      throw new PlayError(`${who}: ${name} on ${page.path} was refused (${answer.status}): ${noticesOf(answer)}`);
    return answer;
  }

  return { who, open, send, cookie, sendOn: async (path, which, filled) => send(await open(path), which, filled) };
}

function matches(form: HTMLElement, { type, action, fixed = {} }: Which): boolean {
  const hidden = (name: string): string | undefined =>
    form
      .querySelectorAll('input[type=hidden]')
      .find((input) => input.getAttribute('name') === name)
      ?.getAttribute('value');
  if (type !== undefined && hidden('type') !== type) return false;
  if (action !== undefined && form.getAttribute('action') !== action) return false;
  return Object.entries(fixed).every(([name, value]) => hidden(name) === value);
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const headingOf = ({ root }: Page): string => tidy(root.querySelector('h1')?.text ?? root.text).slice(0, 200);

/** What the page says went wrong. */
const noticesOf = (page: Page): string =>
  page.root
    .querySelectorAll('.notice, [role=alert], [role=status]')
    .map(({ text }) => tidy(text))
    .filter((text) => text !== '')
    .join(' / ')
    .slice(0, 400) || headingOf(page);
