/** A browser's line to one jury: keeps the copy up to date, holds what could not be sent, tells how the line is. */
import { SvelteMap } from 'svelte/reactivity';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Command } from '../jury/commands.ts';
import type { Refusal } from '../jury/result.ts';
import type { SeatId } from '../jury/terms.ts';
import type { JuryView } from '../jury/view.ts';
import { createOutbox, newCommandId } from './outbox.ts';
import type { Outbox, Unsent } from './outbox.ts';
import { afterJoining, receive } from './replica.ts';
import type { Replica } from './replica.ts';
import { LIVE_PATH } from './wire.ts';
import type { ActReply, ClientToServer, JoinReply, ServerToClient } from './wire.ts';

export interface Start {
  readonly jury: string;
  readonly view: JuryView;
  readonly seq: number;
  readonly names: Readonly<Record<string, string>>;
  readonly serverNow: number;
  /** Tells two people on one device apart. */
  readonly seat?: SeatId | undefined;
}

export type LineStatus = 'connected' | 'reconnecting' | 'offline';

/** Somebody else who speaks over the line while it is joined. */
export interface Borrower {
  joined(socket: Socket<ServerToClient, ClientToServer>): void;
  lost(): void;
}

/** An answer that does not come in this time is asked for again. Milliseconds. */
const PATIENCE = 8_000;
/** After being turned away for the moment. Milliseconds. */
const BREATH = 3_000;

export class LiveJury {
  view: JuryView;
  status: LineStatus = $state('reconnecting');
  unsent: readonly Unsent[] = $state.raw([]);
  present: readonly SeatId[] = $state.raw([]);
  /** Whether a facilitator's line is open. */
  facilitated: boolean = $state(true);
  names: Readonly<Record<string, string>>;
  /** What was written on an earlier visit and refused when it arrived at last; whoever wrote it gets their words back. */
  refusedLater: readonly (Unsent & { readonly refusal: Refusal })[] = $state.raw([]);
  /** Why the server closed this door, when it did. */
  refused: Refusal | null = $state.raw(null);

  #replica: Replica;
  #offset: number;
  #socket: Socket<ServerToClient, ClientToServer> | null = null;
  #sending = false;
  readonly #jury: string;
  readonly #outbox: Outbox;
  #borrowers: readonly Borrower[] = [];
  readonly #waiting = new SvelteMap<string, (reply: ActReply) => void>();

  constructor(start: Start) {
    this.view = $state.raw(start.view);
    this.names = $state.raw(start.names);
    this.#replica = { view: start.view, seq: start.seq };
    this.#offset = start.serverNow - Date.now();
    this.#jury = start.jury;
    this.#outbox = createOutbox(`alqa-unsent-${start.jury}-${start.seat ?? 'staff'}`);
  }

  /** Server time in milliseconds. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Opens the line. Returns how to close it; what was not sent stays in the browser. */
  open(): () => void {
    this.unsent = this.#outbox.read();
    const socket: Socket<ServerToClient, ClientToServer> = io({
      path: LIVE_PATH,
      // Long polling is for those whose network lets no WebSocket through.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
    });
    this.#socket = socket;
    const noticeOffline = (): void => {
      this.status = !navigator.onLine ? 'offline' : socket.connected ? 'connected' : 'reconnecting';
      for (const borrower of this.#borrowers) {
        if (this.status === 'connected') borrower.joined(socket);
        else borrower.lost();
      }
    };
    // What the server itself broke off or refused is not tried again by the library.
    const tryLater = (): void => void (socket.active || setTimeout(() => this.#socket?.connect(), BREATH));
    socket.on('connect', () => void this.#join());
    socket.on('disconnect', () => {
      noticeOffline();
      tryLater();
    });
    socket.on('connect_error', ({ message }) => {
      noticeOffline();
      if (message === 'sign-in-needed') this.#shut({ code: message });
      else tryLater();
    });
    socket.on('entries', (message) => {
      const { outcome, replica } = receive(this.#replica, message);
      if (outcome === 'gap') void this.#join();
      else this.#show(replica);
    });
    socket.on('present', ({ seats, facilitated }) => {
      this.present = seats;
      this.facilitated = facilitated;
    });
    socket.on('resync', () => void this.#join('whole'));
    window.addEventListener('online', noticeOffline);
    window.addEventListener('offline', noticeOffline);
    return () => {
      this.#socket = null;
      socket.close();
      window.removeEventListener('online', noticeOffline);
      window.removeEventListener('offline', noticeOffline);
    };
  }

  /** Has a command carried out, now or when the line is back. Resolves with the server's answer. */
  act(command: Command): Promise<ActReply> {
    const unsent: Unsent = { id: newCommandId(), command, since: this.now() };
    this.unsent = [...this.unsent, unsent];
    this.#outbox.add(unsent);
    const answer = new Promise<ActReply>((resolve) => this.#waiting.set(unsent.id, resolve));
    void this.#send();
    return answer;
  }

  /** Lends the line, now and after every break in it. Returns how to give it back. */
  lend(borrower: Borrower): () => void {
    this.#borrowers = [...this.#borrowers, borrower];
    if (this.status === 'connected' && this.#socket?.connected) borrower.joined(this.#socket);
    return () => void (this.#borrowers = this.#borrowers.filter((one) => one !== borrower));
  }

  async #join(extent: 'missed' | 'whole' = 'missed'): Promise<void> {
    const message = extent === 'whole' ? { jury: this.#jury } : { jury: this.#jury, after: this.#replica.seq };
    const reply = await this.#ask<JoinReply>((socket) => socket.emitWithAck('join', message));
    if (!reply) return;
    if (!reply.ok) {
      const final = reply.error.code === 'not-allowed' || reply.error.code === 'unknown-jury';
      if (final) this.#shut(reply.error);
      else setTimeout(() => void this.#join(extent), BREATH);
      return;
    }
    this.#offset = reply.now - Date.now();
    this.present = reply.present;
    this.facilitated = reply.facilitated;
    this.names = reply.names;
    this.#show(afterJoining(this.#replica, reply));
    this.status = 'connected';
    if (this.#socket) for (const borrower of this.#borrowers) borrower.joined(this.#socket);
    void this.#send();
  }

  /** The door is closed for good: whoever comes back has to come in by another one. */
  #shut(refusal: Refusal): void {
    this.refused = refusal;
    this.#socket?.close();
    this.#socket = null;
  }

  /** Sends what waits, one at a time and in order, so that sentences arrive as they were said. */
  async #send(): Promise<void> {
    if (this.#sending || !this.#socket?.connected) return;
    this.#sending = true;
    for (let next = this.unsent[0]; next && this.#socket?.connected; next = this.unsent[0]) {
      const { id, command } = next;
      const reply = await this.#ask<ActReply>((socket) => socket.emitWithAck('act', { jury: this.#jury, id, command }));
      if (!reply) continue;
      this.unsent = this.unsent.filter((one) => one.id !== id);
      this.#outbox.remove(id);
      const answered = this.#waiting.get(id);
      if (answered) answered(reply);
      else if (!reply.ok) this.refusedLater = [...this.refusedLater, { ...next, refusal: reply.error }];
      this.#waiting.delete(id);
    }
    this.#sending = false;
  }

  /** The server's answer, or nothing when the line broke before it came. */
  async #ask<T>(
    question: (socket: ReturnType<Socket<ServerToClient, ClientToServer>['timeout']>) => Promise<T>,
  ): Promise<T | null> {
    if (!this.#socket) return null;
    try {
      return await question(this.#socket.timeout(PATIENCE));
    } catch {
      // Only a broken or silent line ends up here; whatever was asked is asked again once it is back.
      return null;
    }
  }

  #show(replica: Replica): void {
    this.#replica = replica;
    this.view = replica.view;
  }
}

/** Joins a jury for as long as the component that calls this is on the page. */
export function joinJury(start: Start): LiveJury {
  const live = new LiveJury(start);
  $effect(() => live.open());
  return live;
}
