/** What is said over the wire about a shared draft. Bytes travel as Base64, for the line carries no attachments. */
import * as v from 'valibot';
import { id } from '../../jury/fields.ts';
import type { Refusal } from '../../jury/result.ts';
import type { SeatId } from '../../jury/terms.ts';
import { TEXTS } from './document.ts';

/** [V46] The most that one message may change. Bytes. */
export const LARGEST_UPDATE = 45_000;

const base64 = (bytes: number) => v.pipe(v.string(), v.maxLength(Math.ceil(bytes / 3) * 4), v.base64());
const about = { jury: id, recommendation: id };

// Strict: a message that brings a name, a seat or a number of its own is not taken for somebody's ([V45]).
export const draftOpenMessage = v.strictObject({ ...about, vector: v.optional(base64(16_000)) });
export const draftUpdateMessage = v.strictObject({ ...about, epoch: id, update: base64(LARGEST_UPDATE) });
/** Where somebody's cursor stands: two Yjs relative positions in one field; null once it stands nowhere. */
export const cursorShape = v.strictObject({ field: v.picklist(TEXTS), anchor: base64(300), head: base64(300) });
export const draftCursorMessage = v.strictObject({ ...about, cursor: v.nullable(cursorShape) });
export const draftCloseMessage = v.strictObject(about);

export type Cursor = v.InferOutput<typeof cursorShape>;

/** One open page of somebody else's. */
export interface OthersCursor {
  /** Tells two pages of one person apart; means nothing else. */
  readonly page: number;
  /** By the session, never by what was sent. */
  readonly seat: SeatId;
  readonly cursor: Cursor | null;
}

interface About {
  readonly jury: string;
  readonly recommendation: string;
}

type Refused = { readonly ok: false; readonly error: Refusal };
export type DraftOpenReply =
  | {
      readonly ok: true;
      /** Changes when the draft was begun anew; what was written for another one fits nowhere. */
      readonly epoch: string;
      readonly writes: boolean;
      /** What the asker's vector shows to be missing. */
      readonly update: string;
      readonly cursors: readonly OthersCursor[];
    }
  | Refused;
export type DraftReply = { readonly ok: true } | Refused;

export interface DraftToClient {
  'draft-updated': (message: About & { readonly epoch: string; readonly update: string }) => void;
  'draft-cursor': (message: About & OthersCursor) => void;
}

export interface DraftToServer {
  'draft-open': (message: v.InferOutput<typeof draftOpenMessage>, reply: (answer: DraftOpenReply) => void) => void;
  'draft-update': (message: v.InferOutput<typeof draftUpdateMessage>, reply: (answer: DraftReply) => void) => void;
  'draft-cursor': (message: v.InferOutput<typeof draftCursorMessage>, reply: (answer: DraftReply) => void) => void;
  'draft-close': (message: v.InferOutput<typeof draftCloseMessage>, reply: (answer: DraftReply) => void) => void;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** @throws DOMException when it is not Base64; messages were checked by their schema. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
