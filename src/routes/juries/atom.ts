/** An Atom feed (RFC 4287) as text. */
import { xml } from './xml.ts';

export interface FeedEntry {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly at: number;
  readonly text: string | null;
}

export interface Feed {
  readonly address: string;
  readonly page: string;
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** In any order; the feed has the newest first. */
  readonly entries: readonly FeedEntry[];
}

export function atomOf({ address, page, language, title, author, entries }: Feed): string {
  const newest = entries.toSorted((a, b) => b.at - a.at);
  const lines = newest.map(
    (entry) => `  <entry>
    <id>${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <link href="${xml(entry.link)}"/>
    <updated>${instant(entry.at)}</updated>
    <content type="text">${xml(entry.text ?? entry.title)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">
  <id>${xml(page)}</id>
  <title>${xml(title)}</title>
  <link href="${xml(page)}"/>
  <link rel="self" type="application/atom+xml" href="${xml(address)}"/>
  <updated>${instant(newest[0]?.at ?? 0)}</updated>
  <author><name>${xml(author)}</name></author>
${lines.join('')}</feed>
`;
}

const instant = (at: number): string => new Date(at).toISOString();
