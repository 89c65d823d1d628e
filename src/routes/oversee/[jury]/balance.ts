/** How many witnesses and exhibits each side brought, the withdrawn ones included. */
import { NOMINATED_BY, WITNESS_KINDS } from '$lib/jury/evidence/commands.ts';
import type { Exhibit, NominatedBy, Witness, WitnessKind } from '$lib/jury/evidence/evidence.ts';

export interface WitnessBalance {
  readonly nominatedBy: NominatedBy;
  readonly kinds: readonly { readonly kind: WitnessKind; readonly count: number }[];
  readonly total: number;
  readonly withdrawn: number;
}

export interface ExhibitBalance {
  readonly nominatedBy: NominatedBy;
  readonly standing: number;
  readonly withdrawn: number;
}

export function witnessBalance(witnesses: readonly Witness[]): readonly WitnessBalance[] {
  return NOMINATED_BY.map((nominatedBy) => {
    const theirs = witnesses.filter((one) => one.nominatedBy === nominatedBy);
    return {
      nominatedBy,
      kinds: WITNESS_KINDS.map((kind) => ({ kind, count: theirs.filter((one) => one.kind === kind).length })),
      total: theirs.length,
      withdrawn: theirs.filter((one) => one.withdrawn).length,
    };
  });
}

export function exhibitBalance(exhibits: readonly Exhibit[]): readonly ExhibitBalance[] {
  return NOMINATED_BY.map((nominatedBy) => {
    const theirs = exhibits.filter((one) => one.nominatedBy === nominatedBy);
    const withdrawn = theirs.filter((one) => one.withdrawn).length;
    return { nominatedBy, standing: theirs.length - withdrawn, withdrawn };
  });
}
