/** What a page knows of its line to a jury: the room's components work over any, the real one and that of the rehearsal. */
import type { Socket } from 'socket.io-client';
import type { SaidCommand } from '../jury/commands.ts';
import type { Refusal } from '../jury/result.ts';
import type { SeatId } from '../jury/terms.ts';
import type { JuryView } from '../jury/view.ts';
import type { Unsent } from './outbox.ts';
import type { ActReply, ClientToServer, ServerToClient } from './wire.ts';

/** `signed-out`: the server does not know any more who sits here. */
export type LineStatus = 'connected' | 'reconnecting' | 'offline' | 'signed-out';

/** What was written on an earlier visit and refused when it arrived at last. */
export type Refused = Unsent & { readonly refusal: Refusal };

/** Somebody else who speaks over the line while it is joined. */
export interface Borrower {
  joined(socket: Socket<ServerToClient, ClientToServer>): void;
  lost(): void;
}

export interface JuryLine {
  readonly view: JuryView;
  readonly status: LineStatus;
  readonly unsent: readonly Unsent[];
  readonly present: readonly SeatId[];
  readonly facilitated: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly refusedLater: readonly Refused[];
  readonly refused: Refusal | null;
  /** Up to when, by the server's clock, the view is known to be true. */
  readonly asOf: number;
  /** Server time in milliseconds. */
  now(): number;
  /** Has a command carried out, now or when the line is back. Resolves with the answer. */
  act(command: SaidCommand): Promise<ActReply>;
  giveBack(id: string): void;
  /** Lets somebody speak over the line while it is joined. Returns the way to end that. */
  lend(borrower: Borrower): () => void;
}
