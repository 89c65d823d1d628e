/**
 * Draws a notice as the picture that messengers and search engines show beside a link (1200 × 630, which they all take). They read no SVG and have none of our
 * letters, so it is a PNG with the typeface of the pages in it. The same notice gives the same bytes.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import PDFDocument from 'pdfkit';

export interface Notice {
  readonly language: string;
  /** Above the title, smaller. */
  readonly kicker: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** What is late; null where nothing is. */
  readonly urgent: string | null;
  readonly address: string;
}

const require = createRequire(import.meta.url);
const FONTS = {
  normal: require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'),
  strong: require.resolve('source-sans/TTF/SourceSans3-Semibold.ttf'),
} as const;

export const PICTURE = { width: 1200, height: 630 } as const;
const EDGE = 72;
const TOP = 108;
/** Above the address. */
const BOTTOM = 540;
const MEASURE = PICTURE.width - 2 * EDGE;
const LEADING = 1.22;

interface Style {
  readonly font: keyof typeof FONTS;
  readonly size: number;
  readonly ink: string;
  /** Room after it. */
  readonly after: number;
}
interface Line {
  readonly text: string;
  readonly style: Style;
  readonly last: boolean;
}

/** Sizes to try, the largest first: a picture has one size, and words have not. */
const SCALES = [1, 0.85, 0.72, 0.6] as const;

/** @returns the file's bytes */
export async function drawPicture(notice: Notice): Promise<Uint8Array> {
  const [wasm, ...fontBuffers] = await Promise.all(
    [require.resolve('@resvg/resvg-wasm/index_bg.wasm'), ...Object.values(FONTS)].map((path) => readFile(path)),
  );
  await ready(wasm!);
  const picture = new Resvg(svgOf(notice), {
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
    textRendering: 1,
    languages: [notice.language],
  });
  return picture.render().asPng();
}

/** It may be compiled once in a process. */
let compiled: Promise<void> | undefined;
const ready = (wasm: Uint8Array<ArrayBuffer>): Promise<void> => (compiled ??= initWasm(wasm));

/** The picture as SVG, with every line broken where the typeface needs it. */
export function svgOf(notice: Notice): string {
  const lines = linesOf(notice);
  let y = TOP;
  const texts = lines.map(({ text, style, last }) => {
    y += style.size * LEADING;
    const line = textAt(text, style, Math.round(y - style.size * 0.28));
    if (last) y += style.after;
    return line;
  });
  const address = { font: 'normal', size: 28, ink: '#5f574c', after: 0 } as const satisfies Style;
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escaped(notice.language)}" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" font-family="Source Sans 3">
  <rect width="100%" height="100%" fill="#fffefa"/>
  <rect width="100%" height="18" fill="#0f4c5c"/>
${texts.join('\n')}
  ${textAt(notice.address, address, PICTURE.height - 44)}
</svg>`;
}

/** All lines, in the largest size in which they fit; what does not fit in the smallest is cut off with a mark. */
function linesOf(notice: Notice): readonly Line[] {
  const measure = measuring();
  for (const scale of SCALES) {
    const lines = laidOut(notice, scale, measure);
    if (heightOf(lines) <= BOTTOM - TOP) return lines;
  }
  const lines = [...laidOut(notice, SCALES.at(-1)!, measure)];
  while (heightOf(lines) > BOTTOM - TOP) lines.pop();
  const end = lines.pop()!;
  return [...lines, { ...end, text: `${end.text} …` }];
}

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { style, last }) => sum + style.size * LEADING + (last ? style.after : 0), 0);

function laidOut({ kicker, title, sentences, urgent }: Notice, scale: number, measure: Measure): readonly Line[] {
  const style = (font: Style['font'], size: number, ink: string, after: number): Style => ({
    font,
    size: Math.round(size * scale),
    ink,
    after: Math.round(after * scale),
  });
  const paragraphs: readonly (readonly [string, Style])[] = [
    [kicker, style('normal', 30, '#5f574c', 6)],
    [title, style('strong', 66, '#1f1b16', 26)],
    // What is late comes first: the rest may be cut off.
    ...(urgent === null ? [] : ([[urgent, style('strong', 36, '#9c2416', 14)]] as const)),
    ...sentences.map((text) => [text, style('normal', 36, '#1f1b16', 14)] as const),
  ];
  return paragraphs.flatMap(([text, look]) => {
    const broken = brokenAt(text, look, measure);
    return broken.map((line, at) => ({ text: line, style: look, last: at === broken.length - 1 }));
  });
}

type Measure = (text: string, style: Style) => number;

/** Widths of the letters in the fonts themselves. Set together they are rather narrower: a line that fits by this fits. */
function measuring(): Measure {
  const doc = new PDFDocument({ autoFirstPage: false, font: FONTS.normal });
  for (const [name, path] of Object.entries(FONTS)) doc.registerFont(name, path);
  const widths = new Map<string, number>();
  const widthOf = (font: Style['font'], letter: string): number => {
    const known = widths.get(font + letter);
    if (known !== undefined) return known;
    const width = doc.font(font).fontSize(1).widthOfString(letter);
    widths.set(font + letter, width);
    return width;
  };
  return (text, { font, size }) => [...text].reduce((sum, letter) => sum + size * widthOf(font, letter), 0);
}

/** Breaks at blanks; a word that is wider than the picture is broken where it must be. */
function brokenAt(text: string, style: Style, measure: Measure): readonly string[] {
  const fits = (words: string): boolean => measure(words, style) <= MEASURE;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(fits(word) ? [word] : tornApart(word, fits)));
  }
  return lines;
}

function tornApart(word: string, fits: (part: string) => boolean): readonly string[] {
  const parts = [''];
  for (const letter of word) {
    const grown = `${parts.at(-1)}${letter}`;
    if (fits(grown)) parts[parts.length - 1] = grown;
    else parts.push(letter);
  }
  return parts;
}

const textAt = (text: string, { font, size, ink }: Style, y: number): string =>
  `  <text x="${EDGE}" y="${y}" font-size="${size}" fill="${ink}"${font === 'strong' ? ' font-weight="600"' : ''}>${escaped(text)}</text>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Also without the control characters that XML forbids. */
const escaped = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
