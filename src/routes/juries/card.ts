/**
 * A card for other sites: a picture that says how the jury stands, and links to nothing by itself. As a picture it runs no script, sets no cookie and
 * needs no frame.
 */
import { xml } from './xml.ts';

export interface Card {
  readonly language: string;
  readonly title: string;
  /** Sentences under the title, each broken into lines here. */
  readonly sentences: readonly string[];
  readonly urgent: string | null;
  readonly address: string;
}

const WIDTH = 640;
const EDGE = 32;

export function cardOf({ language, title, sentences, urgent, address }: Card): string {
  const lines: string[] = [];
  let y = 40;
  const write = (text: string, size: number, longest: number, look: string): void => {
    for (const line of linesOf(text, longest)) {
      y += size * 1.3;
      lines.push(`  <text x="${EDGE}" y="${Math.round(y)}" font-size="${size}" ${look}>${xml(line)}</text>`);
    }
    y += size * 0.5;
  };
  write(title, 28, 32, 'font-weight="700" fill="#1f1b16"');
  for (const sentence of sentences) write(sentence, 19, 50, 'fill="#1f1b16"');
  if (urgent !== null) write(urgent, 19, 46, 'font-weight="700" fill="#9c2416"');
  write(address, 15, 64, 'fill="#5f574c"');
  const height = Math.round(y + 16);
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${xml(language)}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif">
  <title>${xml([title, ...sentences, ...(urgent === null ? [] : [urgent])].join(' '))}</title>
  <rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="8" fill="#fffefa" stroke="#0f4c5c" stroke-width="2"/>
${lines.join('\n')}
</svg>
`;
}

/** Breaks at blanks, after at most so many characters; a longer word stands alone on its line. */
export function linesOf(text: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
