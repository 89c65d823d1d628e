/** The files and numbers that the commands of the lottery share. */
import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import {
  err,
  inCanonicalOrder,
  MAX_BYTES,
  OBJECTIVES,
  ok,
  readPool,
  readTargets,
  targetsInCanonicalOrder,
} from '../../lib/lottery/index.ts';
import type { LotteryRequest, LotteryTerms, Objective, Result } from '../../lib/lottery/index.ts';
import { badFiles, badInput } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { progressBar } from './progress.ts';

export interface InputOptions {
  readonly categories?: string;
  readonly respondents?: string;
  readonly seats?: string;
  readonly id?: string;
  readonly household?: string;
}

export interface SolveOptions extends InputOptions {
  readonly objective?: string;
  readonly panels?: string;
  readonly timeLimit?: string;
}

export const PANELS = 1000;
const MOST_PANELS = 100_000;

export const withInput = (command: Command): Command =>
  command
    .option('--categories <file>', 'CSV or XLSX file with category, name, min, max (and min_flex, max_flex)')
    .option('--respondents <file>', 'CSV or XLSX file with one row a person')
    .option('--seats <n>', 'how many people sit on the panel')
    .option('--id <column>', 'column with the ids (default: id, unique_id or nationbuilder_id)')
    .option('--household <columns>', 'columns of the address, separated by commas: at most one person of each may sit')
    .option('--json', 'JSON on standard output');

export const withSolving = (command: Command): Command =>
  withInput(command)
    .option('--objective <name>', `what makes the lottery fair: ${OBJECTIVES.join(', ')} (default: leximin)`)
    .option('--panels <m>', `how many equally likely panels the list has (default: ${String(PANELS)})`)
    .option('--time-limit <s>', 'seconds after which the best lottery found so far is taken (default: none)');

/** Pool, targets and seats, or everything that is wrong with the files. */
export async function readInput(options: InputOptions): Promise<Result<LotteryTerms, Outcome>> {
  const { categories, respondents, id, household } = options;
  if (!categories) return err(badInput('Name the file with the targets, such as --categories categories.csv.'));
  if (!respondents) return err(badInput('Name the file with the people, such as --respondents respondents.csv.'));
  const seats = wholeNumber(options.seats);
  if (!seats) return err(badInput('Say how many people sit on the panel, a whole number from 1, such as --seats 24.'));
  if (household !== undefined && listed(household).length === 0)
    return err(badInput('Name the columns of the address, such as --household street,house.'));

  const categoriesFile = await readContent(categories);
  if (!categoriesFile.ok) return err(badInput(categoriesFile.error));
  const respondentsFile = await readContent(respondents);
  if (!respondentsFile.ok) return err(badInput(respondentsFile.error));
  const targets = readTargets(categoriesFile.value);
  if (!targets.ok) return err(badFiles(targets.error));
  const people = readPool(respondentsFile.value, targets.value, {
    ...(id === undefined ? {} : { idColumn: id }),
    ...(household === undefined ? {} : { householdColumns: listed(household) }),
  });
  return people.ok ? ok({ pool: people.value.pool, targets: targets.value, seats }) : err(badFiles(people.error));
}

export interface Solving {
  readonly request: LotteryRequest & { readonly objective: Objective };
  /** Length of the list. */
  readonly panels: number;
}

export async function readSolving(options: SolveOptions): Promise<Result<Solving, Outcome>> {
  const objective = OBJECTIVES.find((name) => name === (options.objective ?? 'leximin'));
  if (objective === undefined) {
    return err(badInput(`There is no objective "${options.objective ?? ''}". Give one of ${OBJECTIVES.join(', ')}.`));
  }
  const panels = options.panels === undefined ? PANELS : wholeNumber(options.panels);
  if (!panels || panels > MOST_PANELS) {
    return err(badInput(`Give --panels a whole number from 1 to ${String(MOST_PANELS)}, such as --panels 1000.`));
  }
  const limit = timeLimit(options.timeLimit);
  if (!limit.ok) return limit;
  const terms = await readInput(options);
  if (!terms.ok) return terms;
  // In the order in which they are published, so that whoever solves it again from the record solves the same.
  const pool = inCanonicalOrder(terms.value.pool);
  const targets = targetsInCanonicalOrder(terms.value.targets);
  const { seats } = terms.value;
  return ok({ request: { pool, targets, seats, objective, ...limit.value, ...progressBar() }, panels });
}

export function timeLimit(text: string | undefined): Result<{ readonly timeLimit?: number }, Outcome> {
  if (text === undefined) return ok({});
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return ok({ timeLimit: seconds });
  return err(badInput('Give --time-limit a number of seconds above 0, such as --time-limit 60.'));
}

export const wholeNumber = (text = ''): number | null =>
  /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;

/** The parts of an option that lists them with commas. */
export const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

async function readContent(path: string): Promise<Result<Uint8Array, string>> {
  try {
    // One byte more than is allowed shows that a file is too large, however large it is.
    const chunks: Uint8Array[] = [];
    for await (const chunk of createReadStream(path, { end: MAX_BYTES })) chunks.push(chunk as Uint8Array);
    return ok(Buffer.concat(chunks));
  } catch (error) {
    return err(`${path} cannot be read (${codeOf(error)}). Check the path and who may read it.`);
  }
}

/** The system's name for a failed file operation; anything else is a bug and goes on up. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
