/** Checks a jury's records one after the other: the first draw, then each replacement and that it follows. */
import { checkSuccession, verifyRecord } from '$lib/lottery/index.ts';
import type { RecordDiscrepancy, RecordFiles, VerifiedRecord } from '$lib/lottery/index.ts';

/** What does not hold. `published-differs`: the record is another than the one that was made public before the draw. */
export type Finding =
  RecordDiscrepancy | { readonly code: 'published-differs'; readonly stated: string; readonly found: string };

export interface Outcome {
  /** The records that hold, in order, up to the first that does not. */
  readonly records: readonly VerifiedRecord[];
  /** The first thing that does not hold, in the record after those; null when all hold. */
  readonly finding: Finding | null;
}

export interface CheckRequest {
  readonly records: readonly RecordFiles[];
  /** The commitments that were made public before each draw, where they are known. */
  readonly published?: readonly string[];
}

/** @param onProgress is told what part is done, 0 to 1. */
export async function checkRecords(
  { records, published }: CheckRequest,
  onProgress: (done: number) => void | Promise<void>,
): Promise<Outcome> {
  const checked: VerifiedRecord[] = [];
  for (const [place, files] of records.entries()) {
    const verified = await verifyRecord(files, {
      onProgress: (done) => onProgress((place + done) / records.length),
    });
    const finding = verified.ok ? findingIn(verified.value, place) : verified.error;
    if (finding) return { records: checked, finding };
    if (verified.ok) checked.push(verified.value);
  }
  const withheld = published?.[records.length];
  if (withheld === undefined) return { records: checked, finding: null };
  return { records: checked, finding: { code: 'published-differs', stated: withheld, found: '–' } };

  function findingIn(record: VerifiedRecord, place: number): Finding | null {
    const stated = published?.[place];
    if (published && stated !== record.commitmentHash) {
      return { code: 'published-differs', stated: stated ?? '–', found: record.commitmentHash };
    }
    if (place === 0) return null;
    const before = { files: records[place - 1]!, record: checked[place - 1]! };
    return checkSuccession(before, { files: records[place]!, record });
  }
}
