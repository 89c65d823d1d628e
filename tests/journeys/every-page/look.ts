/** What can be measured on a page as it stands on the screen. Each function returns what is wrong, in words. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const PHONE_WIDTH = 360;
export const LAPTOP_WIDTH = 1280;

/** What AxeBuilder puts into a page that has axe already. */
const NOTHING_MORE = 'undefined';

/** Everything on the two usual sights, and the colours, which alone depend on the theme, on the other two. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  let known = false;
  for (const width of [PHONE_WIDTH, LAPTOP_WIDTH]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const whole = (width === PHONE_WIDTH) === (colorScheme === 'light');
      const axe = new AxeBuilder({ page, ...(known ? { axeSource: NOTHING_MORE } : {}) })
        .options({ resultTypes: ['violations'] })
        .withTags(WCAG)
        .setLegacyMode();
      const { violations } = await (whole ? axe : axe.withRules(['color-contrast'])).analyze();
      known = true;
      for (const { id, nodes } of violations)
        problems.push(...nodes.map(({ html }) => `${id} at ${width} px, ${colorScheme}: ${html.slice(0, 160)}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return problems;
}

/** At 320 px nothing may reach over the edge. */
export async function overflow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > 320 ? [`is ${width} px wide on a screen of 320 px`] : [];
}

/** What a finger has to hit: 44 px at least both ways; a box counts with its label. */
export async function smallTargets(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: PHONE_WIDTH, height: 740 });
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'main :is(button, summary, select, textarea, input:not([type="hidden"]), a.button, nav a)',
    );
    return [...controls].flatMap((control) => {
      const box = control.matches('[type="checkbox"], [type="radio"]')
        ? (control.closest('label') ?? control)
        : control;
      const { width, height } = box.getBoundingClientRect();
      if (!control.checkVisibility() || (width >= 43.9 && height >= 43.9)) return [];
      return [`${Math.round(width)} × ${Math.round(height)} px: ${control.outerHTML.slice(0, 120)}`];
    });
  });
}

/** What a juror has to read: 18 px at least. */
export async function smallText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const around = text.parentElement;
      if (!around || !text.textContent?.trim() || !around.checkVisibility()) continue;
      // What only a screen reader meets is a box of one pixel.
      if (around.getBoundingClientRect().width <= 1) continue;
      const size = Number.parseFloat(getComputedStyle(around).fontSize);
      if (size < 18) small.push(`${size} px: ${text.textContent.trim().slice(0, 60)}`);
    }
    return small;
  });
}
