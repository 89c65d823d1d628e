import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { extraTexts } from './extras.ts';
import type { Poll } from './poll.ts';
import type { Wording } from './verdict.ts';

/**
 * [V5] What a ballot is bound to and a reader can recompute: the SHA-256, in hexadecimal, of the RFC 8785 form of
 * `{addressee, rationale, text, title}`. [V70] What else it says is part of it too, under its own names, where it says it.
 */
export function wordingHash({ title, text, rationale, addressee, ...rest }: Wording): string {
  const exact = { title: title.text, text: text.text, rationale: rationale.text, addressee, ...extraTexts(rest) };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(exact) as string)));
}

/** [V5] The same for a poll: of `{form, options, question}`, with the options' words by their ids. */
export function pollHash({ form, question, options }: Poll): string {
  const words = Object.fromEntries(options.map((option) => [option.id, option.text.text]));
  const exact = { form, question: question?.text ?? null, options: words };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(exact) as string)));
}
