/** A small record made without a solver: every panel that meets the targets, each as likely as the other. */
import { commitList, drawFromList, sha256Hex } from '../../src/lib/lottery/index.ts';
import type {
  ChanceSource,
  DrawNotes,
  EqualChanceList,
  Person,
  Pool,
  RecordFiles,
  Targets,
} from '../../src/lib/lottery/index.ts';
import { meetsEvery } from './instances.ts';

export const pool: Pool = Array.from({ length: 10 }, (_, index) => ({
  id: `t${String(index)}`,
  values: { gender: index % 2 === 0 ? 'f' : 'm', age: index % 3 === 0 ? 'young' : 'old' },
  ...([1, 4].includes(index) ? { household: 'h1' } : {}),
}));

export const targets: Targets = [
  { category: 'gender', value: 'f', min: 2, max: 2 },
  { category: 'gender', value: 'm', min: 2, max: 2 },
  { category: 'age', value: 'young', min: 1, max: 2, minFlex: 0 },
  { category: 'age', value: 'old', min: 2, max: 3 },
];

export const SEATS = 4;

/** Every panel of these people that meets the targets and the household rule. */
export function allPanels(people: Pool, asked: Targets, seats: number): string[][] {
  const lone = (panel: Person[]): boolean => {
    const homes = panel.flatMap(({ household }) => household ?? []);
    return new Set(homes).size === homes.length;
  };
  return combinations([...people], seats)
    .filter((panel) => meetsEvery(asked, panel) && lone(panel))
    .map((panel) => panel.map(({ id }) => id));
}

function combinations<T>(items: T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, place) => combinations(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]));
}

export const list: EqualChanceList = allPanels(pool, targets, SEATS);

export const terms = { pool, targets, seats: SEATS, objective: 'leximin', list, alternates: 3 } as const;

export const committed = commitList(terms);

export function drawn(source: ChanceSource, notes: DrawNotes = {}, files: RecordFiles = committed): RecordFiles {
  const record = drawFromList(files, source, notes);
  if (!record.ok) throw new Error(record.error.code);
  return record.value;
}

/** The first of those drawn leaves, and everybody else keeps the seat: the list that their seat is drawn from. */
export function replacing(record: RecordFiles, of = sha256Hex(record['draw.json'] ?? '')): RecordFiles {
  const { panel } = JSON.parse(record['draw.json'] ?? '') as { panel: string[] };
  const [leaver = '', ...seated] = panel;
  const panels = list.filter((others) => !others.includes(leaver) && seated.every((id) => others.includes(id)));
  const replacement = { of, leaving: [leaver], left: [], seated, deviations: [] };
  return commitList({ ...terms, list: panels, replacement });
}
