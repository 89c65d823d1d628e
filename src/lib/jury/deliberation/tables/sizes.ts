/** How many sit at a table: enough to hear different people, few enough that everybody speaks. Small groups of 4 to 6, online fewer. */
export const TABLE = { least: 4, usual: 6, most: 7 } as const;

/** Whether so many people can sit at so many tables of 4 to 7. Fewer than eight sit together. */
export const fits = (people: number, tables: number): boolean =>
  tables === 1 ? people <= TABLE.most : people >= tables * TABLE.least && people <= tables * TABLE.most;

/** The number of tables nearest to six people each; one where nothing else fits. */
export function usualTables(people: number): number {
  const wanted = Math.round(people / TABLE.usual);
  return Math.max(1, Math.ceil(people / TABLE.most), Math.min(wanted, Math.floor(people / TABLE.least)));
}

/** Sizes that differ by one at most, the larger first. */
export const sizesOf = (people: number, tables: number): readonly number[] =>
  Array.from({ length: tables }, (_, table) => Math.ceil((people - table) / tables));
