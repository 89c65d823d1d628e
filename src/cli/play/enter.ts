/** Coming in by a personal link. */
import { PlayError, openBrowser } from './browser.ts';
import type { Browser, Page } from './browser.ts';
import { expectThat } from './stage.ts';

const PASSWORD = 'a long winter evening';

/** The personal links on a page, in order. */
export const linksOn = ({ text }: Page): readonly string[] => [
  ...new Set(text.match(/https?:\/\/[^\s"'<>]+\/enter\/[\w-]+/g) ?? []),
];

/** Opens the link in a fresh browser and confirms. Looking at it first must not use it up. */
export async function enter(origin: string, who: string, link: string): Promise<Browser> {
  const path = new URL(link).pathname;
  const passer = openBrowser(origin, `somebody who looks at the link of ${who}`);
  await passer.open(path);
  const browser = openBrowser(origin, who);
  const page = await browser.open(path);
  const asksForPassword = page.root.querySelector('input[name=password]') !== null;
  const home = await browser.send(page, {}, asksForPassword ? { password: PASSWORD } : {});
  expectThat(!home.path.startsWith('/enter'), `${who} was not let in by a fresh link.`);
  expectThat(browser.cookie() !== '', `${who} came in without a cookie.`);
  return browser;
}

/** @throws PlayError when a link that was used lets somebody in again. */
export async function expectSpent(origin: string, link: string): Promise<void> {
  const page = await openBrowser(origin, 'somebody who found a used link').open(new URL(link).pathname);
  if (page.root.querySelector('form button') && page.root.querySelectorAll('main form').length > 0)
    throw new PlayError('A link that was used offers to let somebody in again.');
}
