/** From single sheets to what may be told: numbers of at least five, and nothing that betrays a smaller one. */
import { ITEMS } from './items.ts';
import type { Item, Level, SurveyId } from './items.ts';
import type { Sheet, Sheets } from './sheets.ts';

/** The fewest people of whom a number is told. */
export const FEWEST = 5;

export const SIDES = ['disagree', 'between', 'agree'] as const;
export const MOVES = ['down', 'same', 'up'] as const;

/** A number by cell; null where it is kept back, be it empty or not. `answers` is null where there were fewer than five. */
export interface Distribution<Cell extends string = string> {
  readonly answers: number | null;
  readonly cells: Readonly<Record<Cell, number | null>>;
}

export type ByItem<Cell extends string> = Readonly<Partial<Record<Item, Distribution<Cell>>>>;

export interface Results {
  readonly surveys: Readonly<Partial<Record<SurveyId, ByItem<(typeof SIDES)[number]>>>>;
  /** From `before` to `after`, of those who answered an item both times under one key; empty where one of them was not held. */
  readonly moved: ByItem<(typeof MOVES)[number]>;
}

/** [Q7] Where the sheets of these surveys stand, and how those who can be followed have moved. */
export function resultsOf(sheets: Sheets, surveys: readonly SurveyId[]): Results {
  const held = surveys.filter((survey) => sheets[survey] !== undefined);
  return {
    surveys: Object.fromEntries(
      held.map((survey) => [survey, byItem(survey, (item) => sidesOf(sheets[survey], item))]),
    ),
    moved: held.includes('before') && held.includes('after') ? byItem('after', (item) => movesOf(sheets, item)) : {},
  };
}

/**
 * [Q8] All numbers where each is at least five. Otherwise the one that is more than half, if the others together are at least five; they are kept
 * back, and nothing says which of them are empty. Any milder rule is undone by adding up: of 5, 4 and 4 with only the 5 told, the 8 that are
 * missing can only be two cells of four. Of a jury of one mind nothing is told.
 */
export function disclose<Cell extends string>(cells: readonly Cell[], counts: Readonly<Record<Cell, number>>) {
  const answers = cells.reduce((sum, cell) => sum + counts[cell], 0);
  const allLarge = cells.every((cell) => counts[cell] >= FEWEST);
  const leads = (count: number): boolean => 2 * count > answers && answers - count >= FEWEST;
  const told = (count: number): number | null => (allLarge || leads(count) ? count : null);
  return {
    answers: answers < FEWEST ? null : answers,
    cells: Object.fromEntries(cells.map((cell) => [cell, told(counts[cell])])),
  } as Distribution<Cell>;
}

function byItem<Cell extends string>(survey: SurveyId, of: (item: Item) => Distribution<Cell>): ByItem<Cell> {
  return Object.fromEntries(ITEMS[survey].map((item) => [item, of(item)]));
}

function sidesOf(sheets: readonly Sheet[] = [], item: Item) {
  const places = sheets.flatMap(({ answers }) => (answers[item] ? [Math.sign(PLACE[answers[item]])] : []));
  return disclose(SIDES, counted(SIDES, places));
}

function movesOf({ before = [], after = [] }: Sheets, item: Item) {
  const earlier = new Map(before.map(({ key, answers }) => [key, answers[item]]));
  const steps = after.flatMap(({ key, answers }) => {
    const from = earlier.get(key);
    const to = answers[item];
    return from && to ? [Math.sign(PLACE[to] - PLACE[from])] : [];
  });
  return disclose(MOVES, counted(MOVES, steps));
}

/** Who is not sure stands between those who disagree and those who agree. */
const PLACE: Readonly<Record<Level, number>> = {
  'strongly-disagree': -2,
  disagree: -1,
  neither: 0,
  unsure: 0,
  agree: 1,
  'strongly-agree': 2,
};

/** How often −1, 0 and 1 occur, under the names of three cells. */
function counted<Cell extends string>(cells: readonly Cell[], signs: readonly number[]): Record<Cell, number> {
  const entries = cells.map((cell, at) => [cell, signs.filter((sign) => sign === at - 1).length]);
  return Object.fromEntries(entries) as Record<Cell, number>;
}
