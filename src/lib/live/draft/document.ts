/**
 * A recommendation while several write it: one Yjs document. Each field is one run of text in which a line break begins a paragraph, so that no
 * keystroke hangs on a paragraph that somebody else joins, parts or takes away (decision 32). Both ends import this file.
 */
import * as Y from 'yjs';
import type { Citation, Wording } from '../../jury/verdict/verdict.ts';
import type { DraftWords } from '../../jury/verdict/writing-rules.ts';

export const TEXTS = ['title', 'text', 'rationale', 'addressee'] as const;
export type TextField = (typeof TEXTS)[number];
/** Of one line; the other two have paragraphs. */
export const ONE_LINE: readonly TextField[] = ['title', 'addressee'];
/** The set of what is cited, each as `exhibit:E1`. */
export const CITES = 'cites';
/** [V44] Nothing else is in the document. */
export const PARTS: readonly string[] = [...TEXTS, CITES];

export const KINDS = ['heading', 'item'] as const;
/** What a paragraph is; null for plain text. */
export type Kind = (typeof KINDS)[number] | null;

export interface Paragraph {
  readonly kind: Kind;
  /** The id that it had in a version that was filed; null where it is new. */
  readonly id: string | null;
  readonly text: string;
}

/** What begins a paragraph; its kind and id are the format of this one character. */
export const BREAK = '\n';
const SIGNS = { heading: '## ', item: '- ' } as const;
/** What `line` and `prose` of the commands refuse. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/gu;
const CITATION = /^(exhibit|answer|message):([A-Za-z0-9_-]{1,64})$/;

export const citationOf = (key: string): Citation | null => {
  const [, kind, id] = CITATION.exec(key) ?? [];
  return kind && id ? { kind: kind as Citation['kind'], id } : null;
};

/** An empty document whose parts are what they have to be, whatever arrives. */
export function newDocument(): Y.Doc {
  const doc = new Y.Doc();
  for (const field of TEXTS) doc.getText(field);
  doc.getMap(CITES);
  return doc;
}

/** The paragraphs of a field as they stand; a field of one line has one. */
export function paragraphsIn(text: Y.Text): readonly Paragraph[] {
  const found: { kind: Kind; id: string | null; text: string }[] = [];
  for (const { insert, attributes } of text.toDelta() as Delta[]) {
    if (typeof insert !== 'string') continue;
    insert.split(BREAK).forEach((piece, index) => {
      if (index > 0 || found.length === 0) found.push({ ...(index > 0 ? formatOf(attributes) : PLAIN), text: '' });
      (found.at(-1) as { text: string }).text += piece;
    });
  }
  const leading = found[0];
  // What begins with a break has nothing before it.
  return leading?.text === '' && text.toString().startsWith(BREAK) ? found.slice(1) : found;
}

interface Delta {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const PLAIN = { kind: null, id: null } as const;

function formatOf(attributes: Delta['attributes'] = {}): { kind: Kind; id: string | null } {
  const { kind, id } = attributes;
  return {
    kind: KINDS.find((one) => one === kind) ?? null,
    id: typeof id === 'string' ? id : null,
  };
}

/** [V42] The words as they would stand in the next version: paragraphs, headings and lists as plain text, nothing else. */
export function wordsOf(doc: Y.Doc): DraftWords {
  const line = (field: TextField): string =>
    doc.getText(field).toString().replaceAll(/\s/g, ' ').replaceAll(NOT_TEXT, '').trim();
  const paragraphs = (field: TextField): readonly Paragraph[] =>
    paragraphsIn(doc.getText(field))
      .map((one) => ({ ...one, text: one.text.replaceAll(NOT_TEXT, '').trim() }))
      .filter((one) => one.text !== '');
  const body = paragraphs('text');
  return {
    title: line('title'),
    text: joined(body),
    rationale: joined(paragraphs('rationale')),
    addressee: line('addressee'),
    citations: [...doc.getMap(CITES).keys()]
      .toSorted()
      .map(citationOf)
      .filter((one) => one !== null),
    paragraphs: body.map((one) => one.id),
  };
}

const joined = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map(({ kind, text }, index) => {
      const listed = kind === 'item' && paragraphs[index - 1]?.kind === 'item';
      return `${index === 0 ? '' : listed ? '\n' : '\n\n'}${kind ? SIGNS[kind] : ''}${text}`;
    })
    .join('');

/** A paragraph of a version read back: `## ` begins a heading, `- ` an item of a list. */
export function readParagraph(text: string): Omit<Paragraph, 'id'> {
  const kind = KINDS.find((one) => text.startsWith(SIGNS[one])) ?? null;
  return { kind, text: kind ? text.slice(SIGNS[kind].length) : text };
}

/** Writes a version into an empty document. `ids` are those of the paragraphs of its text. */
export function writeWording(doc: Y.Doc, wording: Wording, ids: readonly string[]): void {
  doc.transact(() => {
    doc.getText('title').insert(0, wording.title.text ?? '');
    doc.getText('addressee').insert(0, wording.addressee);
    for (const field of ['text', 'rationale'] as const) {
      const lines = (wording[field].text ?? '').split(/\n+/).filter((line) => line.trim() !== '');
      const text = doc.getText(field);
      for (const [index, line] of (lines.length > 0 ? lines : ['']).entries()) {
        const paragraph = readParagraph(line);
        const id = field === 'text' ? (ids[index] ?? null) : null;
        insertAt(text, text.length, [{ ...paragraph, id }], true);
      }
    }
    for (const { kind, id } of wording.citations) doc.getMap(CITES).set(`${kind}:${id}`, true);
  });
}

/** Inserts paragraphs; the first goes on where `index` is unless it `begins` one. */
export function insertAt(text: Y.Text, index: number, paragraphs: readonly Paragraph[], begins: boolean): void {
  let at = index;
  paragraphs.forEach((paragraph, count) => {
    if (begins || count > 0) {
      text.insert(at, BREAK, formats(paragraph));
      at += 1;
    }
    if (paragraph.text !== '') text.insert(at, paragraph.text, {});
    at += paragraph.text.length;
  });
}

/** The format of a break, without what is not set. */
export const formats = ({ kind, id }: Pick<Paragraph, 'kind' | 'id'>): Record<string, string> => ({
  ...(kind ? { kind } : {}),
  ...(id ? { id } : {}),
});
