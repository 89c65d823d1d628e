/** Which letters bring a personal link. It is made when the letter is sent, so that no link lies in the outbox. */
import type { Jury } from '../../jury/jury.ts';
import type { Letter } from '../../jury/publication/letter-kinds.ts';
import type { Auth } from '../auth/auth.ts';
import type { IssuedLink } from '../auth/entry-links.ts';
import type { Standing } from '../juries.ts';
import type { Statement } from '../records/statement.ts';
import type { Found } from './recipients.ts';

interface Door {
  readonly link: IssuedLink | null;
  /** Make it valid; the one before it stops working. */
  readonly statements: readonly Statement[];
}

const NO_DOOR: Door = { link: null, statements: [] };

export function linkFor(
  { kind }: Letter,
  to: Found,
  jury: Jury | null,
  juries: readonly Standing[],
  auth: Pick<Auth, 'prepareLink'>,
): Door {
  if (!to.holder) return NO_DOOR;
  switch (kind) {
    case 'link':
    case 'call':
      return to.holder.kind === 'account' ? NO_DOOR : auth.prepareLink(to.holder);
    case 'appointed':
      return isNewcomer(to, jury, juries) ? auth.prepareLink(to.holder) : NO_DOOR;
    case 'sign-in':
      return to.holder.kind === 'account' ? auth.prepareLink(to.holder, { purpose: 'staff-invitation' }) : NO_DOOR;
    default:
      return NO_DOOR;
  }
}

/** [A8] Whoever has a password, may found juries or works in another one comes in by their own door. */
function isNewcomer(
  { holder, hasPassword, mayCreate }: Found,
  jury: Jury | null,
  juries: readonly Standing[],
): boolean {
  if (holder?.kind !== 'account' || hasPassword || mayCreate) return false;
  return !juries.some((one) => one.jury.id !== jury?.id && Object.hasOwn(one.jury.charter.members, holder.account));
}
