/** What a rule is told besides the state and the command: who acts, when, and what only the server can know. */
import type { CommandType, CommandOf } from './commands.ts';
import type { MinutesFacts } from './minutes/facts.ts';
import type { FrozenReplacement } from './recruitment/draws.ts';
import type { Chances, Figure, Frozen } from './recruitment/selection.ts';
import type { Result } from './result.ts';
import type { Jury, JuryEvent } from './state.ts';
import type { Sheets } from './surveys/sheets.ts';
import type { Actor, Content, Instant, Role, SeatId, Ticket } from './terms.ts';
import type { Tally } from './charter/papers.ts';
import type { DraftWords } from './verdict/writing-rules.ts';

export interface Context {
  readonly actor: Actor;
  readonly now: Instant;
  /** Puts a text aside under a fresh salt and gives what the journal may hold of it. */
  readonly seal: (text: string) => Content;
  /** Drops a paper into the box. The journal never sees the choice. */
  readonly cast: (box: string, choice: string) => void;
  /** Fresh random bits in hexadecimal, for whatever is left to chance. */
  readonly seed: string;
  /** Seats with an open connection. */
  readonly present: ReadonlySet<SeatId>;
  /** Whether a facilitator's line is open. */
  readonly facilitated: boolean;
  readonly lineOf: (seat: SeatId) => Line;
  readonly facts: Facts;
}

/** A juror's line: open, gone since an instant, or `none` where none was ever seen, as with those who use plain forms. */
export type Line = 'open' | 'none' | Instant;

/** Found out by the server before the command is decided; absent where the command needs none. */
export interface Facts {
  /** Whether the account that acts was given the right to found juries. */
  readonly mayFound?: boolean;
  readonly pool?: { readonly size: number; readonly figures: readonly Figure[] };
  /** The finished lottery of this pool, these targets and this objective; absent while there is none. */
  readonly freeze?: Pick<Frozen, 'poolHash' | 'targetsHash' | 'commitment' | 'method' | 'alternates'> & {
    readonly chances: Chances;
  };
  /** What the seed or the dice decided; absent when the list is not the frozen one. */
  readonly draw?: Drawn;
  /** The finished lottery for the empty seats. */
  readonly replacement?: Pick<FrozenReplacement, 'commitment' | 'listHash' | 'panels' | 'deviations'>;
  /** The texts of the files that a freeze or a draw adds to the public record; the rules do not look at them. */
  readonly files?: Readonly<Record<string, string>>;
  /** The reserve's seat that best restores the targets; null when the reserve is used up. */
  readonly alternate?: SeatId | null;
  /** Category to group, by seat. */
  readonly groups?: Readonly<Record<SeatId, Readonly<Record<string, string>>>>;
  readonly file?: { readonly id: string; readonly sha256: string; readonly mediaType: string; readonly size: number };
  /** Captions that were taken in with a recording, and what they say. */
  readonly captions?: { readonly id: string; readonly sha256: string; readonly size: number; readonly words: string };
  readonly tally?: Tally;
  /** What the writers have in common; absent where nobody has begun. */
  readonly draft?: DraftWords;
  /** Places in what would be published that name a juror or tell how one voted. */
  readonly findings?: number;
  /** Of each such place a hash of where it is and what stands there. */
  readonly places?: readonly string[];
  /** Whether rooms for video calls can be had here. */
  readonly callRooms?: boolean;
  /** Answers to a sounding that lie in its box. */
  readonly answers?: Readonly<Record<string, number>>;
  /** What the journal says of the session; absent while it is not closed. */
  readonly minutes?: MinutesFacts;
  /** Sheets of the surveys that lie in their boxes. */
  readonly sheets?: Sheets;
}

/** What was drawn. `panel` is in the record's order, `seating` has the same tickets in a secret one, in which they get their seats. */
export interface Drawn {
  readonly commitment: string;
  readonly number: number;
  readonly panel: readonly Ticket[];
  readonly alternates: readonly Ticket[];
  readonly seating: { readonly panel: readonly Ticket[]; readonly alternates: readonly Ticket[] };
  readonly composition: readonly Figure[];
}

export interface Asked extends Context {
  readonly jury: Jury;
  readonly role: Role;
}

export type Rule<T extends CommandType> = (command: CommandOf<T>, asked: Asked) => Result<readonly JuryEvent[]>;

export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };
