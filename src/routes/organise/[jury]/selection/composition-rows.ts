/** Population, pool and panel of every group beside its target, as the composition chart wants them. */
import type { Figure, Selection } from '$lib/jury/recruitment/selection.ts';
import type { CompositionRow } from '$lib/ui/charts/composition.ts';

export function compositionRows(
  { targets, population, pool, draw }: Pick<Selection, 'targets' | 'population' | 'pool' | 'draw'>,
  panel = draw?.composition,
): CompositionRow[] {
  const counted = (figures: readonly Figure[], category: string, value: string): number =>
    figures.find((figure) => figure.category === category && figure.value === value)?.count ?? 0;
  const categories = [...new Set(targets.map((target) => target.category))];
  return categories.map((category) => {
    const people = population
      .filter((figure) => figure.category === category)
      .reduce((sum, { count }) => sum + count, 0);
    return {
      category,
      values: targets
        .filter((target) => target.category === category)
        .map(({ value, min, max }) => ({
          value,
          min,
          max,
          ...(people > 0 ? { population: counted(population, category, value) / people } : {}),
          ...(pool ? { pool: shareOf(counted(pool.figures, category, value), pool.size) } : {}),
          ...(panel ? { panel: { count: counted(panel, category, value) } } : {}),
        })),
    };
  });
}

const shareOf = (count: number, size: number) => ({ count, share: size === 0 ? 0 : count / size });
