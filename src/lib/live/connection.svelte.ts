/** A browser's line to one jury: keeps the copy up to date, holds what could not be sent, tells how the line is. */
import { SvelteMap } from 'svelte/reactivity';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { SaidCommand } from '../jury/commands.ts';
import type { Refusal } from '../jury/result.ts';
import type { SeatId } from '../jury/terms.ts';
import type { JuryView } from '../jury/view.ts';
import type { Borrower, JuryLine, LineStatus, Refused } from './line.ts';
import { createOutbox, isKeepable, newCommandId } from './outbox.ts';
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
  /** When the device took the page in, by its own clock, where that was before now: it is a copy kept for times without a line. */
  readonly keptAt?: number | undefined;
  /** Tells two people on one device apart. */
  readonly seat?: SeatId | undefined;
}

/** An answer that does not come in this time is asked for again. Milliseconds. */
const PATIENCE = 8_000;
/** After being turned away for the moment. Milliseconds. */
const BREATH = 3_000;
/** Answers that say nothing of the act itself: it is sent again after a breath. */
const NOT_NOW: readonly string[] = ['too-many-attempts', 'read-only'];

export class LiveJury implements JuryLine {
  view: JuryView;
  status: LineStatus = $state('reconnecting');
  unsent: readonly Unsent[] = $state.raw([]);
  present: readonly SeatId[] = $state.raw([]);
  /** Whether a facilitator's line is open. */
  facilitated: boolean = $state(true);
  names: Readonly<Record<string, string>>;
  /** What was written on an earlier visit and refused when it arrived at last; whoever wrote it gets their words back. */
  refusedLater: readonly Refused[] = $state.raw([]);
  /** Why the server closed this door, when it did. */
  refused: Refusal | null = $state.raw(null);
  asOf: number;

  #replica: Replica;
  #offset: number;
  #socket: Socket<ServerToClient, ClientToServer> | null = null;
  #sending = false;
  /** Whether this line has been told who sits at it: nothing is sent before. */
  #joined = false;
  readonly #jury: string;
  readonly #seat: SeatId | undefined;
  readonly #outbox: Outbox;
  #borrowers: readonly Borrower[] = [];
  readonly #waiting = new SvelteMap<string, (reply: ActReply) => void>();

  constructor(start: Start) {
    this.view = $state.raw(start.view);
    this.names = $state.raw(start.names);
    this.#replica = { view: start.view, seq: start.seq };
    this.#offset = start.serverNow - (start.keptAt ?? Date.now());
    this.asOf = $state(start.serverNow);
    this.#jury = start.jury;
    this.#seat = start.seat;
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
      if (this.status === 'signed-out' && !socket.connected) return;
      this.status = !navigator.onLine ? 'offline' : socket.connected ? 'connected' : 'reconnecting';
      for (const borrower of this.#borrowers) {
        if (this.status === 'connected') borrower.joined(socket);
        else borrower.lost();
      }
    };
    // Whoever signs in again, in another tab or by a link, finds all they had written and goes on where they were.
    const comeBack = (): void => {
      if (this.status === 'signed-out' && document.visibilityState === 'visible') socket.connect();
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.unsent.some((one) => !isKeepable(one))) event.preventDefault();
    };
    // What the server itself broke off or refused is not tried again by the library.
    const tryLater = (): void => void (socket.active || setTimeout(() => this.#socket?.connect(), BREATH));
    socket.on('connect', () => void this.#join());
    socket.on('disconnect', () => {
      this.#joined = false;
      noticeOffline();
      tryLater();
    });
    socket.on('connect_error', ({ message }) => {
      // The page stays as it is: there may be half a sentence in it.
      if (message === 'sign-in-needed') this.status = 'signed-out';
      else {
        noticeOffline();
        tryLater();
      }
    });
    socket.on('entries', (message) => {
      const { outcome, replica } = receive(this.#replica, message);
      if (outcome === 'gap') void this.#join();
      else this.#show(replica);
    });
    socket.on('present', ({ seats, facilitated }) => {
      this.asOf = this.now();
      this.present = seats;
      this.facilitated = facilitated;
    });
    socket.on('resync', () => void this.#join('whole'));
    window.addEventListener('online', noticeOffline);
    window.addEventListener('offline', noticeOffline);
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    window.addEventListener('beforeunload', warn);
    return () => {
      this.#socket = null;
      socket.close();
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', noticeOffline);
      window.removeEventListener('offline', noticeOffline);
    };
  }

  /** Has a command carried out, now or when the line is back. Resolves with the server's answer. */
  act(command: SaidCommand): Promise<ActReply> {
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
    // Another person has signed in on this device meanwhile: what lies here is not theirs to send.
    if (this.#seat !== undefined && reply.viewer.seat !== this.#seat) return this.#shut({ code: 'not-allowed' });
    this.#joined = true;
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
    this.#joined = false;
    this.#socket?.close();
    this.#socket = null;
  }

  /** Sends what waits, one at a time and in order, so that sentences arrive as they were said. */
  async #send(): Promise<void> {
    if (this.#sending || !this.#joined) return;
    this.#sending = true;
    for (let next = this.unsent[0]; next && this.#joined; next = this.unsent[0]) {
      const { id, command } = next;
      const reply = await this.#ask<ActReply>((socket) => socket.emitWithAck('act', { jury: this.#jury, id, command }));
      if (!reply) continue;
      if (!reply.ok && NOT_NOW.includes(reply.error.code)) {
        await new Promise((resolve) => setTimeout(resolve, BREATH));
        continue;
      }
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

  /** Takes the words of a refused act off the list, once they have been given back. */
  giveBack(id: string): void {
    this.refusedLater = this.refusedLater.filter((one) => one.id !== id);
  }

  #show(replica: Replica): void {
    this.asOf = this.now();
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
