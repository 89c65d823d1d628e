/** Repeating a draw from nothing but its published files: no solver, no network, no trust. */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { checkList, checkReplacement, panelChecker } from './check-panels.ts';
import type { RecordDiscrepancy } from './discrepancy.ts';
import { outcomeOf } from './draw-list.ts';
import { sumsOf } from './files.ts';
import type { PanelDraw, RecordFiles } from './files.ts';
import { chancesIn } from './list.ts';
import { readRecord } from './read-record.ts';
import type { PublishedRecord } from './read-record.ts';

export interface VerifiedRecord extends PublishedRecord {
  /** The chance, 0 to 1, of everybody who sits on some panel of the list. */
  readonly chances: ReadonlyMap<string, number>;
}

export interface VerifyOptions {
  /** Called with what is done, 0 to 1. Verification waits for what it returns, so that a page can draw meanwhile. */
  readonly onProgress?: (done: number) => void | Promise<void>;
}

const SLICE = 200;

/**
 * Recomputes everything in a record: canonical texts and hashes, the commitment, every panel of the list against seats,
 * pool, households and targets, then number, panel and alternates from the seed or ticket. Gives the first thing that
 * does not hold. That the list is the fairest possible is not among it: that takes the solver and longer.
 */
export async function verifyRecord(
  files: RecordFiles,
  { onProgress }: VerifyOptions = {},
): Promise<Result<VerifiedRecord, RecordDiscrepancy>> {
  const read = readRecord(files);
  if (!read.ok) return read;
  const record = read.value;
  const { list, commitment, draw } = record;
  const whole = checkList(list, commitment.size) ?? checkReplacement(record);
  if (whole !== null) return err(whole);
  const check = panelChecker(record);
  for (const [place, panel] of list.entries()) {
    const wrong = check(panel, place);
    if (wrong !== null) return err(wrong);
    if (place > 0 && place % SLICE === 0) await onProgress?.(place / list.length);
  }
  const wrong = draw === null ? null : checkDraw(record, draw);
  if (wrong !== null) return err(wrong);
  const sums = sumsOf(files);
  if (files.SHA256SUMS === undefined) {
    return err({ code: 'file-missing', file: 'SHA256SUMS', stated: 'SHA256SUMS', found: 'nothing' });
  }
  if (files.SHA256SUMS !== sums) return err({ code: 'sums-differ', stated: files.SHA256SUMS, found: sums });
  await onProgress?.(1);
  return ok({ ...record, chances: chancesIn(list) });
}

function checkDraw({ list, commitment }: PublishedRecord, draw: PanelDraw): RecordDiscrepancy | null {
  const outcome = outcomeOf(commitment, list, draw);
  if (!outcome.ok) {
    const stated = 'seed' in draw ? draw.seed : draw.ticket;
    return { code: 'chance-malformed', stated, found: `a list of ${String(outcome.error.size)}` };
  }
  const { number, panel, alternates } = outcome.value;
  if (draw.number !== number) return { code: 'number-differs', stated: String(draw.number), found: String(number) };
  const differs = (stated: readonly string[], found: readonly string[]): boolean =>
    stated.length !== found.length || stated.some((id, place) => id !== found[place]);
  const compared = [
    ['panel-differs', draw.panel, panel],
    ['alternates-differ', draw.alternates, alternates],
  ] as const;
  const wrong = compared.find(([, stated, found]) => differs(stated, found));
  return wrong ? { code: wrong[0], stated: wrong[1].join(', '), found: wrong[2].join(', ') } : null;
}
