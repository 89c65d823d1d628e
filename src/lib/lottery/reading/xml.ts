/** Reads an XML document that comes in pieces, element by element. Documents define no entities here, so none expand. */
import { Parser } from 'saxen';

/**
 * The parser looks through an unfinished tag or comment again with each piece, so pieces are gathered to this many
 * characters, and a document in which so many pass without any tag is taken for broken.
 */
const PIECE = 4 * 1024 * 1024;

export interface Elements {
  /** A name without its prefix. False: read no further. */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => boolean;
  readonly text?: (text: string) => void;
}

/** What takes the pieces of a document: false when it is no XML, or when an element asked to read no further. */
export function xmlReader(
  { open, close, text }: Elements,
  onFault: () => void,
): (piece: string, isLast: boolean) => boolean {
  const parser = new Parser();
  let isGoing = true;
  let hasTag = false;
  let waiting: string[] = [];
  let length = 0;
  parser.on('openTag', (name, attributes) => {
    hasTag = true;
    open(plain(name), (wanted) => attributes()[wanted]);
  });
  const fail = (): void => {
    isGoing = false;
    onFault();
  };
  parser.on('error', fail);
  parser.on('closeTag', (name) => {
    hasTag = true;
    if (close?.(plain(name)) !== false) return;
    isGoing = false;
    parser.stop();
  });
  if (text) {
    parser.on('text', (found, decode) => text(decode(found)));
    parser.on('cdata', text);
  }
  return (piece, isLast) => {
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE && !isLast) return true;
    hasTag = false;
    parser.write(waiting.join(''));
    waiting = [];
    length = 0;
    if (isGoing && isLast) parser.end();
    if (isGoing && !hasTag) fail();
    return isGoing;
  };
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
