/** A person with a device of their own in each context of one Chromium. */
import type { Browser } from 'playwright-core';
import { onTestFailed } from 'vitest';
import type { Locale } from '../../../src/lib/jury/terms.ts';
import { Person } from './person.ts';

export { openBrowser } from './chromium.ts';

export const PHONE = { width: 360, height: 740 } as const;
export const LAPTOP = { width: 1280, height: 800 } as const;

export interface Device {
  readonly locale: Locale;
  readonly screen: { readonly width: number; readonly height: number };
  readonly javaScript?: boolean;
}

/** Somebody with a fresh device: no cookies, their own language. */
export async function personIn(
  browser: Browser,
  origin: string,
  name: string,
  { locale, screen, javaScript = true }: Device,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: { en: 'en-GB', ru: 'ru-KZ', kk: 'kk-KZ' }[locale],
    timezoneId: 'Asia/Almaty',
    viewport: screen,
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return new Person(name, locale, context, await context.newPage(), javaScript);
}

/** The same somebody in a further tab. */
export const inAnotherTab = async ({ name, locale, context }: Person): Promise<Person> =>
  new Person(name, locale, context, await context.newPage(), true);

/** The same for one test, whose failure then tells what they saw. */
export async function arrive(...whom: Parameters<typeof personIn>): Promise<Person> {
  const person = await personIn(...whom);
  onTestFailed(async () => console.error(await person.story()));
  return person;
}
