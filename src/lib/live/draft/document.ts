/**
 * A recommendation while several write it: one Yjs document. Each field is one run of letters in which a mark begins a paragraph and says of what
 * kind it is. There is nothing but letters, so that no keystroke hangs on a paragraph that somebody else joins, parts, takes away or makes a
 * heading (decision 32). Both ends import this file.
 */
import * as Y from 'yjs';
import { KINDS, SIGNS, linesOf, readParagraph } from '../../jury/verdict/plain-text.ts';
import type { Kind, Paragraph } from '../../jury/verdict/plain-text.ts';
import { asCited, citedIn, keyOf } from '../../jury/verdict/citation.ts';
import { EXTRAS, extrasOf } from '../../jury/verdict/extras.ts';
import { ONE_LINE, TEXT_PARTS, textOf } from '../../jury/verdict/parts.ts';
import type { TextPart } from '../../jury/verdict/parts.ts';
import type { Wording } from '../../jury/verdict/verdict.ts';
import type { DraftWords } from '../../jury/verdict/writing-rules.ts';

export const TEXTS = TEXT_PARTS;
export type TextField = TextPart;
export { ONE_LINE };
/** The set of what is cited, each as `keyOf` writes it. */
export const CITES = 'cites';
/** [V46] Nothing else is in the document. */
export const PARTS: readonly string[] = [...TEXTS, CITES];

export type { Kind, Paragraph };

/** What begins a paragraph of each kind: letters that nobody can type ([A6]). */
export const MARKS: Readonly<Record<Kind, string>> = { plain: '\n', heading: '\u001d', item: '\u001e' };
export const ANY_MARK = /[\n\u001d\u001e]/g;
/** What `line` and `prose` of the commands refuse. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/gu;

/** An empty document whose parts are what they have to be, whatever arrives. */
export function newDocument(): Y.Doc {
  const doc = new Y.Doc();
  for (const field of TEXTS) doc.getText(field);
  doc.getMap(CITES);
  return doc;
}

/** A run as paragraphs. What stands before the first mark is a plain paragraph. */
export function paragraphsIn(run: string): readonly Paragraph[] {
  const marks = [...run.matchAll(ANY_MARK)];
  const before = run.slice(0, marks[0]?.index ?? run.length);
  const marked = marks.map(({ 0: mark, index }, number) => ({
    kind: KINDS.find((kind) => MARKS[kind] === mark) ?? 'plain',
    text: run.slice(index + 1, marks[number + 1]?.index ?? run.length),
  }));
  return before === '' && marked.length > 0 ? marked : [{ kind: 'plain', text: before }, ...marked];
}

export const runOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ kind, text }) => MARKS[kind] + text).join('');

const worded = (text: string): string => text.replaceAll(NOT_TEXT, '').trim();

/**
 * [V42] The words as they would stand in the next version: paragraphs, headings and lists as plain text, nothing else. `known` gives the ids of
 * paragraphs by where they begin; see `beginnings`.
 */
export function wordsOf(doc: Y.Doc, known: ReadonlyMap<string, string> = new Map()): DraftWords {
  const line = (field: TextField): string => worded(doc.getText(field).toString().replaceAll(/\s/g, ' '));
  const paragraphed = (field: TextField): string => asText(filled(paragraphsIn(doc.getText(field).toString())));
  const extras = EXTRAS.map((extra) => [extra, ONE_LINE.includes(extra) ? line(extra) : paragraphed(extra)] as const);
  const body = beginnings(doc.getText('text'));
  return {
    title: line('title'),
    text: asText(body),
    rationale: paragraphed('rationale'),
    addressee: line('addressee'),
    ...extrasOf(Object.fromEntries(extras)),
    citations: [...doc.getMap(CITES).keys()]
      .toSorted()
      .map(citedIn)
      .filter((one) => one !== null),
    paragraphs: body.map(({ beginning }) => known.get(beginning) ?? null),
  };
}

const filled = <P extends Paragraph>(paragraphs: readonly P[]): readonly P[] =>
  paragraphs.map((one) => ({ ...one, text: worded(one.text) })).filter(({ text }) => text !== '');

/** The paragraphs with words in them, each with the mark that it begins with: Yjs knows every letter for good by who wrote it and when. */
export function beginnings(text: Y.Text): readonly (Paragraph & { readonly beginning: string })[] {
  const paragraphs = paragraphsIn(text.toString());
  const unmarked = paragraphs.length > [...text.toString().matchAll(ANY_MARK)].length;
  let at = unmarked ? -1 : 0;
  return filled(
    paragraphs.map((paragraph) => {
      const item = at < 0 ? null : Y.createRelativePositionFromTypeIndex(text, at).item;
      at += paragraph.text.length + 1;
      return { ...paragraph, beginning: item ? `${item.client} ${item.clock}` : 'start' };
    }),
  );
}

const asText = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map(({ kind, text }, index) => {
      const listed = kind === 'item' && paragraphs[index - 1]?.kind === 'item';
      return `${index === 0 ? '' : listed ? '\n' : '\n\n'}${SIGNS[kind]}${text}`;
    })
    .join('');

/** A version's text as a run: `## ` begins a heading, `- ` an item of a list. */
export function runOfText(text: string): string {
  const lines = linesOf(text);
  return runOf((lines.length > 0 ? lines : ['']).map(readParagraph));
}

/** What the field of a document says when it says what a version says. */
export const runOfField = (wording: Wording, field: TextField): string => {
  const text = textOf(wording, field);
  // What is not said has no paragraph either.
  return ONE_LINE.includes(field) || (isExtra(field) && text === '') ? text : runOfText(text);
};

const isExtra = (field: TextField): boolean => EXTRAS.some((extra) => extra === field);

/** Writes a version into an empty document. */
export function writeWording(doc: Y.Doc, wording: Wording): void {
  doc.transact(() => {
    for (const field of TEXTS) doc.getText(field).insert(0, runOfField(wording, field));
    for (const one of wording.citations) doc.getMap(CITES).set(keyOf(asCited(one)), true);
  });
}
