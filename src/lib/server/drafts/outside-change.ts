/**
 * [V48] A version that was not filed from the shared draft (the simple form, an accepted suggestion) is brought into it as one more writer's
 * changes: made on the document as it was at the version before, and merged like all others, so that neither side loses a word.
 */
import { diffWordsWithSpace } from 'diff';
import * as Y from 'yjs';
import type { Wording } from '../../jury/verdict/verdict.ts';
import {
  BREAK,
  CITES,
  TEXTS,
  formats,
  insertAt,
  newDocument,
  paragraphsIn,
  writeWording,
} from '../../live/draft/document.ts';
import type { TextField } from '../../live/draft/document.ts';
import { writerNumber } from '../../live/draft/marks.ts';

export interface Carried {
  /** What is to be merged into the draft. */
  readonly update: Uint8Array;
  /** The document at the new version. */
  readonly base: Uint8Array;
}

/** A document in the server's own hand, holding what `state` says. */
export function documentFrom(state: Uint8Array | null, fraction: number): Y.Doc {
  const doc = newDocument();
  doc.clientID = writerNumber(null, fraction);
  if (state) Y.applyUpdate(doc, state);
  return doc;
}

/** `ids` are those of the paragraphs of the new wording's text; `fraction` numbers the server's hand. */
export function carryOver(base: Uint8Array, wording: Wording, ids: readonly string[], fraction: number): Carried {
  const branch = documentFrom(base, fraction);
  const target = documentFrom(null, fraction);
  writeWording(target, wording, ids);
  const before = Y.encodeStateVector(branch);
  branch.transact(() => {
    for (const field of TEXTS) rewrite(branch.getText(field), target.getText(field), field);
    const [cited, now] = [branch.getMap(CITES), target.getMap(CITES)];
    for (const key of cited.keys()) if (!now.has(key)) cited.delete(key);
    for (const key of now.keys()) if (!cited.has(key)) cited.set(key, true);
  });
  return { update: Y.encodeStateAsUpdate(branch, before), base: Y.encodeStateAsUpdate(branch) };
}

function rewrite(text: Y.Text, target: Y.Text, field: TextField): void {
  let at = 0;
  for (const { value, added, removed } of diffWordsWithSpace(text.toString(), target.toString())) {
    if (removed) text.delete(at, value.length);
    else {
      if (added) insertPlain(text, at, value);
      at += value.length;
    }
  }
  if (field === 'title' || field === 'addressee') return;
  let from = 0;
  paragraphsIn(target).forEach(({ kind, id, text: words }) => {
    text.format(from, 1, { kind: null, id: null, ...formats({ kind, id }) });
    from += words.length + 1;
  });
}

function insertPlain(text: Y.Text, at: number, words: string): void {
  const pieces = words.split(BREAK).map((piece) => ({ kind: null, id: null, text: piece }));
  insertAt(text, at, pieces, false);
}
