/** Who proposed what the jury is shown: counts by nominator and by kind of witness, without what was withdrawn. */
import { NOMINATED_BY, WITNESS_KINDS } from '../../../../lib/jury/evidence/commands.ts';
import type { Evidence, NominatedBy, WitnessKind } from '../../../../lib/jury/evidence/evidence.ts';

export interface Balance {
  readonly nominators: readonly { readonly by: NominatedBy; readonly exhibits: number; readonly witnesses: number }[];
  readonly kinds: readonly { readonly kind: WitnessKind; readonly witnesses: number }[];
  /** The one nominator of everything, once there are at least three things. */
  readonly oneSided: NominatedBy | null;
}

const FEWEST_TO_JUDGE = 3;

export function balanceOf({ exhibits, witnesses }: Pick<Evidence, 'exhibits' | 'witnesses'>): Balance {
  const shown = exhibits.filter((exhibit) => !exhibit.withdrawn);
  const invited = witnesses.filter((witness) => !witness.withdrawn);
  const nominators = NOMINATED_BY.map((by) => ({
    by,
    exhibits: shown.filter((exhibit) => exhibit.nominatedBy === by).length,
    witnesses: invited.filter((witness) => witness.nominatedBy === by).length,
  }));
  const active = nominators.filter((one) => one.exhibits + one.witnesses > 0);
  return {
    nominators,
    kinds: WITNESS_KINDS.map((kind) => ({
      kind,
      witnesses: invited.filter((witness) => witness.kind === kind).length,
    })),
    oneSided: active.length === 1 && shown.length + invited.length >= FEWEST_TO_JUDGE ? (active[0]?.by ?? null) : null,
  };
}
