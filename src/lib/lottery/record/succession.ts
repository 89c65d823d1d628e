/** Whether one record follows from another: what a replacement draw may take for granted. */
import { sha256Hex } from '../chance.ts';
import { byCodeUnits } from '../pool.ts';
import type { RecordDiscrepancy } from './discrepancy.ts';
import type { RecordFiles } from './files.ts';
import type { PublishedRecord } from './read-record.ts';

export interface Link {
  readonly files: RecordFiles;
  readonly record: PublishedRecord;
}

/**
 * The first thing by which a replacement does not follow from the record before it, or null: pool, targets and seats are the
 * same; those who leave were drawn or in reserve; those who left before are named; whoever does not leave keeps the seat;
 * and nobody has a seat who was neither drawn nor in reserve. Both must be verified records.
 */
export function checkSuccession(before: Link, after: Link): RecordDiscrepancy | null {
  const draw = before.record.draw;
  const { replacement, ...commitment } = after.record.commitment;
  const differs = (stated: string, found: string) => ({ code: 'does-not-follow', stated, found }) as const;
  if (draw === null || before.files['draw.json'] === undefined) return differs('a draw before', 'a commitment only');
  if (replacement === undefined) return differs('a replacement', 'a first draw');
  const hash = sha256Hex(before.files['draw.json']);
  if (replacement.of !== hash) return differs(replacement.of, hash);
  for (const part of ['pool', 'targets', 'seats'] as const) {
    const [stated, found] = [String(commitment[part]), String(before.record.commitment[part])];
    if (stated !== found) return differs(`${part} ${stated}`, found);
  }
  const { leaving = [], left = [] } = before.record.commitment.replacement ?? {};
  const gone = [...leaving, ...left].sort(byCodeUnits).join(', ');
  const named = [...replacement.left].sort(byCodeUnits).join(', ');
  if (named !== gone) return differs(`left before: ${named}`, gone);
  const known = new Set([...draw.panel, ...draw.alternates]);
  const stranger = [...replacement.leaving, ...replacement.seated].find((id) => !known.has(id));
  if (stranger !== undefined) return differs(stranger, 'neither drawn nor in reserve');
  const accounted = new Set([...replacement.leaving, ...replacement.seated]);
  const dropped = draw.panel.find((id) => !accounted.has(id));
  return dropped === undefined ? null : differs('everybody drawn keeps the seat or leaves', dropped);
}
