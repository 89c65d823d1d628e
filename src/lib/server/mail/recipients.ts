/** Who stands behind a letter's recipient at the moment when it is sent. */
import * as v from 'valibot';
import { roleOf } from '../../jury/permissions.ts';
import { PUBLIC } from '../../jury/terms.ts';
import type { Jury } from '../../jury/jury.ts';
import { holderForAccount, holderForSeat, holderForWitness } from '../records/holders.ts';
import type { Holder } from '../records/holders.ts';
import { accountById } from '../records/accounts.ts';
import type { Database } from '../records/database.ts';
import { followerBy } from '../records/followers.ts';
import { personAt } from '../records/people.ts';
import type { Recipient } from './carrier.ts';

export interface Found extends Recipient {
  /** Whom a personal link would let in; a follower has no door. */
  readonly holder: Holder | null;
  /** Of an account. */
  readonly hasPassword?: boolean;
  readonly mayCreate?: boolean;
  /** Of a follower. */
  readonly key?: string;
}

const address = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());

/** Undefined for whoever is gone, has been shut out or has no address that mail could be sent to. */
export async function recipientOf(
  database: Database,
  jury: Jury | null,
  recipient: string,
): Promise<Found | undefined> {
  const [kind = '', id = ''] = split(recipient);
  const found = await behind(database, jury, kind, id);
  const email = v.safeParse(address, found?.email);
  return found && email.success ? { ...found, email: email.output } : undefined;
}

const split = (recipient: string): readonly string[] => {
  const colon = recipient.indexOf(':');
  return [recipient.slice(0, colon), recipient.slice(colon + 1)];
};

type Addressed = Omit<Found, 'email'> & { readonly email: string | null };

async function behind(database: Database, jury: Jury | null, kind: string, id: string): Promise<Addressed | undefined> {
  if (kind === 'account') {
    const account = await accountById(database, id);
    if (!account || account.disabledAt !== null) return undefined;
    const { email, locale, name, passwordHash, mayCreate } = account;
    const role = roleIn(jury, { kind: 'member', id });
    return { email, locale, name, role, holder: holderForAccount(id), hasPassword: passwordHash !== null, mayCreate };
  }
  if (kind === 'follower') {
    const follower = await followerBy(database, 'id', id);
    return follower && { ...follower, name: '', role: 'follower', holder: null };
  }
  const person = jury && (await personAt(database, jury.id, id));
  if (!person) return undefined;
  const { email, locale, displayName: name } = person;
  const isSeat = kind === 'seat';
  const role = roleIn(jury, { kind: isSeat ? 'seat' : 'witness', id });
  // Whoever has left is written to no more.
  if (role === 'public') return undefined;
  return { email, locale, name, role, holder: (isSeat ? holderForSeat : holderForWitness)(jury.id, id) };
}

const roleIn = (jury: Jury | null, actor: Parameters<typeof roleOf>[1]): string =>
  jury ? roleOf(jury, actor) : PUBLIC.kind;
