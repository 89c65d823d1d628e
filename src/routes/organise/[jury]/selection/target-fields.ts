/** Targets as the flat fields of the command that sets them. */
import type { Selection, Target } from '$lib/jury/recruitment/selection.ts';
import type { Change } from '$lib/lottery/index.ts';

/** Rows of a list under dotted names: `targets.0.min`. What is undefined is left out. */
export const flat = (list: string, rows: readonly object[]): [string, string][] =>
  rows.flatMap((row, index) =>
    Object.entries(row).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[`${list}.${index}.${name}`, String(value)]],
    ),
  );

/** All that was set with the targets that stand, for other numbers. */
export function settingFields(selection: Selection, targets: readonly Target[]): Record<string, string> {
  return Object.fromEntries([...flat('targets', targets), ...settingsBeside(selection)]);
}

/** What is set together with the numbers and stays when only these change. */
export function settingsBeside(selection: Selection): [string, string][] {
  const { attitude, population, source, sources, objective, oneAHousehold, decisions } = selection;
  return [
    ...flat('population', population),
    ...flat('sources', sources),
    ...flat('decisions', decisions),
    ['attitude', attitude ?? ''],
    ['objective', objective],
    ['oneAHousehold', String(oneAHousehold)],
    ...(source === null ? [] : ([['source', source]] as [string, string][])),
  ];
}

/** The targets with the changes of a relaxation made. */
export const applied = (targets: readonly Target[], changes: readonly Change[]): Target[] =>
  targets.map((target) => {
    const own = changes.filter(({ category, value }) => category === target.category && value === target.value);
    return { ...target, ...Object.fromEntries(own.map(({ bound, to }) => [bound, to])) };
  });
