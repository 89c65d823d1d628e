/** One version of an exhibit made ready to be read: its words as HTML with every correction at its place, and what a reader wants to know first. */
import { dayAt } from '$lib/i18n/deadline.ts';
import { formatDay } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import { editionOf, editionsOf, wordsOf } from '$lib/jury/evidence/exhibit.ts';
import type { Edition, ShownExhibit } from '$lib/jury/evidence/exhibit.ts';
import { languageOf } from '$lib/jury/evidence/language.ts';
import { readingOf } from '$lib/jury/evidence/reading.ts';
import { passageId } from '$lib/jury/verdict/uses.ts';
import type { Use } from '$lib/jury/verdict/uses.ts';
import { renderMarkdown } from '$lib/ui/markdown.ts';
import { markPassages } from '$lib/ui/passages.ts';

/** Null where the exhibit has no such version. `uses` are the recommendations that rest on it, read under `home` and their id. */
export function shownVersion(exhibit: ShownExhibit, number: number, uses: readonly Use[] = [], home = '') {
  const edition = editionOf(exhibit, number);
  if (!edition) return null;
  const corrections = exhibit.corrections
    .filter((one) => one.version === number)
    .map(({ text, at, quote, place }, index) => ({
      id: `correction-${index + 1}`,
      text: text.text,
      day: dayAt(at),
      quote: quote?.text ?? null,
      place: place ?? null,
    }));
  const words = wordsOf(edition);
  return {
    edition: faceOf(edition),
    newest: exhibit.version,
    /** The day on which the next version took its place. */
    until: editionOf(exhibit, number + 1)?.at ?? null,
    versions: editionsOf(exhibit).map(({ number: one, at, reason }) => ({ number: one, at, reason: reason ?? null })),
    corrections,
    /** Erased words are null here, and `said` is true: there was something to read. */
    said: words !== null,
    html: words?.text
      ? withPassages(words.text, corrections, { uses: uses.filter(({ version }) => version === number), home })
      : null,
    lang: words?.text ? languageOf(words.text) : undefined,
    reading: words?.text ? readingOf(words.text) : null,
  };
}

export type ShownVersion = NonNullable<ReturnType<typeof shownVersion>>;

/** The version that an address asks for; the newest where it asks for none, null where it asks for nonsense. */
export const versionIn = (param: string | undefined, exhibit: ShownExhibit): number | null => {
  if (param === undefined) return exhibit.version;
  return /^[1-9]\d{0,4}$/.test(param) ? Number(param) : null;
};

/** Everything of a version but its words, which go to the page as HTML. */
function faceOf(edition: Edition) {
  const { number, at, reason = null } = edition;
  const face = { number, at, reason };
  switch (edition.kind) {
    case 'text':
      return { ...face, kind: 'text' as const };
    case 'link': {
      const { address, copiedOn, copy } = edition;
      return { ...face, kind: 'link' as const, address, copiedOn: copiedOn ?? dayAt(at), copy: copy ?? null };
    }
    case 'file': {
      const { file, mediaType, size, sha256, alt = null, captions, uncaptioned = null } = edition;
      const known = { file, mediaType, size, sha256, alt, captions: captions?.file ?? null, uncaptioned };
      return { ...face, kind: 'file' as const, ...known };
    }
  }
}

interface Shown {
  readonly id: string;
  readonly text: string | null;
  readonly quote: string | null;
  readonly day: string;
}

/** A correction that cannot be found in place still stands above the text, with the passage; a use below it. */
function withPassages(
  words: string,
  corrections: readonly Shown[],
  { uses, home }: { readonly uses: readonly Use[]; readonly home: string },
) {
  const corrected = corrections.flatMap(({ id, text, quote, day }) =>
    quote === null || text === null
      ? []
      : [{ quote, note: m.exhibit_correction_note({ text }), href: `#${id}`, link: formatDay(day) }],
  );
  const cited = uses.flatMap(({ recommendation, passage }, index) => {
    if (passage === null) return [];
    const first = uses.findIndex((one) => one.passage === passage) === index;
    const said = {
      begins: m.drafting_cited_begins(),
      ends: m.drafting_cited_ends(),
      id: first ? passageId(passage) : '',
    };
    const about = { quote: passage, note: m.drafting_cited_here() };
    return [{ ...about, href: `${home}${recommendation}`, link: recommendation, cited: said }];
  });
  return markPassages(renderMarkdown(words), [...corrected, ...cited], {
    begins: m.exhibit_corrected_begins(),
    ends: m.exhibit_corrected_ends(),
  });
}
