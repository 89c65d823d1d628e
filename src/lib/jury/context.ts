/** What a rule is told besides the state and the command: who acts, when, and what only the server can know. */
import type { CommandType, CommandOf } from './commands.ts';
import type { Figure } from './recruitment/selection.ts';
import type { Result } from './result.ts';
import type { Jury, JuryEvent } from './state.ts';
import type { Actor, Content, Instant, Role, SeatId, Ticket } from './terms.ts';
import type { Tally } from './charter/papers.ts';

export interface Context {
  readonly actor: Actor;
  readonly now: Instant;
  /** Puts a text aside under a fresh salt and gives what the journal may hold of it. */
  readonly seal: (text: string) => Content;
  /** Drops a paper into the box. The journal never sees the choice. */
  readonly cast: (ballot: string, choice: string) => void;
  /** Seats with an open connection. */
  readonly present: ReadonlySet<SeatId>;
  readonly facts: Facts;
}

/** Found out by the server before the command is decided; absent where the command needs none. */
export interface Facts {
  /** Whether the account that acts was given the right to found juries. */
  readonly mayFound?: boolean;
  readonly pool?: { readonly size: number; readonly figures: readonly Figure[] };
  readonly freeze?: {
    readonly poolHash: string;
    readonly targetsHash: string;
    readonly commitment: string;
    readonly method: string;
  };
  readonly draw?: {
    readonly commitment: string;
    readonly panel: readonly Ticket[];
    readonly alternates: readonly Ticket[];
    /** The same tickets in a secret order, in which they are given their seats. */
    readonly seating: { readonly panel: readonly Ticket[]; readonly alternates: readonly Ticket[] };
    readonly composition: readonly Figure[];
  };
  /** The reserve's seat that best restores the targets; null when the reserve is used up. */
  readonly alternate?: SeatId | null;
  readonly file?: { readonly id: string; readonly sha256: string; readonly mediaType: string; readonly size: number };
  readonly tally?: Tally;
}

export interface Asked extends Context {
  readonly jury: Jury;
  readonly role: Role;
}

export type Rule<T extends CommandType> = (command: CommandOf<T>, asked: Asked) => Result<readonly JuryEvent[]>;

export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };
