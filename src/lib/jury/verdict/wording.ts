import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Wording } from './verdict.ts';

/**
 * [V5] What a ballot is bound to and a reader can recompute: the SHA-256, in hexadecimal, of the RFC 8785 form of
 * `{addressee, rationale, text, title}`.
 */
export function wordingHash({ title, text, rationale, addressee }: Wording): string {
  const exact = { title: title.text, text: text.text, rationale: rationale.text, addressee };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(exact) as string)));
}
