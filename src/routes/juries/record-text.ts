import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { fixedPart } from '$lib/jury/publication/versions.ts';
import type { PublicRecord } from '$lib/jury/publication/record.ts';

/** The record as RFC 8785 JSON: one text for one content, so that its hash can be quoted and checked. */
export function recordText(record: PublicRecord): string {
  const text = canonicalize(record);
  if (text === undefined) throw new TypeError('A public record is always JSON.');
  return text;
}

/** One version of the verdict in the same form, without what changes and makes no new version. */
export function versionText(jury: string, verdict: NonNullable<PublicRecord['verdict']>): string {
  const text = canonicalize(fixedPart(jury, verdict));
  if (text === undefined) throw new TypeError('A published verdict is always JSON.');
  return text;
}

/** SHA-256 in hexadecimal, as `sha256sum record.json` prints it. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
