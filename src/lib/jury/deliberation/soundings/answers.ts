/**
 * Answers in a box. One that may be changed bears a code that only the device knows on which it was given: whoever shows the code changes
 * what is under it, and nothing tells whose it is.
 */

/** What lies in a box: how often each thing that can be written on a slip is there. */
export type Box = Readonly<Record<string, number>>;

/** What is put into the box. */
export const writeAnswer = (answer: string, code: string | undefined): string =>
  code === undefined ? answer : `${answer} ${code}`;

/** How many gave each answer; what nobody gave is left out. */
export function countsIn(box: Box): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [slip, count] of Object.entries(box)) {
    const [answer = ''] = slip.split(' ');
    counts[answer] = (counts[answer] ?? 0) + count;
  }
  return counts;
}

/** The one answer under this code; null where there is none, or two bear it. */
export function answerUnder(code: string, box: Box): string | null {
  const found = Object.entries(box).filter(([slip]) => slip.split(' ')[1] === code);
  const [slip, count] = found[0] ?? [];
  return found.length === 1 && count === 1 ? (slip?.split(' ')[0] ?? null) : null;
}
