/**
 * [V48] A version that was not filed from the shared draft (the simple form, an accepted suggestion) is brought into it as one more writer's
 * changes: made on the document as it was at the version before, and merged like all others, so that neither side loses a word.
 */
import { diffWordsWithSpace } from 'diff';
import * as Y from 'yjs';
import { asCited, keyOf } from '../../jury/verdict/citation.ts';
import type { Wording } from '../../jury/verdict/verdict.ts';
import { CITES, TEXTS, newDocument, runOfField } from '../../live/draft/document.ts';
import { writerNumber } from '../../live/draft/marks.ts';

export interface Carried {
  /** What is to be merged into the draft. */
  readonly update: Uint8Array;
  /** The document at the new version. */
  readonly base: Uint8Array;
}

/** A document in the server's own hand, holding what `state` says; `fraction` numbers the hand. */
export function documentFrom(state: Uint8Array | null, fraction: number): Y.Doc {
  const doc = newDocument();
  doc.clientID = writerNumber(null, fraction);
  if (state) Y.applyUpdate(doc, state);
  return doc;
}

export function carryOver(base: Uint8Array, wording: Wording, fraction: number): Carried {
  const branch = documentFrom(base, fraction);
  const before = Y.encodeStateVector(branch);
  branch.transact(() => {
    for (const field of TEXTS) rewrite(branch.getText(field), runOfField(wording, field));
    const cited = branch.getMap(CITES);
    const now = wording.citations.map((one) => keyOf(asCited(one)));
    for (const key of [...cited.keys()]) if (!now.includes(key)) cited.delete(key);
    for (const key of now) if (!cited.has(key)) cited.set(key, true);
  });
  return { update: Y.encodeStateAsUpdate(branch, before), base: Y.encodeStateAsUpdate(branch) };
}

function rewrite(text: Y.Text, run: string): void {
  let at = 0;
  for (const { value, added, removed } of diffWordsWithSpace(text.toString(), run)) {
    if (removed) text.delete(at, value.length);
    else {
      if (added) text.insert(at, value);
      at += value.length;
    }
  }
}
