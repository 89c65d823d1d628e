/** Targets worked out from an uploaded population file, in one or two steps: groups below one seat need a decision first. */
import { readPopulation, smallGroups, targetsFromPopulation } from '$lib/lottery/index.ts';
import type { Problem, Result, SmallGroupDecision } from '$lib/lottery/index.ts';
import type { Decision, Figure, Selection, Target } from '$lib/jury/recruitment/selection.ts';

/** What the file said, as the text that the second step sends back, with the groups that wait for a decision. */
export interface Undecided {
  readonly text: string;
  readonly tolerance: number;
  readonly groups: readonly { readonly category: string; readonly value: string; readonly exact: number }[];
  /** The groups of each category, into which a small one may be merged. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface WorkedOut {
  readonly targets: readonly Target[];
  readonly population: readonly Figure[];
  readonly sources: Selection['sources'];
  readonly decisions: readonly Decision[];
}

export function workOut(
  text: string,
  { seats, tolerance, decisions }: { seats: number; tolerance: number; decisions: readonly Decision[] },
): Result<WorkedOut | Undecided, readonly Problem[]> {
  const read = readPopulation(text);
  if (!read.ok) return read;
  const { categories, measure } = read.value;
  const decided = decisions.map(asLottery);
  const known = new Set(decisions.map(({ category, value }) => JSON.stringify([category, value])));
  const groups = smallGroups(read.value, seats).filter(
    ({ category, value }) => !known.has(JSON.stringify([category, value])),
  );
  if (groups.length > 0) {
    const values = Object.fromEntries(categories.map((one) => [one.category, one.values.map(({ value }) => value)]));
    return { ok: true, value: { text, tolerance, groups, values } };
  }
  const found = targetsFromPopulation(read.value, { seats, tolerance: { seats: tolerance }, decisions: decided });
  if (!found.ok) return found;
  const mergedAway = new Map(decisions.map((one) => [JSON.stringify([one.category, one.value]), one.into]));
  const nameOf = (category: string, value: string): string =>
    mergedAway.get(JSON.stringify([category, value])) ?? value;
  // Shares are not people; a chart of how many there are can only be made from counts.
  const figures =
    measure === 'share'
      ? []
      : categories.flatMap(({ category, values }) =>
          [...Map.groupBy(values, ({ value }) => nameOf(category, value))].map(([value, all]): Figure => ({
            category,
            value,
            count: all.reduce((sum, { amount }) => sum + amount, 0),
          })),
        );
  const sources = categories.flatMap(({ category, source }) => (source ? [{ category, text: source }] : []));
  return { ok: true, value: { targets: found.value.targets, population: figures, sources, decisions } };
}

/** The decisions in a form: `decision.N` is what, `group.N` whose, and a merge is `into:` and the other group. */
export function decisionsIn(form: FormData): Decision[] {
  const decisions: Decision[] = [];
  for (const [name, value] of form) {
    const at = /^decision\.(\d{1,3})$/.exec(name)?.[1];
    const group = at === undefined ? null : form.get(`group.${at}`);
    if (typeof group !== 'string' || typeof value !== 'string') continue;
    const [category = '', own = ''] = group.split('\t');
    const place = { category, value: own };
    if (value === 'at-least-one' || value === 'soft') decisions.push({ ...place, decision: value });
    else if (value.startsWith('into:')) decisions.push({ ...place, decision: 'merge', into: value.slice(5) });
  }
  return decisions;
}

const asLottery = ({ category, value, decision, into }: Decision): SmallGroupDecision => ({
  category,
  value,
  decision: decision === 'merge' ? { mergeInto: into ?? '' } : decision,
});
