import type { JuryId, MemberId, SeatId, WitnessId } from '../../jury/terms.ts';
import { holderForAccount, holderForSeat, holderForWitness, type Holder } from '../records/holders.ts';
import type { SessionHolder } from '../records/auth-sessions.ts';

/** Who is signed in. */
export type Principal =
  | {
      readonly kind: 'account';
      readonly id: MemberId;
      readonly email: string;
      readonly name: string;
      /** Whether they may found a jury. */
      readonly mayCreate: boolean;
      /** False after coming in by a first link: they are asked to choose one. */
      readonly hasPassword: boolean;
    }
  | { readonly kind: 'seat'; readonly jury: JuryId; readonly seat: SeatId }
  | { readonly kind: 'witness'; readonly jury: JuryId; readonly witness: WitnessId };

export function principalOf(row: SessionHolder): Principal {
  const { kind, account, jury, ref, email, name, may_create, password_hash } = row;
  if (kind === 'account' && account !== null) {
    return { kind, id: account, email, name, mayCreate: may_create === 1, hasPassword: password_hash !== null };
  }
  if (jury === null || ref === null) throw new Error('A seat or witness without a jury contradicts the schema.');
  return kind === 'seat' ? { kind, jury, seat: ref } : { kind: 'witness', jury, witness: ref };
}

export function holderOf(principal: Principal): Holder {
  switch (principal.kind) {
    case 'account':
      return holderForAccount(principal.id);
    case 'seat':
      return holderForSeat(principal.jury, principal.seat);
    case 'witness':
      return holderForWitness(principal.jury, principal.witness);
  }
}
