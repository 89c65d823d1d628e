/**
 * Finding a quoted passage. What is copied from a page has no Markdown signs and other line breaks than the text that was typed, so both are
 * compared plainly: without those signs, and with one space wherever there is white space.
 */

/** Markdown's signs. They are not compared, and so neither help nor hinder. */
export const isSign = (character: string): boolean => '*_~`#>|[]\\'.includes(character);
export const isSpace = (character: string): boolean => /\s/.test(character);

const LIST_MARKS = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+/gm;
const TABLE_RULES = /^[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*$/gm;
const LINK_TARGETS = /\]\([^)\s]*(?:\s+"[^"]*")?\)/g;

/** A text as it is compared with a quotation. */
export function plainly(text: string): string {
  const shown = text.replaceAll(TABLE_RULES, ' ').replaceAll(LIST_MARKS, ' ').replaceAll(LINK_TARGETS, '');
  return [...shown]
    .filter((character) => !isSign(character))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** How often the quotation stands in the text; nothing stands nowhere. */
export function timesIn(text: string, quote: string): number {
  const sought = plainly(quote);
  return sought === '' ? 0 : plainly(text).split(sought).length - 1;
}
