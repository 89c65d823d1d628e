export * from './record/alternates.ts';
export * from './canonical.ts';
export { chanceFrom, sha256Hex, shuffle } from './chance.ts';
export type { Chance } from './chance.ts';
export { poolProblems, seatProblems, targetProblems } from './reading/check-input.ts';
export * from './composition.ts';
export { checkFeasibility, describeConflict, describeUnselectable } from './feasibility/feasibility.ts';
export type { Bound, Feasibility } from './feasibility/feasibility.ts';
export type { Person, Pool, Target, Targets } from './pool.ts';
export { describeProblem, MOST_PROBLEMS } from './reading/problem.ts';
export type { Problem, ProblemCode } from './reading/problem.ts';
export type { Merge } from './reading/merge.ts';
export { readPopulation } from './reading/population.ts';
export type { Population, PopulationCategory } from './reading/population.ts';
export * from './reading/read-pool.ts';
export { MAX_TARGETS, readTargets } from './reading/read-targets.ts';
export { crossingsIn, plainTargets } from './reading/crossed.ts';
export type { Crossing } from './reading/crossed.ts';
export { describeRelaxation } from './feasibility/relaxation.ts';
export type { Change, Relaxation } from './feasibility/relaxation.ts';
export * from './record/replacement.ts';
export { err, ok } from './result.ts';
export type { Result } from './result.ts';
export { loadSolver } from './solver.ts';
export type { Solver } from './solver.ts';
export * from './reading/targets-from-population.ts';
export { uniqueRows } from './reading/unique-rows.ts';
export type { UniqueRows } from './reading/unique-rows.ts';
export { MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './reading/records.ts';
export type {
  Certificate,
  EqualChanceList,
  Lottery,
  LotteryTerms,
  Objective,
  Unselectable,
  WeightedPanel,
} from './lottery.ts';
export { OBJECTIVES } from './lottery.ts';
export { BUNDLE_FILE, bundleOf, readBundle } from './record/bundle.ts';
export { commitList } from './record/commit.ts';
export type { ListTerms } from './record/commit.ts';
export { describeRecordDiscrepancy } from './record/discrepancy.ts';
export type { RecordDiscrepancy } from './record/discrepancy.ts';
export { drawFromList } from './record/draw-list.ts';
export type { ChanceSource, DrawNotes, SourceRefusal } from './record/draw-list.ts';
export {
  COMMITTED_FILES,
  commitmentHash,
  MAX_RECORD_BYTES,
  RECORD_FILES,
  RECORD_METHOD,
  recordText,
} from './record/files.ts';
export type { Commitment, PanelDraw, RecordFileName, RecordFiles, ReplacementTerms } from './record/files.ts';
export { chancesIn, countsIn, listHash } from './record/list.ts';
export { lookUp } from './record/look-up.ts';
export type { LookUp } from './record/look-up.ts';
export { numberFromSeed, numberFromTicket, ticketDigits, ticketOf } from './record/number.ts';
export { readRecord } from './record/read-record.ts';
export type { PublishedRecord } from './record/read-record.ts';
export { recomputeList } from './record/recompute.ts';
export type { Recomputed } from './record/recompute.ts';
export { prepareReplacement } from './record/replace.ts';
export type { Departure, PreparedReplacement, ReplacementRefusal } from './record/replace.ts';
export { rfc3797, rfc3797Key } from './record/rfc3797.ts';
export { checkSuccession } from './record/succession.ts';
export type { Link } from './record/succession.ts';
export { verifyRecord } from './record/verify-record.ts';
export type { VerifiedRecord, VerifyOptions } from './record/verify-record.ts';
export { equalChanceList, LIST_SIZE } from './fairness/list.ts';
export { LEGACY_DRAWS } from './fairness/legacy.ts';
export { chancesByValue, fairnessOf, histogramOf } from './fairness/report.ts';
export type { Bar, Fairness, ValueChances } from './fairness/report.ts';
export { solveLottery } from './fairness/solve.ts';
export type { LotteryRequest, Progress, SolveRefusal } from './fairness/solve.ts';
