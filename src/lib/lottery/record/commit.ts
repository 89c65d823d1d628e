/** Fixing a draw before its seed exists. */
import { canonicalJson, canonicalPool, canonicalTargets } from '../canonical.ts';
import { sha256Hex } from '../chance.ts';
import type { EqualChanceList, LotteryTerms, Objective } from '../lottery.ts';
import { normalise } from '../pool.ts';
import { RECORD_METHOD, sumsOf } from './files.ts';
import type { Commitment, RecordFiles, ReplacementTerms } from './files.ts';
import { canonicalList, countsIn } from './list.ts';

export interface ListTerms extends LotteryTerms {
  readonly objective: Objective;
  readonly list: EqualChanceList;
  /** Length of the reserve; where fewer people outside a panel are on the list, all of them. */
  readonly alternates: number;
  readonly replacement?: ReplacementTerms;
}

/**
 * The files to publish before the seed exists: pool, targets, list and `commitment.json`, whose SHA-256
 * (`commitmentHash`) is the commitment. The pool's ids and households are published as they are: tickets that only their
 * holders and the organiser can connect with a person, and labels that say nothing but who lives together.
 * @throws RangeError where the list is empty or the alternates are not a whole number from 0.
 */
export function commitList(terms: ListTerms): RecordFiles {
  const { pool, targets, seats, objective, list, replacement } = terms;
  if (list.length === 0) throw new RangeError('A list without panels');
  if (!Number.isSafeInteger(terms.alternates) || terms.alternates < 0) {
    throw new RangeError(`${String(terms.alternates)} alternates`);
  }
  const texts = {
    'pool.json': canonicalPool(pool),
    'targets.json': canonicalTargets(targets),
    'list.json': canonicalList(list),
  };
  const inReserve = new Set([...countsIn(list).keys()].map(normalise)).size - seats;
  const commitment: Commitment = {
    method: RECORD_METHOD,
    objective,
    pool: sha256Hex(texts['pool.json']),
    targets: sha256Hex(texts['targets.json']),
    list: sha256Hex(texts['list.json']),
    size: list.length,
    seats,
    alternates: Math.min(terms.alternates, inReserve),
    ...(replacement === undefined ? {} : { replacement }),
  };
  const files = { ...texts, 'commitment.json': canonicalJson(commitment) };
  return { ...files, SHA256SUMS: sumsOf(files) };
}
