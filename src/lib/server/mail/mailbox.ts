import type { Database } from '../records/database.ts';
import { keepLetterStatements } from '../records/mailbox.ts';
import type { Carrier } from './carrier.ts';

/** Puts letters where everybody who looks around a demonstration can read them; none leaves the house. */
export const mailboxCarrier = (database: Database, now: () => number): Carrier => ({
  async deliver({ mail, to, written }, beforeWords) {
    await beforeWords();
    const { email: address, ...recipient } = to;
    const kept = { ...recipient, id: mail.id, jury: mail.jury, address, texts: written, at: now() };
    await database.write(keepLetterStatements(kept));
    return { state: 'sent' };
  },
});
