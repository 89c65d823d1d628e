/** Whether every panel of a list is one that the draw may take. */
import type { EqualChanceList } from '../lottery.ts';
import { byCodeUnits, valueIn } from '../pool.ts';
import type { Pool, Target, Targets } from '../pool.ts';
import type { RecordDiscrepancy } from './discrepancy.ts';
import type { Commitment, ReplacementTerms } from './files.ts';
import { byMembers } from './list.ts';

const NOBODY: ReplacementTerms = { of: '', leaving: [], left: [], seated: [], deviations: [] };

export interface PanelTerms {
  readonly pool: Pool;
  readonly targets: Targets;
  readonly commitment: Commitment;
}

/** A check of one panel after the other, so that a page can breathe between them. */
export function panelChecker({ pool, targets, commitment }: PanelTerms) {
  const { seats, replacement = NOBODY } = commitment;
  const bounds = relaxed(targets, replacement.deviations);
  const people = new Map(
    pool.map(({ id, ...person }) => [id, { ...person, hits: hitsOf({ id, ...person }, targets) }]),
  );
  const seated = new Set(replacement.seated);
  const gone = new Set([...replacement.leaving, ...replacement.left]);

  return (panel: readonly string[], place: number): RecordDiscrepancy | null => {
    const inOrder = panel.every((id, seat) => seat === 0 || byCodeUnits(panel[seat - 1]!, id) < 0);
    if (panel.length !== seats || !inOrder || !panel.every((id) => people.has(id))) {
      return { code: 'panel-malformed', panel: place, stated: `${String(seats)} seats`, found: panel.join(', ') };
    }
    const left = panel.find((id) => gone.has(id));
    if (left !== undefined)
      return { code: 'left-drawn', panel: place, stated: `${left} left`, found: panel.join(', ') };
    const missing = replacement.seated.find((id) => !panel.includes(id));
    if (missing !== undefined) {
      return { code: 'seated-left-out', panel: place, stated: `${missing} keeps a seat`, found: panel.join(', ') };
    }
    const counts = targets.map(() => 0);
    const households = new Map<string, string>();
    for (const id of panel) {
      const { hits, household } = people.get(id)!;
      for (const target of hits) counts[target]! += 1;
      if (household === undefined) continue;
      const other = households.get(household);
      // Two who keep their seats were seated before; a replacement cannot undo it.
      if (other !== undefined && !(seated.has(other) && seated.has(id))) {
        return { code: 'household-twice', panel: place, stated: 'one of a household', found: `${other}, ${id}` };
      }
      households.set(household, id);
    }
    const missed = bounds.findIndex(({ min, max }, target) => counts[target]! < min || counts[target]! > max);
    if (missed < 0) return null;
    const { category, value, min, max } = bounds[missed]!;
    const stated = `${category} = ${value}: ${String(min)} to ${String(max)}`;
    return { code: 'target-missed', panel: place, stated, found: String(counts[missed]) };
  };
}

/** Which targets, by their places, somebody counts towards. */
const hitsOf = (person: Pool[number], targets: Targets): number[] =>
  targets.flatMap(({ category, value }, place) => (valueIn(person, category) === value ? [place] : []));

/** The targets as a replacement draw takes them: with these bounds, and no flex beyond. */
export function relaxed(targets: Targets, deviations: ReplacementTerms['deviations']): Target[] {
  return targets.map(({ category, value, min, max }) => {
    const changes = deviations.filter((change) => change.category === category && change.value === value);
    return { category, value, min, max, ...Object.fromEntries(changes.map(({ bound, to }) => [bound, to])) };
  });
}

/** What is wrong with the list as a whole. */
export function checkList(list: EqualChanceList, size: number): RecordDiscrepancy | null {
  if (list.length !== size) return { code: 'size-differs', stated: String(size), found: String(list.length) };
  const late = list.findIndex((panel, place) => place > 0 && byMembers(list[place - 1]!, panel) > 0);
  if (late < 0) return null;
  return {
    code: 'list-unordered',
    panel: late,
    stated: 'panels ordered by their members',
    found: list[late]!.join(', '),
  };
}

/** What is wrong with the terms of a replacement in themselves. */
export function checkReplacement({ pool, targets, commitment }: PanelTerms): RecordDiscrepancy | null {
  const { seats, replacement } = commitment;
  if (replacement === undefined) return null;
  const malformed = (stated: string, found: string) => ({ code: 'replacement-malformed', stated, found }) as const;
  const ids = new Set(pool.map(({ id }) => id));
  const named = [...replacement.leaving, ...replacement.left, ...replacement.seated];
  const stranger = named.find((id) => !ids.has(id));
  if (stranger !== undefined) return malformed('people of the pool', stranger);
  if (new Set(named).size < named.length) return malformed('everybody named once', named.join(', '));
  if (replacement.seated.length >= seats) {
    return malformed(`fewer who keep a seat than ${String(seats)} seats`, String(replacement.seated.length));
  }
  const wrong = replacement.deviations.find(({ category, value, bound, from, to }) => {
    const target = targets.find((other) => other.category === category && other.value === value);
    return target?.[bound] !== from || (bound === 'min' ? to >= from : to <= from);
  });
  if (wrong === undefined) return null;
  return malformed(
    'deviations from the targets',
    `${wrong.category} = ${wrong.value}: ${wrong.bound} ${String(wrong.from)}`,
  );
}
