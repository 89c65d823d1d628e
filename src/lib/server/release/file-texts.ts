/**
 * What is written inside a PDF or a picture besides what it shows: title, author, the owner of a camera. Not by parsing each format: all bytes
 * are read as text in the encodings in which such data is kept, and so is every stream that unpacks. Words that a PDF paints with its own
 * glyph numbers stay unseen.
 */
import { inflateSync } from 'node:zlib';

/** A stream of a document that unpacks to more than this is a picture, or meant to fill our memory. */
const LARGEST_STREAM = 16 * 1024 * 1024;

export function textsInFile(bytes: Uint8Array): readonly string[] {
  const parts = [Buffer.from(bytes), ...streamsOf(Buffer.from(bytes))];
  return parts.flatMap((part) => [...readings(part), ...hexStrings(part)]);
}

/** XMP and PNG: UTF-8. PDF's information: UTF-16 with the greater byte first. What Windows adds to a photograph: the lesser first, at odd places too. */
function readings(part: Buffer): readonly string[] {
  const utf16 = new TextDecoder('utf-16be');
  const swapped = new TextDecoder('utf-16le');
  return [
    part.toString('utf8'),
    ...[0, 1].flatMap((from) => [utf16.decode(part.subarray(from)), swapped.decode(part.subarray(from))]),
  ];
}

/** PDF 32000-1, 7.3.4.3: a string between angle brackets, two digits a byte. */
function hexStrings(part: Buffer): readonly string[] {
  const found = part.toString('latin1').matchAll(/<((?:[0-9A-Fa-f]{2}\s*){3,2000})>/g);
  return [...found].flatMap((match) => [...readings(Buffer.from((match[1] ?? '').replaceAll(/\s/g, ''), 'hex'))]);
}

function streamsOf(bytes: Buffer): readonly Buffer[] {
  const streams: Buffer[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = bytes[at + 6] === 0x0d ? at + 8 : at + 7;
    const unpacked = unpack(bytes.subarray(start, bytes.indexOf('endstream', start)));
    if (unpacked) streams.push(unpacked);
  }
  return streams;
}

/** Null where it is packed in another way, or damaged: then there is nothing to read. */
function unpack(stream: Buffer): Buffer | null {
  try {
    return inflateSync(stream, { maxOutputLength: LARGEST_STREAM });
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
