import { Command } from 'commander';
import {
  commitList,
  commitmentHash,
  drawFromList,
  err,
  numberFromTicket,
  ok,
  readRecord,
  sensibleAlternates,
  ticketOf,
  verifyRecord,
} from '../../lib/lottery/index.ts';
import type { ChanceSource, RecordFiles, Result } from '../../lib/lottery/index.ts';
import { readSolving, wholeNumber, withSolving } from './input.ts';
import type { SolveOptions } from './input.ts';
import { badInput, reporting } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { obstacleAt, readRecordFolder, writeRecordFolder } from './record-folder.ts';
import { solveInput } from './solve.ts';
import { doesNotHold } from './verify.ts';

export interface SourceOptions {
  readonly seed?: string;
  readonly ticket?: string;
  readonly commitOnly?: true;
  readonly out?: string;
}

interface DrawOptions extends SolveOptions, SourceOptions {
  readonly alternates?: string;
  readonly committed?: string;
}

export const withSource = (command: Command): Command =>
  command
    .option('--seed <text>', 'the seed as it was made in public, such as "4 1 6 6 2"')
    .option('--ticket <digits>', 'the number that dice showed, such as 042 for a list of 1000 panels')
    .option('--commit-only', 'write what is published before the seed exists, and draw nothing yet')
    .option('--out <dir>', 'new folder for the record; nothing is ever overwritten');

export const drawCommand = (): Command =>
  withSource(withSolving(new Command('draw')))
    .description('draw the panel and its alternates and write the public record')
    .option('--alternates <a>', 'how many are drawn in reserve (default: enough for 10% dropping out)')
    .option('--committed <dir>', 'draw from what --commit-only wrote, instead of from --categories and --respondents')
    .action(reporting(draw));

async function draw(options: DrawOptions): Promise<Outcome> {
  const place = await readPlace(options);
  if (!place.ok) return place.error;
  const { out, source } = place.value;
  const committed = options.committed === undefined ? await commit(options, source) : await readCommitted(options);
  return committed.ok ? finish(committed.value, source, out) : committed.error;
}

/** Where to write and what to draw with; null to draw nothing yet. */
export async function readPlace(
  options: SourceOptions,
): Promise<Result<{ out: string; source: ChanceSource | null }, Outcome>> {
  const { seed, ticket, commitOnly, out } = options;
  const given = [seed, ticket, commitOnly].filter((option) => option !== undefined);
  if (given.length > 1) return err(badInput('Give one of --seed, --ticket and --commit-only, not several.'));
  if (given.length === 0 || seed?.trim() === '') {
    return err(
      badInput('Give the seed that was made in public, such as --seed "4 1 6 6 2", or what dice showed: --ticket 042.'),
    );
  }
  if (!out) return err(badInput('Name a folder for the record, such as --out draw-2025-05-01.'));
  const obstacle = await obstacleAt(out);
  if (obstacle !== null) return err(badInput(obstacle));
  if (seed !== undefined) return ok({ out, source: { seed } });
  return ok({ out, source: ticket === undefined ? null : { ticket } });
}

async function commit(options: DrawOptions, source: ChanceSource | null): Promise<Result<RecordFiles, Outcome>> {
  const input = await readSolving(options);
  if (!input.ok) return input;
  const { request, panels } = input.value;
  const asked = options.alternates === undefined ? sensibleAlternates(request.seats) : wholeNumber(options.alternates);
  if (asked === null) return err(badInput('Give --alternates a whole number, such as --alternates 4.'));
  const outside = outsideList(source, panels);
  if (outside !== null) return err(outside);
  const solved = await solveInput(input.value);
  return solved.ok ? ok(commitList({ ...request, list: solved.value.list, alternates: asked })) : solved;
}

async function readCommitted(options: DrawOptions): Promise<Result<RecordFiles, Outcome>> {
  const { committed = '', categories, respondents } = options;
  if (categories !== undefined || respondents !== undefined) {
    return err(badInput('Give either --committed or the files with the targets and the people, not both.'));
  }
  const files = await readRecordFolder(committed);
  if (!files.ok) return err(badInput(files.error));
  if (files.value['draw.json'] !== undefined) {
    return err(badInput(`${committed} has been drawn from already, and a draw is never repeated.`));
  }
  const verified = await verifyRecord(files.value);
  return verified.ok ? ok(files.value) : err(doesNotHold(verified.error));
}

/** Draws, unless there is nothing to draw with yet, and writes the record. */
export async function finish(committed: RecordFiles, source: ChanceSource | null, out: string): Promise<Outcome> {
  const record = source === null ? ok(committed) : drawFromList(committed, source);
  if (!record.ok) return outsideList(source, record.error.size) ?? badInput('The seed is empty.');
  const written = await writeRecordFolder(out, record.value);
  return written.ok ? told(record.value, out) : badInput(written.error);
}

/** That a ticket is not one of the list, as a complaint. */
export function outsideList(source: ChanceSource | null, size: number): Outcome | null {
  if (source === null || !('ticket' in source) || numberFromTicket(source.ticket, size) !== null) return null;
  const [first, last] = [ticketOf(0, size), ticketOf(size - 1, size)];
  return badInput(
    `"${source.ticket}" is no ticket of this list of ${String(size)} panels: they go from ${first} to ${last}. Throw all the dice again.`,
  );
}

function told(files: RecordFiles, out: string): Outcome {
  const read = readRecord(files);
  if (!read.ok) throw new Error(`A record just made cannot be read: ${read.error.code}`);
  const { commitment, draw } = read.value;
  const hash = commitmentHash(files);
  const deviations = commitment.replacement?.deviations ?? [];
  const gaveWay = deviations.map(({ category, value, bound, from, to }) => {
    return `No panel restores the targets: the ${bound} of ${category} = ${value} is ${String(to)} instead of ${String(from)}.`;
  });
  const published = `The record is in ${out}. It is meant to be published: its ids must be tickets that name nobody.`;
  if (draw === null) {
    return {
      code: 0,
      lines: [...gaveWay, `Commitment, to be published before the seed exists: ${hash}`, published],
      data: { drawn: false, commitment: hash, committed: commitment, out },
    };
  }
  return {
    code: 0,
    lines: [
      ...gaveWay,
      `Number: ${ticketOf(draw.number, commitment.size)}`,
      `Panel: ${draw.panel.join(', ')}`,
      `Alternates, in this order: ${draw.alternates.join(', ') || 'none'}`,
      `Commitment: ${hash}`,
      published,
    ],
    data: { drawn: true, commitment: hash, committed: commitment, draw, out },
  };
}
