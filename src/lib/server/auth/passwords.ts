import { hash, verify } from '@node-rs/argon2';
import { randomToken } from './tokens.ts';

/** Argon2id at 64 MiB and three passes: above the OWASP minimum, as one sign-in costs about 100 ms here. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const AT_ONCE = 2;

export const SHORTEST_PASSWORD = 12;
/** Nobody types more; without an end a password would be a way to keep the server busy. */
export const LONGEST_PASSWORD = 512;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `hashed` is null for an unknown person; that takes as long and is false. */
  matches(hashed: string | null, password: string): Promise<boolean>;
}

/** Hashes passwords, two at a time, so that many sign-ins at once cannot fill the memory. */
export function createPasswords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };

  const nobody = inTurn(() => hash(randomToken(), COST));
  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), COST)),
    async matches(hashed, password) {
      const against = hashed ?? (await nobody);
      const same = await inTurn(() => verify(against, password.normalize('NFC')));
      return same && hashed !== null;
    },
  };
}
