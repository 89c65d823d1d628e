import type { JuryId, SeatId, WitnessId } from '../../jury/terms.ts';
import { compose } from './database.ts';
import type { Statement } from './statement.ts';

/** Whoever can be signed in. Its id is made from what it stands for, so that it need not be looked up. */
export type Holder =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'seat'; readonly jury: JuryId; readonly ref: SeatId }
  | { readonly kind: 'witness'; readonly jury: JuryId; readonly ref: WitnessId };

export const holderForAccount = (account: string): Holder => ({ kind: 'account', account });
export const holderForSeat = (jury: JuryId, seat: SeatId): Holder => ({ kind: 'seat', jury, ref: seat });
export const holderForWitness = (jury: JuryId, witness: WitnessId): Holder => ({ kind: 'witness', jury, ref: witness });

export function holderId(holder: Holder): string {
  return holder.kind === 'account' ? `account:${holder.account}` : `${holder.kind}:${holder.jury}:${holder.ref}`;
}

/** Makes sure that the holder is known. */
export function keepHolderStatements(holder: Holder): Statement[] {
  const { kind } = holder;
  const account = kind === 'account' ? holder.account : null;
  const { jury, ref } = kind === 'account' ? { jury: null, ref: null } : holder;
  const query = compose.insertInto('holder').values({ id: holderId(holder), kind, account, jury, ref });
  return [query.onConflict((same) => same.column('id').doNothing()).compile()];
}
