/** Unpacks chosen entries of a zip archive as text, piece by piece, within a bound on what they unpack to. */
import { Unzip, UnzipInflate } from 'fflate';

/** A workbook of 100,000 people and fifteen columns unpacks to some 60 MB. */
export const MAX_UNPACKED = 128 * 1024 * 1024;

/** 64 KB cannot unpack to more than 64 MB, so the bound is never passed by more than that. */
const STEP = 64 * 1024;

export type ZipFault = 'damaged' | 'unpacks-too-large';

/** Takes an entry's text piece by piece; false: read no further. */
export type TakeText = (text: string, isLast: boolean) => boolean;

class Stop extends Error {
  readonly fault: ZipFault | null;
  constructor(fault: ZipFault | null) {
    super();
    this.fault = fault;
  }
}

/**
 * Reads the archive once. `entry` chooses by name, null to pass over. What an entry says of its own size is not
 * believed: the bytes that come out are counted.
 */
export function unzip(bytes: Uint8Array, entry: (name: string) => TakeText | null): ZipFault | null {
  if (!hasEnd(bytes)) return 'damaged';
  let unpacked = 0;
  let open = 0;
  const archive = new Unzip((file) => {
    const take = entry(file.name);
    if (!take) return;
    const decoder = new TextDecoder();
    open += 1;
    file.ondata = (fault, data, isLast) => {
      if (fault as Error | null) throw fault;
      unpacked += data.length;
      if (unpacked > MAX_UNPACKED) throw new Stop('unpacks-too-large');
      if (isLast) open -= 1;
      if (!take(decoder.decode(data, { stream: !isLast }), isLast)) throw new Stop(null);
    };
    if ((file.originalSize ?? 0) > MAX_UNPACKED) throw new Stop('unpacks-too-large');
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += STEP) {
      archive.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length);
    }
  } catch (error) {
    if (error instanceof Stop) return error.fault;
    if (isZipError(error)) return 'damaged';
    throw error;
  }
  return open === 0 ? null : 'damaged';
}

/** An archive ends with a record of its own (and a comment of up to 64 KB): without it, entries may have been cut off. */
function hasEnd(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  }
  return false;
}

/** fflate numbers its errors. */
const isZipError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';
