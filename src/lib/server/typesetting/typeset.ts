/**
 * Sets a manuscript as a PDF that can be read aloud: tagged (ISO 14289-1, PDF/UA), with bookmarks, its language and its title. The same manuscript gives
 * the same bytes.
 */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Block, Manuscript } from './manuscript.ts';

const font = (name: string): string =>
  createRequire(import.meta.url).resolve(`source-sans/TTF/SourceSans3-${name}.ttf`);
const FONTS = { regular: font('Regular'), strong: font('Semibold') } as const;

/** Points. A4 with a measure of about 75 letters. */
const MARGINS = { top: 64, bottom: 72, left: 84, right: 84 } as const;
const FOOT_ABOVE_EDGE = 44;
const INDENT = 14;
const INK = '#1f1b16';
const SOFT = '#5f574c';
const ACCENT = '#0f4c5c';

/** Known to pdfkit, not yet to its types. */
const UNIVERSAL_ACCESS = 'PDF/UA' as unknown as 'PDF/A-1';

type Tone = 'plain' | NonNullable<Extract<Block, { kind: 'paragraph' }>['tone']>;
interface Style {
  readonly font: keyof typeof FONTS;
  readonly size: number;
  readonly ink: string;
  readonly before: number;
  readonly after: number;
}

const BODY = { font: 'regular', size: 11, ink: INK, before: 0, after: 7 } as const satisfies Style;
const TONES: Record<Tone, Style> = {
  plain: BODY,
  own: BODY,
  lead: { ...BODY, size: 14, after: 10 },
  strong: { ...BODY, font: 'strong' },
  soft: { ...BODY, size: 9.5, ink: SOFT },
};
const HEADINGS: Record<1 | 2 | 3, Style> = {
  1: { font: 'strong', size: 22, ink: INK, before: 26, after: 8 },
  2: { font: 'strong', size: 16, ink: ACCENT, before: 22, after: 6 },
  3: { font: 'strong', size: 10, ink: SOFT, before: 8, after: 3 },
};
/** What must fit under a heading before the page ends. */
const KEPT_TOGETHER = 54;

/** @returns the file's bytes */
export async function typeset(manuscript: Manuscript): Promise<Buffer> {
  const { language, title, author, subject, at } = manuscript;
  const made = new Date(at);
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    subset: UNIVERSAL_ACCESS,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: language,
    font: FONTS.regular,
    info: { Title: title, Author: author, Subject: subject, CreationDate: made, ModDate: made },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const [name, path] of Object.entries(FONTS)) doc.registerFont(name, path);

  const root = doc.struct('Document');
  doc.addStructure(root);
  const bookmarks = createBookmarks(doc);
  const ranks = createRanks();
  for (const block of manuscript.blocks) {
    if (block.kind === 'heading') bookmarks.add(block);
    setBlock(doc, root, block, ranks);
  }
  root.end();
  setFeet(doc, manuscript.foot);
  doc.end();
  return whole;
}

type Ranks = ReturnType<typeof createRanks>;
type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

function setBlock(doc: PDFKit.PDFDocument, root: Structure, block: Block, ranks: Ranks): void {
  switch (block.kind) {
    case 'heading': {
      const style = HEADINGS[block.level];
      if (doc.y + style.before + style.size + KEPT_TOGETHER > doc.page.height - MARGINS.bottom) doc.addPage();
      return element(doc, root, `H${ranks.of(block.level)}`, style, block.text, { lang: block.language });
    }
    case 'paragraph':
      return element(doc, root, 'P', TONES[block.tone ?? 'plain'], block.text, {
        lang: block.language,
        indent: block.tone === 'own',
      });
    case 'list':
      return setList(doc, root, block.items);
    case 'address':
      return setAddress(doc, root, block);
  }
}

interface Set {
  readonly lang?: string | undefined;
  readonly indent?: boolean;
}

function element(
  doc: PDFKit.PDFDocument,
  parent: Structure,
  tag: string,
  style: Style,
  text: string,
  set: Set = {},
): void {
  const part = doc.struct(tag, set.lang === undefined ? {} : { lang: set.lang }, () => {
    write(doc, style, text, set.indent ? INDENT : 0);
  });
  parent.add(part);
  part.end();
}

function write(doc: PDFKit.PDFDocument, style: Style, text: string, indent: number): void {
  if (doc.y > MARGINS.top) doc.y += style.before;
  const width = doc.page.width - MARGINS.left - MARGINS.right - indent;
  doc.font(style.font).fontSize(style.size).fillColor(style.ink);
  doc.text(text, MARGINS.left + indent, doc.y, { width, lineGap: style.size * 0.28 });
  doc.y += style.after;
}

function setList(doc: PDFKit.PDFDocument, root: Structure, items: readonly string[]): void {
  const list = doc.struct('L');
  root.add(list);
  for (const text of items) {
    const item = doc.struct('LI');
    list.add(item);
    item.add(
      doc.struct('Lbl', {}, () => {
        doc.font('regular').fontSize(BODY.size).fillColor(SOFT).text('–', MARGINS.left, doc.y, { lineBreak: false });
      }),
    );
    item.add(doc.struct('LBody', {}, () => write(doc, { ...BODY, after: 3 }, text, INDENT)));
    item.end();
  }
  list.end();
  doc.y += 4;
}

function setAddress(
  doc: PDFKit.PDFDocument,
  root: Structure,
  { label, url }: Extract<Block, { kind: 'address' }>,
): void {
  const part = doc.struct('P');
  root.add(part);
  part.add(() => write(doc, { ...TONES.soft, after: 0 }, `${label}:`, 0));
  const link = doc.struct('Link', { alt: label });
  part.add(link);
  link.add(() => {
    const { size, ink } = TONES.soft;
    doc.font('regular').fontSize(size).fillColor(ink);
    doc.text(url, MARGINS.left, doc.y, { link: url, lineGap: size * 0.28 });
    doc.y += BODY.after;
  });
  link.end();
  part.end();
}

/**
 * As what a heading is tagged: one below that under which it stands, however small it is set, so that no rank is left out
 * (ISO 14289-1, 7.4.2).
 */
function createRanks() {
  const above: number[] = [];
  return {
    of(level: number): number {
      while ((above.at(-1) ?? 0) >= level) above.pop();
      return above.push(level);
    },
  };
}

/** The first two levels of headings, the second under the first. */
function createBookmarks(doc: PDFKit.PDFDocument) {
  let chapter: PDFKit.PDFOutline = doc.outline;
  return {
    add({ level, text }: Extract<Block, { kind: 'heading' }>): void {
      if (level === 1) chapter = doc.outline.addItem(text, { expanded: true });
      else if (level === 2) chapter.addItem(text);
    },
  };
}

/** Page numbers are no part of the text: whoever has it read aloud does not hear them. */
function setFeet(doc: PDFKit.PDFDocument, foot: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    // Below the margin, where pdfkit would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(8.5).fillColor(SOFT);
    doc.text(`${foot} · ${page + 1} / ${count}`, MARGINS.left, doc.page.height - FOOT_ABOVE_EDGE, { lineBreak: false });
    doc.page.margins.bottom = MARGINS.bottom;
    doc.endMarkedContent();
  }
}
