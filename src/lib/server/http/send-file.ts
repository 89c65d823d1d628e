/** Uploaded files leave as downloads that a browser neither shows nor runs as part of this site. */
import type { FileRecord } from '../records/files.ts';
import { dataHeaders } from './cache.ts';

/** RFC 6266: a plain name for old clients, the true one in UTF-8. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export function sendFile({ name, mediaType, sha256 }: FileRecord, bytes: Uint8Array): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': disposition(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      ...dataHeaders(sha256),
    },
  });
}
