import type { Locale } from '../../jury/terms.ts';
import type { Mail } from '../records/mail.ts';

/** A letter in words. */
export interface Written {
  readonly subject: string;
  readonly text: string;
}

export interface Outgoing {
  readonly mail: Mail;
  readonly to: Recipient;
  readonly written: Readonly<Record<Locale, Written>>;
  /** Where its reader ends further letters of this kind; absent where there is nothing to end. */
  readonly leave?: string | undefined;
}

export interface Recipient {
  readonly email: string;
  readonly locale: Locale;
  /** How the demonstration's mailbox calls them; no mail server is told. */
  readonly name: string;
  readonly role: string;
}

/**
 * What became of a letter. `later`: not taken now; `never`: refused for good; `unsure`: its words went out and no answer came.
 * `problem`: a code and what the other side said.
 */
export type Delivery =
  { readonly state: 'sent' } | { readonly state: 'later' | 'never' | 'unsure'; readonly problem: string };

export interface Carrier {
  /** `beforeWords` is awaited before the first byte of the letter leaves; when it throws, none does. */
  deliver(outgoing: Outgoing, beforeWords: () => Promise<void>): Promise<Delivery>;
}
