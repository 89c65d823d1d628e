/** The pools that the lottery is measured on: published ones, where they are at hand, and generated ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPool, readTargets } from '../../../src/lib/lottery/index.ts';
import type { LotteryTerms } from '../../../src/lib/lottery/index.ts';
import { generatePool } from './generate.ts';

// Published pools of real and test assemblies, under various licences: beside the project, not part of it.
const FOLDER = join(import.meta.dirname, '../../../../shared/data/pools');

/** Figures of other programs for the published pools, measured on some other day. */
const FIGURES = join(FOLDER, 'figures.json');

export const arePoolsThere = existsSync(FIGURES);

const PUBLISHED = {
  example_small_20: 20,
  example_large_200: 200,
  sf_fixture_22: 22,
  opendlp_docs_20: 20,
  kleinstadt_20: 20,
  leximin_medium_37: 37,
} as const;

export const GENERATED = { 'generated 100': 100, 'generated 1,000': 1000, 'generated 10,000': 10_000, 'generated 100,000': 100_000 } as const; // prettier-ignore

export type Published = keyof typeof PUBLISHED;
export type SourceName = Published | keyof typeof GENERATED;

export const published = (): Published[] => (arePoolsThere ? (Object.keys(PUBLISHED) as Published[]) : []);
export const generated = (): SourceName[] => Object.keys(GENERATED) as SourceName[];

export function termsOf(name: SourceName): LotteryTerms {
  if (name in GENERATED) return generatePool(GENERATED[name as keyof typeof GENERATED]);
  const read = (file: string) => readFileSync(join(FOLDER, name, file));
  const targets = readTargets(read('categories.csv'));
  if (!targets.ok) throw new Error(JSON.stringify(targets.error));
  const people = readPool(read('respondents.csv'), targets.value);
  if (!people.ok) throw new Error(JSON.stringify(people.error.slice(0, 5)));
  return { pool: people.value.pool, targets: targets.value, seats: PUBLISHED[name as Published] };
}

/** What another program reached: `null` seconds where it did not finish. */
export interface Figure {
  readonly seconds?: number | null;
  /** The smallest chance, to five or more decimals. */
  readonly min?: number;
  readonly note?: string;
}

export interface Figures {
  readonly 'sortition-algorithms+HiGHS': Readonly<Record<string, Figure>>;
  readonly 'exploratory HiGHS-wasm in Node': Readonly<Record<string, Figure>>;
}

export const readFigures = (): Record<Published, Figures> =>
  JSON.parse(readFileSync(FIGURES, 'utf8')) as Record<Published, Figures>;
