/** Marks quoted passages in a rendered text and puts words beside them, so that whoever reads the claim reads the correction. */
import { isSign, isSpace, plainly } from '../jury/evidence/passage.ts';
import type { SafeHtml } from './markdown.ts';

export interface Passage {
  /** As it stands in the text. */
  readonly quote: string;
  /** What is said beside it, as plain text. */
  readonly note: string;
  /** Where to read more: an address on the same page. */
  readonly href: string;
  /** What leads there. */
  readonly link: string;
  /** What the passage is where it is not corrected but cited: its own address on the page (none where another has it), and the words before and after the mark. */
  readonly cited?: MarkWords & { readonly id: string };
}

/** Said before and after a marked passage to those who do not see the mark. */
export interface MarkWords {
  readonly begins: string;
  readonly ends: string;
}

/** One letter of the text: which piece of the HTML it is in, and where it begins and ends there. */
interface Letter {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly passage: Passage;
}

/**
 * The same HTML with each passage in `<mark>` and its note after it. A passage that does not stand there is left out: whoever shows the notes in
 * full elsewhere loses nothing.
 */
export function markPassages(html: SafeHtml, passages: readonly Passage[], words: MarkWords): SafeHtml {
  const letters = lettersOf(html);
  const text = letters.map(({ character }) => character).join('');
  const found = passages.flatMap((passage): Found[] => {
    const sought = plainly(passage.quote);
    const at = sought === '' ? -1 : text.indexOf(sought);
    const [first, last] = [letters[at], letters[at + sought.length - 1]];
    return first && last ? [{ start: first.start, end: outOfLink(html, last.end), passage }] : [];
  });
  return insert(html, found, words) as SafeHtml;
}

/** Letter by letter as `plainly` leaves them; of white space in a row only the first. Between blocks there is white space. */
function lettersOf(html: string): readonly Letter[] {
  const letters: Letter[] = [];
  const add = (character: string, start: number, end: number): void => {
    if (isSign(character)) return;
    if (!isSpace(character)) for (const unit of character.split('')) letters.push({ character: unit, start, end });
    else if (letters.length > 0 && letters.at(-1)?.character !== ' ') letters.push({ character: ' ', start, end });
  };
  for (const match of html.matchAll(/<[^>]*>|&[a-z]+;|[^<&]|&/gsu)) {
    const [piece] = match;
    const end = match.index + piece.length;
    if (piece.startsWith('<')) {
      if (BLOCK.test(piece)) add(' ', match.index, match.index);
    } else add(ENTITIES[piece] ?? piece, match.index, end);
  }
  return letters;
}

const BLOCK = /^<\/?(?:p|h[2-4]|li|ul|ol|table|thead|tbody|tr|th|td|blockquote|pre|br|hr)\b/;
/** What the sanitiser writes. */
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function insert(html: string, found: readonly Found[], words: MarkWords): string {
  const marked = merged(found);
  const notes = found.toSorted((a, b) => a.end - b.end);
  let out = '';
  let at = 0;
  const copy = (until: number): void => {
    out += html.slice(at, until);
    at = until;
  };
  for (const { start, end } of marked) {
    copy(start);
    const within = notes.filter((one) => one.end > start && one.end <= end);
    // Where somebody was corrected, that is what has to be heard first.
    const said = within.every(({ passage }) => passage.cited) ? (within[0]?.passage.cited ?? words) : words;
    const mark = said === words ? '<mark>' : '<mark class="cited">';
    out += `${within.map(anchorOf).join('')}${unseen(said.begins)}${mark}`;
    for (const { end: here, passage } of within) {
      out += wrapped(html.slice(at, here), mark);
      at = here;
      out += `${close(here === end ? said.ends : '')}${noteOf(passage)}${here === end ? '' : mark}`;
    }
  }
  copy(html.length);
  return out;
}

/** A mark holds words, never the ends of a paragraph or of an emphasis: it is closed before each tag and opened after it. */
const wrapped = (part: string, mark: string): string =>
  part.replaceAll(/\s*<[^>]*>(?:\s*<[^>]*>)*\s*/g, (tags) => `</mark>${tags}${mark}`);

const unseen = (text: string): string => (text === '' ? '' : `<span class="unseen">${escaped(text)} </span>`);
const close = (ends: string): string => `</mark>${ends === '' ? '' : `<span class="unseen"> ${escaped(ends)}</span>`}`;

const anchorOf = ({ passage: { cited } }: Found): string =>
  cited?.id ? `<span id="${escaped(cited.id)}"></span>` : '';

const noteOf = ({ note, href, link, cited }: Passage): string =>
  ` <ins class="${cited ? 'cited' : 'correction'}">${escaped(note)} <a href="${escaped(href)}">${escaped(link)}</a></ins> `;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A note holds a link, and no link stands in another. */
const outOfLink = (html: string, end: number): number =>
  end + (/^(?:[^<]|<(?!\/?a\b)[^>]*>)*<\/a>/.exec(html.slice(end))?.[0].length ?? 0);

/** Passages that overlap are one. */
function merged(found: readonly Found[]): readonly Pick<Found, 'start' | 'end'>[] {
  const rows: { start: number; end: number }[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const last = rows.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else rows.push({ start, end });
  }
  return rows;
}
