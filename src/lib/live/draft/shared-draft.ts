/** A page's copy of a shared draft: sends what is written here, takes in what others write, and loses neither when the line breaks. */
import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import type { Refusal } from '../../jury/result.ts';
import type { SeatId } from '../../jury/terms.ts';
import type { ClientToServer, ServerToClient } from '../wire.ts';
import { newDocument } from './document.ts';
import { takeInto } from './inspect.ts';
import { writerNumber } from './marks.ts';
import { fromBase64, toBase64 } from './messages.ts';
import type { Cursor, DraftToClient, OthersCursor } from './messages.ts';
import { keptChanges, keyOf } from './unsent.ts';
import type { KeptChanges } from './unsent.ts';

type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** What comes from others carries this mark; everything else was written here. */
export const FROM_OTHERS = Symbol('from others');

export interface DraftState {
  /** Before the first answer there is nothing to write in. */
  readonly opened: boolean;
  readonly writes: boolean;
  /** Whether something written here is not stored by the server yet. */
  readonly waiting: boolean;
  readonly connected: boolean;
  readonly cursors: readonly OthersCursor[];
  /** Why a change was not taken; the draft is still shown, and kept on the device. */
  readonly refused: Refusal | null;
}

interface Options {
  readonly jury: string;
  readonly recommendation: string;
  readonly seat: SeatId;
  readonly storage: Storage | null;
  readonly onChanged: (state: DraftState) => void;
}

/** So many keystrokes travel together. Milliseconds. */
const GATHER = 150;
/** So often the others are told where the cursor is. Milliseconds. */
const POINT_EVERY = 300;
/** An answer that does not come in this time is asked for again. Milliseconds. */
const PATIENCE = 8_000;
/** After being turned away for the moment. Milliseconds. */
const BREATH = 2_000;
const FOR_THE_MOMENT = ['too-many-attempts', 'read-only', 'internal'];

export class SharedDraft {
  readonly doc: Y.Doc = newDocument();
  #state: DraftState = {
    opened: false,
    writes: false,
    waiting: false,
    connected: false,
    cursors: [],
    refused: null,
  };
  #socket: LiveSocket | null = null;
  #epoch = '';
  #kept: KeptChanges | null = null;
  #waiting: Uint8Array[] = [];
  #sending = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #pointing: ReturnType<typeof setTimeout> | undefined;
  #cursor: Cursor | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.doc.clientID = writerNumber(options.seat, Math.random());
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      // Whoever only reads has nothing to send; Yjs itself may tidy up.
      if (origin !== FROM_OTHERS && this.#state.writes) this.#written(update);
    });
  }

  get state(): DraftState {
    return this.#state;
  }

  /** The line is there, for the first time or again. */
  joined(socket: LiveSocket): void {
    if (this.#socket !== socket) {
      this.#detach();
      this.#socket = socket;
      socket.on('draft-updated', this.#hear);
      socket.on('draft-cursor', this.#see);
    }
    void this.#open();
  }

  lost(): void {
    this.#show({ connected: false, cursors: [] });
  }

  /** Asks how things stand, after the rules may have changed. */
  again(): void {
    if (this.#state.connected) void this.#open();
  }

  /** Tells the others where the cursor stands: the last place of every moment. Nothing depends on it, so it is told at most once. */
  point(cursor: Cursor | null): void {
    this.#cursor = cursor;
    this.#pointing ??= setTimeout(() => {
      this.#pointing = undefined;
      const { connected, writes } = this.#state;
      const message = { ...this.#about(), cursor: this.#cursor };
      if (connected && writes) this.#socket?.emit('draft-cursor', message, () => undefined);
    }, POINT_EVERY);
  }

  /** Leaves the draft; what was not sent stays on the device. */
  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#gathering);
    clearTimeout(this.#pointing);
    this.#socket?.emit('draft-close', this.#about(), () => undefined);
    this.#detach();
    this.#socket = null;
    this.doc.destroy();
  }

  #about(): { jury: string; recommendation: string } {
    const { jury, recommendation } = this.#options;
    return { jury, recommendation };
  }

  #detach(): void {
    this.#socket?.off('draft-updated', this.#hear);
    this.#socket?.off('draft-cursor', this.#see);
  }

  async #open(): Promise<void> {
    const socket = this.#socket;
    const vector = toBase64(Y.encodeStateVector(this.doc));
    const reply = await answered(socket?.timeout(PATIENCE).emitWithAck('draft-open', { ...this.#about(), vector }));
    if (!reply || socket !== this.#socket) return;
    if (!reply.ok) {
      if (FOR_THE_MOMENT.includes(reply.error.code)) this.#later(() => void this.#open());
      else this.#show({ connected: true, writes: false, refused: reply.error });
      return;
    }
    const { epoch, writes, cursors } = reply;
    // Begun anew since: what stands here belongs to no draft any more, and is kept on the device as it is.
    if (this.#epoch !== '' && this.#epoch !== epoch)
      return this.#show({ connected: true, refused: { code: 'draft-behind' } });
    this.#epoch = epoch;
    Y.applyUpdate(this.doc, fromBase64(reply.update), FROM_OTHERS);
    if (!this.#kept) this.#takeUp(epoch);
    this.#show({ opened: true, connected: true, writes, cursors, refused: null });
    void this.#send();
  }

  /** What an earlier page of this person could not send is sent now. */
  #takeUp(epoch: string): void {
    const { jury, seat, recommendation, storage } = this.#options;
    this.#kept = keptChanges(keyOf(jury, seat, recommendation), epoch, this.doc.clientID, storage);
    for (const update of this.#kept.left) {
      // What the server would refuse must not stand in the way of all that is written from now on.
      const trial = newDocument();
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.doc));
      if (!takeInto(trial, update, seat).ok) continue;
      Y.applyUpdate(this.doc, update, FROM_OTHERS);
      this.#waiting.push(update);
    }
  }

  #written(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#kept?.keep(this.#waiting);
    this.#show({ waiting: true });
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      void this.#send();
    }, GATHER);
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#waiting.length > 0 && this.#state.connected && this.#socket && this.#state.writes) {
      const gathered = this.#waiting.length;
      const update = toBase64(Y.mergeUpdates(this.#waiting));
      const message = { ...this.#about(), epoch: this.#epoch, update };
      const reply = await answered(this.#socket.timeout(PATIENCE).emitWithAck('draft-update', message));
      if (reply?.ok) {
        this.#waiting = this.#waiting.slice(gathered);
        this.#kept?.keep(this.#waiting);
        if (this.#waiting.length === 0) this.#kept?.forgetLeft();
      } else if (reply && !FOR_THE_MOMENT.includes(reply.error.code)) {
        this.#show({ refused: reply.error, writes: false });
        // The rules may have changed, or something is missing here: ask how things stand.
        if (reply.error.code === 'draft-behind') this.#later(() => void this.#open());
        break;
      } else await new Promise((resolve) => setTimeout(resolve, reply ? BREATH : GATHER));
    }
    this.#sending = false;
    this.#show({ waiting: this.#waiting.length > 0 });
  }

  #later(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, BREATH);
  }

  readonly #hear: DraftToClient['draft-updated'] = ({ jury, recommendation, epoch, update }) => {
    if (jury !== this.#options.jury || recommendation !== this.#options.recommendation || epoch !== this.#epoch) return;
    Y.applyUpdate(this.doc, fromBase64(update), FROM_OTHERS);
    // Something before it is missing: whatever it is, the server has it.
    if (this.doc.store.pendingStructs) void this.#open();
  };

  readonly #see: DraftToClient['draft-cursor'] = ({ jury, recommendation, page, seat, cursor }) => {
    if (jury !== this.#options.jury || recommendation !== this.#options.recommendation) return;
    const others = this.#state.cursors.filter((one) => one.page !== page);
    this.#show({ cursors: cursor ? [...others, { page, seat, cursor }] : others });
  };

  #show(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onChanged(this.#state);
  }
}

/** The answer, or nothing when the line broke or stayed silent; whoever asked asks again. */
async function answered<T>(answer: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await answer) ?? null;
  } catch {
    // Socket.IO rejects for one reason only: no answer in time.
    return null;
  }
}
