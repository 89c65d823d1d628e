/** How the population is made up: what targets are worked out from, and what a panel is compared with. */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Targets } from '../pool.ts';
import { crossingsInOneWriting } from './crossed.ts';
import { isFormula } from './formula.ts';
import { suggestionFor } from './near-miss.ts';
import { Problems } from './problem.ts';
import type { Problem } from './problem.ts';
import { MAX_TARGETS } from './read-targets.ts';
import { shareProblems } from './shares.ts';
import { knownColumn, scanTable } from './table.ts';

export interface PopulationCategory {
  readonly category: string;
  /** People, or a share in per cent or as a fraction: `measure` of the population says which. */
  readonly values: readonly { readonly value: string; readonly amount: number }[];
  /** Where the figures come from: a census, a register, or for the attitude to the issue an opinion poll. */
  readonly source?: string;
}

export interface Population {
  readonly measure: 'count' | 'share';
  readonly categories: readonly PopulationCategory[];
}

const file = 'population';

/**
 * Reads a population file, CSV or XLSX: `category` (or `feature`), `name` (or `value`), `count` (or `population`) or
 * else `share` (or `percent`, `%`), optionally `source`. With `targets`, its groups must be among theirs.
 */
export function readPopulation(
  content: Uint8Array | string,
  { targets }: { readonly targets?: Targets } = {},
): Result<Population, Problem[]> {
  const table = scanTable(file, content);
  if (!table.ok) return table;
  const { headers, rows, lines } = table.value;
  if (rows.length > MAX_TARGETS) {
    return err([{ file, code: 'too-large', params: { limit: MAX_TARGETS, unit: 'rows' } }]);
  }
  const problems = new Problems(file);
  table.value.problems.forEach((problem) => problems.add(problem));
  const need = (found: Result<number, Problem>): number => {
    if (!found.ok) problems.add(found.error);
    return found.ok ? found.value : -1;
  };
  const categoryAt = need(knownColumn(file, headers, ['category', 'feature']));
  const valueAt = need(knownColumn(file, headers, ['name', 'value']));
  const share = knownColumn(file, headers, ['share', 'percent', 'percentage', '%']);
  const count = knownColumn(file, headers, ['count', 'population']);
  const measure = !count.ok && share.ok ? 'share' : 'count';
  const amountAt = need(measure === 'share' ? share : count);
  const source = knownColumn(file, headers, ['source']);

  const figures = crossingsInOneWriting(
    rows.map((cells, index) => {
      const at = { file, row: lines[index]! } as const;
      const cell = (column: number): string => {
        const text = cells[column] ?? '';
        if (text === '' && column >= 0) problems.add({ ...at, column: headers[column]!, code: 'missing-value' });
        if (isFormula(text)) problems.add({ ...at, column: headers[column]!, value: text, code: 'formula' });
        return text;
      };
      const written = cell(amountAt);
      const amount = measure === 'count' ? wholeNumber(written) : decimalNumber(written);
      if (amount === null && written !== '' && !isFormula(written)) {
        const code = measure === 'count' ? 'not-a-whole-number' : 'not-a-number';
        problems.add({ ...at, column: headers[amountAt]!, value: written, code });
      }
      const from = source.ok ? (cells[source.value] ?? '') : '';
      return { category: cell(categoryAt), value: cell(valueAt), amount: amount ?? 0, source: from };
    }),
    MAX_TARGETS,
    (index, problem) => problems.add({ file, row: lines[index]!, ...problem }),
  );
  const seen = new Set<string>();
  const listed = targets && new Set(targets.map(({ category, value }) => JSON.stringify([category, value])));
  figures.forEach(({ category, value }, index) => {
    const at = { file, row: lines[index]!, column: category, value } as const;
    const key = JSON.stringify([category, value]);
    if (targets && listed?.has(key) === false) {
      const known = targets.flatMap((target) => (target.category === category ? [target.value] : []));
      problems.add({ ...at, code: 'unknown-value', ...suggestionFor(value, known) });
    } else if (seen.has(key)) problems.add({ ...at, code: 'duplicate-value' });
    seen.add(key);
  });
  if (!problems.isEmpty) return err(problems.list());

  const categories = [...new Set(figures.map(({ category }) => category))].map((category): PopulationCategory => {
    const ofCategory = figures.filter((figure) => figure.category === category);
    const sources = [...new Set(ofCategory.map((figure) => figure.source))].filter((text) => text !== '');
    return {
      category,
      values: ofCategory.map(({ value, amount }) => ({ value, amount })),
      ...(sources.length > 0 ? { source: sources.join('; ') } : {}),
    };
  });
  const sums = shareProblems({ measure, categories });
  return sums.length > 0 ? err(sums) : ok({ measure, categories });
}

/** `1200`, and with any mark between thousands `1 200` or `1,200`. */
function wholeNumber(text: string): number | null {
  const digits = /^\d{1,3}(?:[\s,.'’]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

/** `27.5`, `27,5` or `27.5 %`. */
function decimalNumber(text: string): number | null {
  const plain = text.replace(/\s*%$/, '').replace(',', '.');
  return /^\d{1,12}(?:\.\d{1,20})?$/.test(plain) ? Number(plain) : null;
}
