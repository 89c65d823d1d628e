/** What needs the whole pool but no long search: whether targets can be met, and the files that a freeze publishes. */
import { checkFeasibility, commitList, loadSolver } from '../../lottery/index.ts';
import type { Feasibility, ListTerms, RecordFiles, Targets } from '../../lottery/index.ts';
import { readRecordFile } from '../../lottery/record/files.ts';
import { poolFrom } from './pool-source.ts';
import type { PoolSource } from './pool-source.ts';

export interface CheckInput extends PoolSource {
  readonly targets: Targets;
  readonly seats: number;
}

export async function checkTargets({ targets, seats, ...source }: CheckInput): Promise<Feasibility> {
  return checkFeasibility(targets, poolFrom(source), seats, await loadSolver());
}

export interface CommitInput extends PoolSource, Omit<ListTerms, 'pool' | 'list'> {
  /** The text of `list.json`. */
  readonly list: string;
}

export function commitRecord({ list, path, jury, households, ...terms }: CommitInput): RecordFiles {
  const read = readRecordFile('list.json', list);
  if (!read.ok) throw new Error(`A list that was kept is ${read.error}`);
  return commitList({ ...terms, pool: poolFrom({ path, jury, households }), list: read.value.panels });
}
