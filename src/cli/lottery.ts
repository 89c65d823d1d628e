import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  canonicalJson,
  canonicalPool,
  canonicalTargets,
  checkFeasibility,
  commitmentOf,
  describeConflict,
  describeDiscrepancy,
  describeProblem,
  describeRelaxation,
  drawPanel,
  err,
  loadSolver,
  ok,
  parseDraw,
  parsePool,
  parseTargets,
  poolHash,
  readPool,
  readTargets,
  seatProblems,
  sensibleAlternates,
  sha256Hex,
  targetsHash,
  verifyDraw,
} from '../lib/lottery/index.ts';
import type { DrawTerms, Feasibility, Problem, Result } from '../lib/lottery/index.ts';

/** What a command has to say: exit code 0 done, 1 infeasible or not verified, 2 bad input. */
interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
  readonly data: object;
}

interface InputOptions {
  readonly categories?: string;
  readonly respondents?: string;
  readonly seats?: string;
  readonly alternates?: string;
  readonly id?: string;
}

const SHOWN_PROBLEMS = 20;

/** `alqa lottery check | draw | verify`. */
export function lotteryCommand(): Command {
  const lottery = new Command('lottery')
    .description('draw a panel that meets every target, and check a draw')
    .showHelpAfterError('Add --help to see what this command takes.')
    // Commander's own exit code for a malformed command line is 1, which here means "infeasible".
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  withInput(lottery.command('check'))
    .description('say whether a panel can meet the targets, and the commitment to publish before the seed')
    .action(async (options: InputOptions & { json?: true }) => report(await check(options), options.json));
  withInput(lottery.command('draw'))
    .description('draw the panel and write pool.json, targets.json, draw.json and SHA256SUMS')
    .option('--seed <text>', 'the seed as it was made in public, such as "4 1 6 6 2"')
    .option('--out <dir>', 'directory for the record; it is never overwritten')
    .action(async (options: InputOptions & { seed?: string; out?: string; json?: true }) =>
      report(await draw(options), options.json),
    );
  lottery
    .command('verify <dir>')
    .description('repeat a draw from its published files')
    .option('--json', 'JSON on standard output')
    .action(async (dir: string, options: { json?: true }) => report(await verify(dir), options.json));
  return lottery;
}

function withInput(command: Command): Command {
  return command
    .option('--categories <file>', 'CSV file with category, name, min, max')
    .option('--respondents <file>', 'CSV file with one row a person')
    .option('--seats <n>', 'how many people sit on the panel')
    .option('--alternates <n>', 'how many are drawn in reserve (default: enough for 10% dropping out)')
    .option('--id <column>', 'column with the ids (default: id, unique_id or nationbuilder_id)')
    .option('--json', 'JSON on standard output');
}

function report({ code, lines, data }: Outcome, json = false): void {
  process.exitCode = code;
  if (json) process.stdout.write(`${JSON.stringify(data)}\n`);
  else (code === 2 ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`);
}

async function check(options: InputOptions): Promise<Outcome> {
  const input = await readInput(options);
  if (!input.ok) return input.error;
  const { pool, targets, seats } = input.value;
  const feasibility = checkFeasibility(targets, pool, seats, await loadSolver());
  if (!feasibility.feasible) return infeasible(input.value, feasibility);
  const commitment = commitmentOf(input.value);
  return {
    code: 0,
    lines: [
      `A panel of ${String(seats)} can meet every target with this pool of ${String(pool.length)}.`,
      `Commitment, to be published before the seed exists: ${commitment}`,
    ],
    data: { feasible: true, commitment, poolHash: poolHash(pool), targetsHash: targetsHash(targets) },
  };
}

async function draw(options: InputOptions & { seed?: string; out?: string }): Promise<Outcome> {
  const { seed, out } = options;
  if (!seed) return badInput('Give the seed that was made in public, such as --seed "4 1 6 6 2".');
  if (!out) return badInput('Name a directory for the record, such as --out draw-2025-05-01.');
  const input = await readInput(options);
  if (!input.ok) return input.error;
  const terms = input.value;
  const drawn = await drawPanel({ ...terms, seed, commitment: commitmentOf(terms) }, await loadSolver());
  if (!drawn.ok) {
    if (drawn.error.code === 'infeasible') return infeasible(terms, { feasible: false, ...drawn.error });
    throw new Error(`A draw from checked files was refused: ${drawn.error.code}`);
  }
  const { panel, alternates, commitment } = drawn.value;
  const written = await writeRecord(out, {
    'pool.json': canonicalPool(terms.pool),
    'targets.json': canonicalTargets(terms.targets),
    'draw.json': canonicalJson(drawn.value),
  });
  if (!written.ok) return badInput(written.error);
  return {
    code: 0,
    lines: [
      `Panel: ${panel.join(', ')}`,
      `Alternates, in this order: ${alternates.join(', ') || 'none'}`,
      `Commitment: ${commitment}`,
      `The record is in ${out}. It is meant to be published: its ids must be tickets that name nobody.`,
    ],
    data: { drawn: true, draw: drawn.value, out },
  };
}

async function verify(dir: string): Promise<Outcome> {
  const pool = await readPublished(dir, 'pool.json', parsePool);
  if (!pool.ok) return badInput(pool.error);
  const targets = await readPublished(dir, 'targets.json', parseTargets);
  if (!targets.ok) return badInput(targets.error);
  const record = await readPublished(dir, 'draw.json', parseDraw);
  if (!record.ok) return badInput(record.error);
  const verified = await verifyDraw(record.value, pool.value, targets.value, await loadSolver());
  if (!verified.ok) {
    const message = describeDiscrepancy(verified.error);
    return { code: 1, lines: [message], data: { verified: false, discrepancy: verified.error, message } };
  }
  const message = 'The draw holds: the hashes, the targets, the order, the panel and the alternates are all as stated.';
  return { code: 0, lines: [message], data: { verified: true, draw: verified.value } };
}

/** Reads the files and numbers that check and draw share. */
async function readInput(options: InputOptions): Promise<Result<DrawTerms, Outcome>> {
  const { categories, respondents, id } = options;
  if (!categories) return err(badInput('Name the file with the targets, such as --categories categories.csv.'));
  if (!respondents) return err(badInput('Name the file with the people, such as --respondents respondents.csv.'));
  const seats = wholeNumber(options.seats);
  if (!seats) return err(badInput('Say how many people sit on the panel, a whole number from 1, such as --seats 24.'));
  const alternates = options.alternates === undefined ? sensibleAlternates(seats) : wholeNumber(options.alternates);
  if (alternates === null) return err(badInput('Give --alternates a whole number, such as --alternates 4.'));

  const categoriesFile = await readContent(categories);
  if (!categoriesFile.ok) return err(badInput(categoriesFile.error));
  const respondentsFile = await readContent(respondents);
  if (!respondentsFile.ok) return err(badInput(respondentsFile.error));
  const targets = readTargets(categoriesFile.value);
  if (!targets.ok) return err(badFiles(targets.error));
  const people = readPool(respondentsFile.value, targets.value, id === undefined ? {} : { idColumn: id });
  if (!people.ok) return err(badFiles(people.error));
  return ok({ pool: people.value.pool, targets: targets.value, seats, alternates });
}

const wholeNumber = (text = ''): number | null =>
  /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;

async function readContent(path: string): Promise<Result<Uint8Array, string>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    return err(`${path} cannot be read (${codeOf(error)}). Check the path and who may read it.`);
  }
}

async function readPublished<T>(
  dir: string,
  name: string,
  parse: (text: string) => Result<T, string>,
): Promise<Result<T, string>> {
  const content = await readContent(join(dir, name));
  if (!content.ok) return content;
  const parsed = parse(new TextDecoder().decode(content.value));
  return parsed.ok ? parsed : err(`${join(dir, name)} is not a published ${name}. ${parsed.error}`);
}

/** Writes the files and their hashes, in the form that `sha256sum --check SHA256SUMS` reads. */
async function writeRecord(dir: string, files: Readonly<Record<string, string>>): Promise<Result<null, string>> {
  const sums = Object.entries(files).map(([name, text]) => `${sha256Hex(text)}  ${name}\n`);
  try {
    await mkdir(dir, { recursive: true });
    for (const [name, text] of Object.entries({ ...files, SHA256SUMS: sums.join('') })) {
      await writeFile(join(dir, name), text, { flag: 'wx' });
    }
    return ok(null);
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'EEXIST')
      return err(`${dir} already holds a record, which is never overwritten. Name another --out.`);
    return err(`${dir} cannot be written (${reason}). Check the path and who may write there.`);
  }
}

/** The system's name for a failed file operation; anything else is a bug and goes on up. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

const badInput = (message: string): Outcome => ({ code: 2, lines: [message], data: { error: message } });

function badFiles(problems: readonly Problem[]): Outcome {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map(describeProblem);
  if (problems.length > SHOWN_PROBLEMS) lines.push(`… and ${String(problems.length - SHOWN_PROBLEMS)} more.`);
  const described = problems.map((problem) => ({ ...problem, message: describeProblem(problem) }));
  return { code: 2, lines, data: { error: 'The files have problems.', problems: described } };
}

function infeasible(terms: DrawTerms, { conflict, relaxation }: Extract<Feasibility, { feasible: false }>): Outcome {
  const { targets, pool, seats } = terms;
  const problems = seatProblems(targets, pool, seats);
  const suggestion =
    relaxation === null
      ? ['No change of the targets within their flex makes a panel possible.']
      : ['The least change that makes a panel possible:', ...describeRelaxation(relaxation).map((line) => `  ${line}`)];
  return {
    code: 1,
    lines: [describeConflict(conflict, seats), ...problems.map(describeProblem), ...suggestion],
    data: { feasible: false, conflict, relaxation, problems },
  };
}
