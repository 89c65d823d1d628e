/** The wire between a browser and the server: every message. Both ends import this file; what is checked on arrival stands in shapes.ts. */
import type { SaidCommand } from '../jury/commands.ts';
import type { Refusal } from '../jury/result.ts';
import type { JuryEvent } from '../jury/state.ts';
import type { Instant, SeatId } from '../jury/terms.ts';
import type { JuryView, Viewer } from '../jury/view.ts';
import type { DraftToClient, DraftToServer } from './draft/messages.ts';

/** The path under which sockets connect. */
export const LIVE_PATH = '/live';

/** No honest message is larger. Bytes. */
export const MAX_MESSAGE = 65_536;

export interface JoinMessage {
  readonly jury: string;
  /** The last entry this client has; without it, or when too much was missed, the whole view comes back. */
  readonly after?: number;
}

export interface ActMessage {
  readonly jury: string;
  readonly id: string;
  readonly command: SaidCommand;
}

/** An entry of the journal as one viewer may see it. */
export interface WireEntry {
  readonly seq: number;
  /** Lets whoever gave the command recognise it. */
  readonly command: string;
  readonly event: JuryEvent;
}

/** Entries that follow each other; whoever does not have `after` yet has missed something. */
export interface Entries {
  readonly jury: string;
  readonly after: number;
  readonly seq: number;
  readonly entries: readonly WireEntry[];
}

export interface Joined {
  readonly ok: true;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly present: readonly SeatId[];
  /** Whether a facilitator's line is open. */
  readonly facilitated: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly seq: number;
  /** Either what was missed or everything. */
  readonly missed?: Entries;
  readonly view?: JuryView;
}

export type Refused = { readonly ok: false; readonly error: Refusal };
export type JoinReply = Joined | Refused;
export type ActReply = { readonly ok: true; readonly value: { readonly seq: number } } | Refused;

export interface ServerToClient extends DraftToClient {
  entries: (entries: Entries) => void;
  present: (message: {
    readonly jury: string;
    readonly seats: readonly SeatId[];
    readonly facilitated: boolean;
  }) => void;
  /** What this client may see has changed: join again for a fresh view. */
  resync: (message: { readonly jury: string }) => void;
}

export interface ClientToServer extends DraftToServer {
  join: (message: JoinMessage, reply: (answer: JoinReply) => void) => void;
  act: (message: ActMessage, reply: (answer: ActReply) => void) => void;
}
