import { Command } from 'commander';
import {
  checkSuccession,
  describeRecordDiscrepancy,
  loadSolver,
  recomputeList,
  verifyRecord,
} from '../../lib/lottery/index.ts';
import type { Link, PublishedRecord, RecordDiscrepancy } from '../../lib/lottery/index.ts';
import { badInput, reporting } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { progressBar } from './progress.ts';
import { readRecordFolder } from './record-folder.ts';

export const verifyCommand = (): Command =>
  new Command('verify')
    .description('repeat a draw from its published files; of several, each must follow from the one before it')
    .argument('[dirs...]', 'folders of records, a first draw and then its replacements in their order')
    .option('--recompute', 'also find the fairest lottery again and compare the lists: this may take long')
    .option('--json', 'JSON on standard output')
    .action(reporting(verify));

async function verify(dirs: readonly string[], options: { recompute?: true }): Promise<Outcome> {
  if (dirs.length === 0) return badInput('Name the folder of a record, such as draw-2025-05-01.');
  let before: Link | null = null;
  for (const dir of dirs) {
    const files = await readRecordFolder(dir);
    if (!files.ok) return badInput(files.error);
    const verified = await verifyRecord(files.value);
    if (!verified.ok) return doesNotHold(verified.error, dirs.length > 1 ? dir : undefined);
    const link: Link = { files: files.value, record: verified.value };
    const broken = before === null ? null : checkSuccession(before, link);
    if (broken !== null) return doesNotHold(broken, dir);
    if (options.recompute) {
      const other = await recompute(link.record);
      if (other !== null) return other;
    }
    before = link;
  }
  const { commitment, commitmentHash, draw, list } = before!.record;
  const message =
    draw === null
      ? `The commitment holds, and nothing has been drawn from it: the hashes and all ${String(list.length)} panels are as stated.`
      : `The draw holds: the hashes, all ${String(list.length)} panels, the number, the panel and the alternates are as stated.`;
  const recomputed = options.recompute ? ['The list is the one that the fairest lottery gives.'] : [];
  return {
    code: 0,
    lines: [message, ...recomputed, `Compare the commitment with the one published before the draw: ${commitmentHash}`],
    data: { verified: true, message, commitment: commitmentHash, committed: commitment, draw },
  };
}

/** What speaks against the list being that of the fairest lottery; null when nothing does. */
async function recompute(record: PublishedRecord): Promise<Outcome | null> {
  const found = recomputeList(record, await loadSolver(), progressBar());
  if (!found.ok) throw new Error(`A verified record cannot be solved: ${found.error.code}`);
  if (found.value.same) return null;
  const { stated, found: here } = found.value;
  const error = `The record holds, but this program makes another list of it: the smallest chance is ${String(stated)} there and ${String(here)} here.`;
  return { code: 1, lines: [error], data: { verified: true, recomputed: false, error, stated, found: here } };
}

export function doesNotHold(discrepancy: RecordDiscrepancy, dir?: string): Outcome {
  const where = dir === undefined ? '' : `${dir}: `;
  const message = `${where}${describeRecordDiscrepancy(discrepancy)}`;
  return { code: 1, lines: [message], data: { verified: false, error: message, discrepancy } };
}
