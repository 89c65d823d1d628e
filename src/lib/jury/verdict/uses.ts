/** [V75] The way back from evidence to the recommendations that rest on it. */
import { plainly } from '../evidence/passage.ts';
import { currentVersion } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** A recommendation as far as its sources go; a published one is of this shape. */
export interface Citing {
  readonly id: string;
  readonly title: string;
  readonly citations: readonly {
    readonly kind: string;
    readonly id: string;
    readonly version?: number;
    readonly quote?: string;
  }[];
}

export interface Use {
  readonly recommendation: string;
  readonly title: string;
  /** What is cited: `E1`, `Q3`. */
  readonly source: string;
  /** Of an exhibit: the version that was read. */
  readonly version: number;
  /** Of an exhibit: the passage; null where the whole is cited. */
  readonly passage: string | null;
}

/** The recommendations as they stand while they are written. */
export const citingIn = ({ recommendations }: Pick<Verdict, 'recommendations'>): readonly Citing[] =>
  recommendations
    .filter((one) => one.state !== 'withdrawn')
    .map((one) => {
      const { title, citations } = currentVersion(one);
      return {
        id: one.id,
        title: title.text ?? '',
        citations: citations.map(({ quote, ...rest }) => (quote ? { ...rest, quote: quote.text ?? '' } : rest)),
      };
    });

const usesOf = (all: readonly Citing[], kind: string, ids: readonly string[]): readonly Use[] =>
  all.flatMap(({ id, title, citations }) =>
    citations
      .filter((one) => one.kind === kind && ids.includes(one.id))
      .map(({ id: source, version = 1, quote }) => ({
        ...{ recommendation: id, title, source, version },
        passage: kind === 'exhibit' && quote ? quote : null,
      })),
  );

export const usesOfExhibit = (all: readonly Citing[], exhibit: string): readonly Use[] =>
  usesOf(all, 'exhibit', [exhibit]);

/** What a witness answered and handed in, in the order of the recommendations. */
export function usesOfWitness(
  all: readonly Citing[],
  { answers, exhibits }: { readonly answers: readonly string[]; readonly exhibits: readonly string[] },
): readonly Use[] {
  const uses = [...usesOf(all, 'answer', answers), ...usesOf(all, 'exhibit', exhibits)];
  const order = all.map(({ id }) => id);
  return uses.toSorted((a, b) => order.indexOf(a.recommendation) - order.indexOf(b.recommendation));
}

/** Where a passage begins on the page of its exhibit: made of its words (FNV-1a), so that it needs no list. */
export function passageId(quote: string): string {
  const hash = [...plainly(quote)].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5 | 0,
  );
  return `passage-${(hash >>> 0).toString(36)}`;
}
