/** [V42] How plain text shows what a paragraph is: `## ` begins a heading, `- ` an item of a list. */
export const KINDS = ['plain', 'heading', 'item'] as const;
export type Kind = (typeof KINDS)[number];

export interface Paragraph {
  readonly kind: Kind;
  readonly text: string;
}

export const SIGNS: Readonly<Record<Kind, string>> = { plain: '', heading: '## ', item: '- ' };

export function readParagraph(line: string): Paragraph {
  const kind = KINDS.find((one) => one !== 'plain' && line.startsWith(SIGNS[one])) ?? 'plain';
  return { kind, text: line.slice(SIGNS[kind].length) };
}

/** The paragraphs of a text, in order; blank lines between them are not counted. */
export const linesOf = (text: string): readonly string[] =>
  text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
