/** Uploaded files leave so that no browser runs them as part of this site; unless a page shows them, as downloads. */
import type { FileRecord } from '../records/files.ts';
import { rangeOf } from './byte-range.ts';
import type { ByteRange } from './byte-range.ts';
import { dataHeaders } from './cache.ts';

/** RFC 6266: a plain name for old clients, the true one in UTF-8. */
export function disposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * A PDF that a page of ours shows. The browser's own reader draws it, and readers stop at a sandbox and at most other policies; what keeps the file
 * harmless is that it is sent as a PDF and taken for nothing else.
 */
const SHOWN = "frame-ancestors 'self'";
const KEPT_APART = "default-src 'none'; sandbox";

export interface Sending {
  /** The `Range` header of the request. */
  readonly range: string | null;
  /** Whether a page of ours shows it in a frame. Only a PDF is shown so. */
  readonly framed: boolean;
  /** Reads the file, or a part of it; undefined when it is gone or no longer what was uploaded. */
  readonly read: (range?: ByteRange) => Promise<Uint8Array | undefined>;
}

/** Answers 200 with the whole, 206 with a part of it, or 416; undefined when the bytes are gone. */
export async function sendFile(file: FileRecord, { range, framed, read }: Sending): Promise<Response | undefined> {
  const headers = headersOf(file, framed && file.mediaType === 'application/pdf');
  const part = rangeOf(range, file.size);
  if (part === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` } });
  }
  const bytes = await (part ? read(part) : read());
  if (!bytes) return undefined;
  return new Response(Uint8Array.from(bytes), {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(bytes.byteLength),
      ...(part ? { 'content-range': `bytes ${part.first}-${part.last}/${file.size}` } : {}),
    },
  });
}

function headersOf({ name, mediaType, sha256 }: FileRecord, framed: boolean): Record<string, string> {
  return {
    'content-type': mediaType === 'text/vtt' ? 'text/vtt; charset=utf-8' : mediaType,
    'content-disposition': disposition(name, framed ? 'inline' : 'attachment'),
    'content-security-policy': framed ? SHOWN : KEPT_APART,
    ...(framed ? { 'x-frame-options': 'SAMEORIGIN' } : {}),
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    ...dataHeaders(sha256),
  };
}
