/** [V46] Looks through a change before it is taken: whose it is, and whether it holds anything but plain text. */
import * as Y from 'yjs';
import { ok, refuse } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import type { SeatId } from '../../jury/terms.ts';
import { citedIn } from '../../jury/verdict/citation.ts';
import { CITES, PARTS, TEXTS } from './document.ts';
import { LONGEST_FIELD } from './longest-field.ts';
import { isNumberOf } from './marks.ts';

const MOST_CITES = 200;
/** Nobody types or deletes so much at once. */
const LONGEST_RUN = 100_000;

function holdsText(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
  return content instanceof Y.ContentAny && content.arr.length === 1 && content.arr[0] === true;
}

/** What is wrong with a change by itself; `known` is how much of each writer the document has. */
function faultIn(update: Uint8Array, seat: SeatId | null, known: ReadonlyMap<number, number>): 'alien' | 'gap' | null {
  for (const struct of Y.decodeUpdate(update).structs) {
    const { client, clock } = struct.id;
    if (struct.length > LONGEST_RUN) return 'alien';
    // Repeated after a break in the line; Yjs leaves it aside.
    if (clock + struct.length <= (known.get(client) ?? 0)) continue;
    if (struct instanceof Y.Skip) return 'gap';
    if (!isNumberOf(seat, client)) return 'alien';
    if (!(struct instanceof Y.Item)) continue;
    const parent: unknown = struct.parent;
    if (parent !== null && !(typeof parent === 'string' && PARTS.includes(parent))) return 'alien';
    if (struct.parentSub !== null && citedIn(struct.parentSub) === null) return 'alien';
    if (!holdsText(struct.content)) return 'alien';
  }
  return null;
}

/** What is wrong with a document once a change is in it. */
function faultWith(doc: Y.Doc): 'alien' | 'gap' | 'large' | null {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'gap';
  if ([...doc.share.keys()].some((part) => !PARTS.includes(part))) return 'alien';
  if (TEXTS.some((field) => doc.getText(field)._map.size > 0)) return 'alien';
  const cites = doc.getMap(CITES);
  if (cites._start !== null || [...cites.values()].some((value) => value !== true)) return 'alien';
  const large = TEXTS.some((field) => doc.getText(field).length > LONGEST_FIELD) || cites._map.size > MOST_CITES;
  return large ? 'large' : null;
}

const REFUSED = { alien: 'draft-invalid', gap: 'draft-behind', large: 'too-large' } as const;

/**
 * Takes a change into `doc` and says whether it brought anything, or refuses it; after a refusal `doc` may be spoilt and is to be thrown away.
 * `seat` is by the session; null for the server's own.
 */
export function takeInto(doc: Y.Doc, update: Uint8Array, seat: SeatId | null): Result<{ readonly isNew: boolean }> {
  try {
    const fault = faultIn(update, seat, Y.decodeStateVector(Y.encodeStateVector(doc)));
    if (fault) return refuse(REFUSED[fault]);
    let isNew = false;
    const notice = (): void => void (isNew = true);
    doc.once('update', notice);
    Y.applyUpdate(doc, update);
    doc.off('update', notice);
    const spoilt = faultWith(doc);
    return spoilt ? refuse(REFUSED[spoilt]) : ok({ isNew });
  } catch (error) {
    // Yjs throws on bytes that are no update; whatever else they may be, they are not somebody's words.
    if (error instanceof Error) return refuse('draft-invalid');
    throw error;
  }
}
