import * as v from 'valibot';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Result } from '../../jury/result.ts';
import type { Locale, MemberId } from '../../jury/terms.ts';
import {
  accountByEmail,
  createAccountStatements,
  disableAccountStatements,
  setPasswordStatements,
} from '../records/accounts.ts';
import { attempt } from '../records/attempt.ts';
import { endSessionsOfStatements } from '../records/auth-sessions.ts';
import type { Database } from '../records/database.ts';
import { holderForAccount, holderId } from '../records/holders.ts';
import { revokeLinksStatements } from '../records/links.ts';
import type { Unit } from '../records/statement.ts';
import { WriteError } from '../records/write-error.ts';
import type { Limits } from './limits.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, type Passwords } from './passwords.ts';
import type { BeginSession, SignedIn, Visitor } from './sign-in.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly mayCreate: boolean;
  readonly password?: string;
  readonly locale?: Locale;
}

export interface Staff {
  /** Refuses with `sign-in-failed` for an unknown address and for a wrong password alike, after the same work. */
  signIn(email: string, password: string, visitor: Visitor): Promise<Result<SignedIn>>;
  createAccount(account: NewAccount): Promise<Result<{ readonly id: MemberId }>>;
  /** Ends every session and link of the account and starts a new session for this browser. */
  setPassword(account: MemberId, password: string, visitor: Visitor): Promise<Result<SignedIn>>;
  /** Shuts the account out at once. */
  disableAccount(account: MemberId): Promise<Result<null>>;
}

const emailAddress = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());
const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

interface Needs {
  readonly database: Database;
  readonly limits: Limits;
  readonly passwords: Passwords;
  readonly begin: BeginSession;
  /** Writes what returns the ids of the sessions that it ends, and tells of them. */
  readonly endThose: (unit: Unit) => Promise<Result<null>>;
}

export function createStaff({ database, limits, passwords, begin, endThose }: Needs): Staff {
  return {
    async signIn(email, password, visitor) {
      const allowed = await limits.signInFrom(visitor.ip);
      if (!allowed.ok) return allowed;
      const asThem = await limits.signInAs(email.trim().toLowerCase().slice(0, 254));
      if (!asThem.ok) return asThem;
      const account = await accountByEmail(database, email.trim());
      const hashed = account?.disabledAt === null ? account.passwordHash : null;
      const right = await passwords.matches(hashed, password.slice(0, LONGEST_PASSWORD + 1));
      return right && account ? begin(holderForAccount(account.id), visitor) : refuse('sign-in-failed');
    },

    async createAccount({ mayCreate, password, locale = 'en', ...person }) {
      const email = v.safeParse(emailAddress, person.email);
      if (!email.success) return refuse('invalid', { field: 'email' });
      const name = v.safeParse(personName, person.name);
      if (!name.success) return refuse('invalid', { field: 'name' });
      const fits = password === undefined ? ok(null) : checkLength(password);
      if (!fits.ok) return fits;
      const id = randomUUID();
      const passwordHash = password === undefined ? null : await passwords.hash(password);
      const account = { id, email: email.output, name: name.output, passwordHash, mayCreate, locale };
      try {
        const statements = createAccountStatements({ ...account, createdAt: Date.now(), disabledAt: null });
        const written = await attempt(database, statements);
        return written.ok ? ok({ id }) : written;
      } catch (error) {
        if (error instanceof WriteError && error.constraint === 'SQLITE_CONSTRAINT_UNIQUE')
          return refuse('email-taken');
        throw error;
      }
    },

    async setPassword(account, password, visitor) {
      const fits = checkLength(password);
      if (!fits.ok) return fits;
      const holder = holderForAccount(account);
      const written = await endThose([
        ...setPasswordStatements(account, await passwords.hash(password)),
        ...revokeLinksStatements(holder, Date.now()),
        ...endSessionsOfStatements(holderId(holder)),
      ]);
      return written.ok ? begin(holder, visitor) : written;
    },

    async disableAccount(account) {
      const holder = holderForAccount(account);
      const now = Date.now();
      return endThose([
        ...disableAccountStatements(account, now),
        ...revokeLinksStatements(holder, now),
        ...endSessionsOfStatements(holderId(holder)),
      ]);
    },
  };
}

function checkLength(password: string): Result<null> {
  if ([...password].length < SHORTEST_PASSWORD) return refuse('password-too-short', { min: SHORTEST_PASSWORD });
  return password.length > LONGEST_PASSWORD ? refuse('too-large') : ok(null);
}
