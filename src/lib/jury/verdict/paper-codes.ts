/**
 * Papers under a code that only the voter knows, where the jury's rule has them. The code lies in the box with the choice, and nowhere beside a
 * seat; once the result is certified all codes are published with what is marked under them, in the order of the codes.
 */
import type { DecisionRule } from '../charter/decision-rule.ts';
import type { Tally } from '../charter/papers.ts';
import type { PollForm } from './poll.ts';

export interface CodedPaper {
  readonly code: string;
  readonly mark: string;
}

/** [V54] Rankings have no codes: an order of eight is as good as a signature ([V27]). */
export const hasCodes = ({ codes }: Pick<DecisionRule, 'codes'>, form?: PollForm): boolean =>
  codes === true && (form === undefined || form === 'one-of');

/** What is put into the box. */
export const writeCoded = ({ code, mark }: CodedPaper): string => `${mark} ${code}`;

/** The mark on the one paper with this code; null where there is none, or two voters chose the same. */
export function markUnder(code: string, tally: Tally): string | null {
  const { papers } = readCoded(tally);
  const found = papers.filter((paper) => paper.code === code);
  return found.length === 1 ? (found[0]?.mark ?? null) : null;
}

/** The papers in a box of which every one bears a code. Throws on one that does not: the box was tampered with. */
export function readCoded(tally: Tally): { readonly tally: Tally; readonly papers: readonly CodedPaper[] } {
  const marks: Record<string, number> = {};
  const papers = Object.entries(tally).flatMap(([choice, count]) => {
    const [mark = '', code] = choice.split(' ');
    if (code === undefined) throw new Error('A paper bears no code');
    marks[mark] = (marks[mark] ?? 0) + count;
    return Array.from({ length: count }, () => ({ code, mark }));
  });
  return { tally: marks, papers: papers.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)) };
}
