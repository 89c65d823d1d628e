/** The balance of what the jury was shown and told, computed from the journal: by position, by kind of witness, by who put it forward. */
import { NOMINATED_BY, WITNESS_KINDS } from './commands.ts';
import type { Evidence, Exhibit, NominatedBy, Witness, WitnessKind } from './evidence.ts';
import { POSITIONS } from './position.ts';
import type { Position } from './position.ts';

/** `unsaid`: nobody said where it stands. */
export const LEDGER_POSITIONS = [...POSITIONS, 'unsaid'] as const;

/** Whole minutes; `planned` is what a witness was heard, or where they are yet to be heard what is planned for them. */
export interface LedgerRow {
  readonly witnesses: number;
  readonly minutes: number;
  readonly planned: number;
  readonly exhibits: number;
}

export interface Ledger {
  readonly positions: readonly (LedgerRow & { readonly position: Position | 'unsaid' })[];
  readonly kinds: readonly (LedgerRow & { readonly kind: WitnessKind })[];
  readonly nominators: readonly (LedgerRow & { readonly by: NominatedBy })[];
  /** The one nominator of everything, once there are at least three things. */
  readonly oneSided: NominatedBy | null;
  /** The side that gets more than three fifths of what both sides get, of the minutes or else of the exhibits. */
  readonly leansTo: 'for' | 'against' | null;
}

const FEWEST_TO_JUDGE = 3;
const MOST_OF_BOTH = 3 / 5;
const MINUTE = 60_000;

export function ledgerOf(evidence: Pick<Evidence, 'exhibits' | 'witnesses'>): Ledger {
  const exhibits = evidence.exhibits.filter((exhibit) => !exhibit.withdrawn);
  // Whoever was heard was heard, whatever came later.
  const witnesses = evidence.witnesses.filter((witness) => !witness.withdrawn || heardMinutes(witness) > 0);
  const positions = LEDGER_POSITIONS.map((position) => {
    const stands = (one: { readonly position?: Position }): boolean => (one.position ?? 'unsaid') === position;
    return { position, ...rowOf(witnesses.filter(stands), exhibits.filter(stands)) };
  });
  const nominators = NOMINATED_BY.map((by) => {
    const proposed = (one: { readonly nominatedBy: NominatedBy }): boolean => one.nominatedBy === by;
    return { by, ...rowOf(witnesses.filter(proposed), exhibits.filter(proposed)) };
  });
  const kinds = WITNESS_KINDS.map((kind) => {
    const own = witnesses.filter((witness) => witness.kind === kind);
    const brought = exhibits.filter((exhibit) => own.some((witness) => witness.id === exhibit.witness));
    return { kind, ...rowOf(own, brought) };
  });
  const active = nominators.filter((one) => one.exhibits + one.witnesses > 0);
  const enough = exhibits.length + witnesses.length >= FEWEST_TO_JUDGE;
  return {
    positions,
    kinds,
    nominators,
    oneSided: active.length === 1 && enough ? (active[0]?.by ?? null) : null,
    leansTo: leaning(positions),
  };
}

const heardMinutes = ({ heard = 0 }: Witness): number => Math.round(heard / MINUTE);

/** An open hearing counts once it is closed: the ledger changes with the journal only. */
function rowOf(witnesses: readonly Witness[], exhibits: readonly Exhibit[]): LedgerRow {
  const sum = (of: (witness: Witness) => number): number => witnesses.reduce((all, one) => all + of(one), 0);
  const toCome = (one: Witness): number => (one.withdrawn ? 0 : (one.planned ?? 0));
  return {
    witnesses: witnesses.length,
    minutes: Math.round(sum(({ heard = 0 }) => heard) / MINUTE),
    planned: sum((one) => (one.hearing === 'closed' ? heardMinutes(one) : toCome(one))),
    exhibits: exhibits.length,
  };
}

function leaning(rows: Ledger['positions']): Ledger['leansTo'] {
  const of = (position: Position, count: 'planned' | 'exhibits'): number =>
    rows.find((row) => row.position === position)?.[count] ?? 0;
  const count = of('for', 'planned') + of('against', 'planned') > 0 ? 'planned' : 'exhibits';
  const [pro, con] = [of('for', count), of('against', count)];
  if (pro > MOST_OF_BOTH * (pro + con)) return 'for';
  return con > MOST_OF_BOTH * (pro + con) ? 'against' : null;
}
