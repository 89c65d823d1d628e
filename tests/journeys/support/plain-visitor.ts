/** Somebody whose browser runs no script at all: pages are fetched, forms are posted. */
import { expect } from 'vitest';
import type { Locale } from '../../../src/lib/jury/terms.ts';
import { LOCALE_COOKIE } from '../../../src/lib/i18n/locale.ts';

export interface PlainPage {
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly path: string;
  readonly html: string;
}

export class PlainVisitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, locale: Locale) {
    this.#origin = origin;
    this.#cookies.set(LOCALE_COOKIE, locale);
  }

  async opens(path: string): Promise<PlainPage> {
    return this.#follow(path, { method: 'GET' });
  }

  async posts(path: string, fields: Readonly<Record<string, string>>): Promise<PlainPage> {
    return this.#follow(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Posts a form that must be accepted. */
  async acts(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const { status, html } = await this.posts(path, fields);
    expect(status, html.slice(0, 2_000)).toBe(200);
  }

  async #follow(path: string, request: RequestInit): Promise<PlainPage> {
    const headers = { cookie: this.#cookieHeader(), origin: this.#origin, accept: 'text/html' };
    const response = await fetch(new URL(path, this.#origin), { ...request, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return this.#follow(location, { method: 'GET' });
    return { status: response.status, path: new URL(response.url).pathname, html: await response.text() };
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
