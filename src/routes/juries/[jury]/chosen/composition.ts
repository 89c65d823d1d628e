import type { Figure, Selection } from '$lib/jury/recruitment/selection.ts';
import type { CompositionRow } from '$lib/ui/charts/composition.ts';

const countOf = (figures: readonly Figure[], category: string, value: string): number =>
  figures.find((figure) => figure.category === category && figure.value === value)?.count ?? 0;

/** Population, pool and jury beside each target, in the order of the targets. */
export function compositionRows({ targets, population, pool, draw }: Selection): readonly CompositionRow[] {
  return [...Map.groupBy(targets, (target) => target.category)].map(([category, values]) => {
    const inhabitants = population.filter((figure) => figure.category === category);
    const total = inhabitants.reduce((sum, figure) => sum + figure.count, 0);
    return {
      category,
      values: values.map(({ value, min, max }) => {
        const volunteers = pool ? countOf(pool.figures, category, value) : 0;
        return {
          value,
          min,
          max,
          ...(total > 0 ? { population: countOf(inhabitants, category, value) / total } : {}),
          ...(pool ? { pool: { count: volunteers, share: pool.size > 0 ? volunteers / pool.size : 0 } } : {}),
          ...(draw ? { panel: { count: countOf(draw.composition, category, value) } } : {}),
        };
      }),
    };
  });
}
