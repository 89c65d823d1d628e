/** Captions as they are uploaded: WebVTT (W3C, https://www.w3.org/TR/webvtt1/), read strictly enough that a browser shows every cue. */

export interface Captions {
  /** What is said, a cue a line. */
  readonly words: string;
}

const TIME = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const TIMING = new RegExp(`^(${TIME})[ \\t]+-->[ \\t]+(${TIME})(?:[ \\t].*)?$`);
const NO_TEXT = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** Null where it is not UTF-8, not WebVTT, has no cue, or has a cue that ends before it begins. */
export function readCaptions(bytes: Uint8Array): Captions | null {
  const text = decoded(bytes);
  if (text === null || NO_TEXT.test(text) || !/^WEBVTT(?:[ \t][^\n]*)?(?:\n|$)/.test(text)) return null;
  const [, ...blocks] = text.split(/\n{2,}/);
  const cues = blocks
    .map((block) => block.split('\n'))
    .filter((lines) => !/^(?:NOTE|STYLE|REGION)\b/.test(lines[0] ?? ''));
  const said: string[] = [];
  for (const lines of cues.filter((one) => one.some((line) => line !== ''))) {
    const at = lines.slice(0, 2).findIndex((line) => line.includes('-->'));
    const timing = TIMING.exec(lines[at] ?? '');
    if (!timing || seconds(timing[2] ?? '') <= seconds(timing[1] ?? '')) return null;
    said.push(spoken(lines.slice(at + 1).join(' ')));
  }
  const words = said.filter((line) => line !== '').join('\n');
  return words === '' ? null : { words };
}

/** `<v Aigerim>Good morning.</v>` is said by Aigerim; all other marks are for the eye. */
function spoken(cue: string): string {
  return cue
    .replaceAll(/<v(?:\.[^\s>]*)?[ \t]+([^>]+)>/g, '$1: ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
