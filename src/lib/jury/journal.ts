/**
 * The journal: entries in an append-only chain. Each entry's hash covers everything in it and the hash before it; texts are
 * covered by their own salted hash, so that erasing one breaks nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { JuryEvent } from './state.ts';
import type { Actor, Content, Instant, JuryId } from './terms.ts';

export interface Entry {
  readonly jury: JuryId;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  /** The id of the command that caused it. */
  readonly command: string;
  readonly event: JuryEvent;
}

/** An entry as it is stored: `body` is the RFC 8785 form of the event with every text replaced by its hash. */
export interface SealedEntry {
  readonly jury: JuryId;
  readonly seq: number;
  readonly at: Instant;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly command: string;
  readonly body: string;
  readonly prev: string;
  readonly hash: string;
}

export const hexHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Where a jury's chain begins. */
export const genesis = (jury: JuryId): string => hexHash(`alqa journal 1\n${jury}`);

/** Hash of one text under a salt of at least 128 bits, so that a short text cannot be guessed from it. */
export const contentHash = (salt: string, text: string): string => hexHash(`${salt}\n${text}`);

export function sealEntry(entry: Entry, prev: string): SealedEntry {
  const body = canonicalize(withoutTexts(entry.event)) as string;
  const { jury, seq, at, actor, command } = entry;
  const unhashed = {
    jury,
    seq,
    at,
    actorKind: actor.kind,
    actorId: actor.kind === 'public' ? null : actor.id,
    command,
    body,
    prev,
  };
  return { ...unhashed, hash: entryHash(unhashed) };
}

export function entryHash({
  jury,
  seq,
  at,
  actorKind,
  actorId,
  command,
  body,
  prev,
}: Omit<SealedEntry, 'hash'>): string {
  // Of a flat list this is the RFC 8785 form, and unlike a canonicaliser it also takes what a forger left broken.
  return hexHash(JSON.stringify([prev, jury, seq, at, actorKind, actorId, command, body]));
}

/** Puts the texts back; one that was erased comes back as null. */
export function openEntry(sealed: SealedEntry, textOf: (sha256: string) => string | null): Entry {
  const { jury, seq, at, command } = sealed;
  const actor = (
    sealed.actorKind === 'public' ? { kind: 'public' } : { kind: sealed.actorKind, id: sealed.actorId }
  ) as Actor;
  const event = JSON.parse(sealed.body, (_key, value: unknown) =>
    isSealedContent(value) ? { sha256: value.sha256content, text: textOf(value.sha256content) } : value,
  ) as JuryEvent;
  return { jury, seq, at, actor, command, event };
}

export type ChainCheck =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly why: string };

/** Recomputes a whole chain. `entries` in order of `seq`. */
export function verifyChain(jury: JuryId, entries: readonly SealedEntry[]): ChainCheck {
  let head = genesis(jury);
  for (const [index, entry] of entries.entries()) {
    const broken = (why: string): ChainCheck => ({ ok: false, seq: index + 1, why });
    if (entry.jury !== jury) return broken('belongs to another jury');
    if (entry.seq !== index + 1) return broken(`has number ${entry.seq}`);
    if (entry.prev !== head) return broken('does not follow the entry before it');
    if (entryHash(entry) !== entry.hash) return broken('was changed after it was written');
    head = entry.hash;
  }
  return { ok: true, length: entries.length, head };
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && 'sha256' in value && 'text' in value;

const isSealedContent = (value: unknown): value is { sha256content: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { sha256content?: unknown }).sha256content === 'string';

function withoutTexts(value: unknown): unknown {
  if (isContent(value)) return { sha256content: value.sha256 };
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, withoutTexts(inner)]),
    );
  return value;
}
