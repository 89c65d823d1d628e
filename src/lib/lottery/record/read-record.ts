/** The contents of a record's files, once each is seen to be readable and to be the one that was committed to. */
import { canonicalPool, canonicalTargets } from '../canonical.ts';
import { sha256Hex } from '../chance.ts';
import type { EqualChanceList } from '../lottery.ts';
import type { Pool, Targets } from '../pool.ts';
import { poolProblems, targetProblems } from '../reading/check-input.ts';
import { describeProblem } from '../reading/problem.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { RecordDiscrepancy } from './discrepancy.ts';
import { commitmentHash, readRecordFile, RECORD_METHOD } from './files.ts';
import type { Commitment, JsonFileName, PanelDraw, RecordFiles } from './files.ts';

export interface PublishedRecord {
  readonly pool: Pool;
  readonly targets: Targets;
  readonly list: EqualChanceList;
  readonly commitment: Commitment;
  /** SHA-256 of `commitment.json`: what was published before the seed existed. */
  readonly commitmentHash: string;
  /** Null where nothing has been drawn yet. */
  readonly draw: PanelDraw | null;
}

/** Reads a record and checks its texts and hashes, though not yet whether the draw follows from them. */
export function readRecord(files: RecordFiles): Result<PublishedRecord, RecordDiscrepancy> {
  const commitment = read('commitment.json', files['commitment.json']);
  if (!commitment.ok) return commitment;
  const { method } = commitment.value;
  if (method !== RECORD_METHOD) return err({ code: 'method-unknown', stated: method, found: RECORD_METHOD });
  const pool = read('pool.json', files['pool.json'], commitment.value.pool);
  if (!pool.ok) return pool;
  const targets = read('targets.json', files['targets.json'], commitment.value.targets);
  if (!targets.ok) return targets;
  const list = read('list.json', files['list.json'], commitment.value.list);
  if (!list.ok) return list;
  const draw = files['draw.json'] === undefined ? ok(null) : read('draw.json', files['draw.json']);
  if (!draw.ok) return draw;

  const found = commitmentHash(files);
  if (draw.value !== null && draw.value.commitment !== found) {
    return err({ code: 'commitment-differs', stated: draw.value.commitment, found });
  }
  const wrong = malformed(pool.value, targets.value, files);
  if (wrong !== null) return err({ code: 'input-malformed', stated: 'a pool and its targets', found: wrong });
  return ok({
    pool: pool.value,
    targets: targets.value,
    list: list.value.panels,
    commitment: commitment.value,
    commitmentHash: found,
    draw: draw.value,
  });
}

function read<Name extends JsonFileName>(name: Name, text: string | undefined, hash?: string) {
  if (text === undefined) return err({ code: 'file-missing', file: name, stated: name, found: 'nothing' } as const);
  const content = readRecordFile(name, text);
  if (!content.ok) return err({ code: 'file-unreadable', file: name, stated: name, found: content.error } as const);
  const found = sha256Hex(text);
  if (hash !== undefined && hash !== found) {
    return err({ code: 'file-differs', file: name, stated: hash, found } as const);
  }
  return content;
}

function malformed(pool: Pool, targets: Targets, files: RecordFiles): string | null {
  const [problem] = [...targetProblems(targets), ...poolProblems(pool, targets)];
  if (problem !== undefined) return describeProblem(problem);
  const ordered = canonicalPool(pool) === files['pool.json'] && canonicalTargets(targets) === files['targets.json'];
  return ordered ? null : 'people or targets that are not in canonical order';
}
