/** Reads message files as the format plugin does, and finds what a reader would stumble over. */
import type { Locale } from '../../src/lib/jury/terms.ts';

interface Variants {
  readonly declarations?: readonly string[];
  readonly selectors?: readonly string[];
  readonly match: Readonly<Record<string, string>>;
}
type Message = string | readonly Variants[];
export type Messages = Readonly<Record<string, Message>>;

export const texts = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap((each) => Object.values(each.match));

/** The names a message must be given, from its text and its declarations, sorted. */
export function parameters(message: Message): string[] {
  const declared = typeof message === 'string' ? [] : message.flatMap((each) => each.declarations ?? []);
  const inputs = declared.flatMap((line) => /^input (\w+)/.exec(line)?.[1] ?? []);
  const locals = new Set(declared.flatMap((line) => /^local (\w+)/.exec(line)?.[1] ?? []));
  const named = texts(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
  return [...new Set([...inputs, ...named.filter((name) => !locals.has(name))])].toSorted();
}

/** What is the same in every language: names, abbreviations, addresses, column headings and parameters. */
const NAMES = /\b(?:Alqa|English|Markdown|[A-Z]{2,}|min|max|\w+_\w+)\b|https?:\S+|\S+@\S+|\{\w+\}/g;

/** Two Latin words in a row, or one that is not an abbreviation, are taken for English that was left behind. */
function looksEnglish(text: string): boolean {
  const bare = text.replace(NAMES, '');
  return /[a-z]{3,} [a-z]{2,}/i.test(bare) || (/[a-z]{4,}/i.test(bare) && !/\p{Script=Cyrillic}/u.test(bare));
}

function missingPlurals(locale: Locale, message: Message): string[] {
  if (typeof message === 'string') return [];
  return message.flatMap((variants) => {
    const plural = variants.declarations?.flatMap((line) => /^local (\w+) = \w+: plural$/.exec(line)?.[1] ?? [])[0];
    if (!plural) return [];
    const said = Object.keys(variants.match).join(' ');
    if (said.includes(`${plural}=*`)) return [];
    return new Intl.PluralRules(locale)
      .resolvedOptions()
      .pluralCategories.filter((form) => !said.includes(`${plural}=${form}`));
  });
}

/** One line for everything that is wrong with the messages of one language. */
export function complaints(locale: Locale, messages: Messages): string[] {
  return Object.entries(messages).flatMap(([key, message]) => {
    const found: string[] = [];
    for (const text of texts(message)) {
      if (text.trim() === '') found.push(`${key}: empty`);
      if (/!(?!=)/.test(text)) found.push(`${key}: an exclamation mark`);
      if (locale !== 'en' && looksEnglish(text)) found.push(`${key}: English: ${text}`);
      if (locale === 'en' && /\p{Script=Cyrillic}/u.test(text) && !key.startsWith('common_language_'))
        found.push(`${key}: not English`);
    }
    const missing = missingPlurals(locale, message);
    if (missing.length > 0) found.push(`${key}: no text for ${missing.join(', ')}`);
    return found;
  });
}
