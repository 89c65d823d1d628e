/** What people do with a page: they read, follow, press, fill in. Everything is found as a screen reader would find it. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import type { Locale } from '../../../src/lib/jury/terms.ts';
import { say } from './words.ts';
import type { Words } from './words.ts';

type Role = Parameters<Page['getByRole']>[0];
type Upload = Parameters<Locator['setInputFiles']>[0];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export class Person {
  readonly name: string;
  readonly locale: Locale;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: errors of scripts and of the content security policy. */
  readonly complaints: string[] = [];
  readonly #scripted: boolean;

  constructor(name: string, locale: Locale, context: BrowserContext, page: Page, scripted: boolean) {
    this.name = name;
    this.locale = locale;
    this.context = context;
    this.page = page;
    this.#scripted = scripted;
    // That the line is down, or that something was refused, is no fault of the page.
    const expected = /net::ERR_|WebSocket connection|status of 4\d\d|Failed to fetch|Unable to preload CSS/;
    const complain = (text: string): void => {
      if (!expected.test(text)) this.complaints.push(`${page.url()}: ${text}`);
    };
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  }

  says(words: Words): string {
    return say(this.locale, words);
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settles();
  }

  /** A page with a script is ready once Kit has taken it over and announces routes. */
  async settles(): Promise<void> {
    if (!this.#scripted) return;
    // Playwright finds no text in scripts.
    const started = await this.page
      .locator('script')
      .evaluateAll((scripts) => scripts.some((one) => one.textContent.includes('__sveltekit_')));
    if (started) await this.page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  }

  async reloads(): Promise<void> {
    await this.page.reload();
    await this.settles();
  }

  /** Comes in by a personal link; staff who have no password yet choose one. */
  async entersByLink(link: string, password?: string): Promise<void> {
    await this.opens(link);
    if (password !== undefined) await this.fills(m.auth_password_title, password);
    await this.presses(m.auth_enter_button);
    await this.page.waitForURL((url) => !url.pathname.startsWith('/enter/'));
    await this.settles();
  }

  async signsIn(email: string, password: string): Promise<void> {
    await this.opens('/sign-in');
    await this.fills(m.auth_email, email);
    await this.fills(m.auth_password, password);
    await this.presses(m.common_sign_in);
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
    await this.settles();
  }

  find(role: Role, words: Words, within: Locator | Page = this.page): Locator {
    return within.getByRole(role, { name: this.says(words), exact: true });
  }

  async presses(words: Words, within?: Locator): Promise<void> {
    await this.find('button', words, within).click();
  }

  /** Follows a link, whose name may go on after these words. */
  async follows(words: Words, within: Locator | Page = this.page): Promise<void> {
    await within
      .getByRole('link', { name: this.says(words) })
      .first()
      .click();
    await this.settles();
  }

  /** A field by its label, to which a field that may stay empty adds that it may. */
  field(label: Words, within: Locator | Page = this.page): Locator {
    const optional = this.says(m.common_optional);
    return within.getByLabel(new RegExp(`^\\s*${escaped(this.says(label))}(, ${optional})?\\s*$`));
  }

  async fills(label: Words, text: string, within?: Locator | Page): Promise<void> {
    await this.field(label, within).fill(text);
  }

  /** One of the choices of a list that folds out. */
  async picks(label: Words, option: Words, within?: Locator | Page): Promise<void> {
    await this.field(label, within).selectOption({ label: this.says(option) });
  }

  async attaches(label: Words, file: Upload, within?: Locator | Page): Promise<void> {
    await this.field(label, within).setInputFiles(file);
  }

  /** One of several choices, whose name may go on after these words. */
  async chooses(words: Words, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('radio', { name: new RegExp(`^${escaped(this.says(words))}`) }).check();
  }

  async ticks(words: Words, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('checkbox', { name: this.says(words) }).check();
  }

  /** Opens a fold unless it is open already. */
  async unfolds(words: Words, within: Locator | Page = this.page): Promise<void> {
    const summary = within
      .locator('summary')
      .filter({ hasText: this.says(words) })
      .first();
    const isOpen = (): Promise<boolean> => summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open);
    // A press that comes while the page is being taken over may be undone by it: then it is pressed again.
    for (let press = 0; press < 3 && !(await isOpen()); press += 1) {
      await summary.click();
      await this.page.waitForTimeout(50);
    }
  }

  /** Sends forms as they are, however much the browser would object. */
  async ignoresTheBrowsersAdvice(): Promise<void> {
    await this.page.locator('form').evaluateAll((forms) => {
      for (const form of forms as HTMLFormElement[]) form.noValidate = true;
    });
  }

  /** Touches words, whatever they stand on. */
  async taps(words: Words, within: Locator | Page = this.page): Promise<void> {
    await within.getByText(this.says(words), { exact: true }).first().click();
  }

  /** The line of a list that has these words in it. */
  line(words: Words): Locator {
    return this.page.getByRole('listitem').filter({ hasText: this.says(words) });
  }

  /** Fills in what a dialog asks for and presses its button. */
  async answers(words: Words, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await fill?.(dialog);
    await this.presses(words, dialog);
    await dialog.waitFor({ state: 'detached' });
  }

  /** An act that cannot be undone is asked for twice: once on the page, once in the dialog. */
  async confirms(words: Words, fill?: (dialog: Locator) => Promise<void>, within?: Locator): Promise<void> {
    await this.find('button', words, within).first().click();
    const dialog = this.page.getByRole('alertdialog');
    await fill?.(dialog);
    await this.presses(words, dialog);
    await dialog.waitFor({ state: 'detached' });
  }

  /** The part of a form that has this legend. */
  group(legend: Words): Locator {
    return this.page.getByRole('group', { name: this.says(legend), exact: true });
  }

  async sees(words: Words, within: Locator | Page = this.page): Promise<void> {
    await within.getByText(this.says(words)).first().waitFor();
  }

  async seesNot(words: Words): Promise<void> {
    await this.page.getByText(this.says(words)).first().waitFor({ state: 'hidden' });
  }

  async reads(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Where they are and what they read: told when a journey fails. */
  async story(): Promise<string> {
    const text = await this.page.locator('body').innerText();
    return `${this.name} was at ${this.page.url()} and read:\n${text}\n${this.complaints.join('\n')}`;
  }

  isContent(): void {
    expect(this.complaints, `${this.name}'s browser complained`).toEqual([]);
  }
}
