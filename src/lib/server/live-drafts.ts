/** Shared drafts over the live line: who may, is asked of the rules; what is told, is told to those who have the draft open. */
import * as v from 'valibot';
import { mayFollow, mayWriteDraft } from '../jury/verdict/draft-rules.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Refusal, Result } from '../jury/result.ts';
import type { Jury } from '../jury/jury.ts';
import type { SeatId } from '../jury/terms.ts';
import {
  draftCloseMessage,
  draftCursorMessage,
  draftOpenMessage,
  draftUpdateMessage,
  fromBase64,
  toBase64,
} from '../live/draft/messages.ts';
import type { Cursor, DraftOpenReply, DraftReply, OthersCursor } from '../live/draft/messages.ts';
import { actorIn } from './actors.ts';
import type { Door } from './auth/limits.ts';
import type { Drafts } from './drafts/drafts.ts';
import type { Juries } from './juries.ts';
import type { LiveServer, LiveSocket } from './live-places.ts';
import type { DraftKey } from './records/drafts.ts';

/** The page of a draft that a socket has open. */
export interface DraftPage extends DraftKey {
  readonly page: number;
  readonly seat: SeatId;
  cursor: Cursor | null;
}

interface Surroundings {
  readonly io: LiveServer;
  readonly juries: Juries;
  readonly drafts: Drafts;
  readonly allow: Door;
  readonly personOf: (socket: LiveSocket) => string;
}

/** What the gateway answers a message with; `invalid` ones count against the sender. */
export function createLiveDrafts({ io, juries, drafts, allow, personOf }: Surroundings) {
  let pages = 0;
  const roomOf = ({ jury, recommendation }: DraftKey): string => `draft ${jury} ${recommendation}`;
  const opened = (socket: LiveSocket, key: DraftKey): DraftPage | undefined => {
    const { draft } = socket.data;
    return draft?.jury === key.jury && draft.recommendation === key.recommendation ? draft : undefined;
  };

  /** The message in its shape, the jury as it stands, and the right to go on. */
  async function received<S extends v.GenericSchema<unknown, DraftKey>>(
    socket: LiveSocket,
    schema: S,
    message: unknown,
  ): Promise<Result<v.InferOutput<S>>> {
    const allowed = await allow(personOf(socket));
    if (!allowed.ok) return allowed;
    const parsed = v.safeParse(schema, message);
    if (!parsed.success) return refuse('invalid', { field: v.getDotPath(parsed.issues[0]) ?? '' });
    // Only whoever has joined the jury is told when they no longer belong to it.
    if (socket.data.place?.jury !== parsed.output.jury) return refuse('not-allowed');
    return ok(parsed.output);
  }

  async function asked<T>(
    socket: LiveSocket,
    { jury: id, recommendation }: DraftKey,
    rule: (jury: Jury, actor: ReturnType<typeof actorIn>, id: string) => Result<T>,
  ): Promise<Result<T>> {
    const standing = await juries.standing(id);
    return standing ? rule(standing.jury, actorIn(id, socket.data.principal), recommendation) : refuse('unknown-jury');
  }

  function tell(socket: LiveSocket, { jury, recommendation, page, seat, cursor }: DraftPage): void {
    socket.to(roomOf({ jury, recommendation })).emit('draft-cursor', { jury, recommendation, page, seat, cursor });
  }

  function leave(socket: LiveSocket): void {
    const { draft } = socket.data;
    if (!draft) return;
    tell(socket, { ...draft, cursor: null });
    void socket.leave(roomOf(draft));
    delete socket.data.draft;
  }

  const others = (socket: LiveSocket, key: DraftKey): readonly OthersCursor[] =>
    [...(io.of('/').adapter.rooms.get(roomOf(key)) ?? [])].flatMap((id) => {
      const draft = io.of('/').sockets.get(id)?.data.draft;
      return id === socket.id || !draft?.cursor ? [] : [{ page: draft.page, seat: draft.seat, cursor: draft.cursor }];
    });

  drafts.onCarried(({ update, ...change }) =>
    io.to(roomOf(change)).emit('draft-updated', { ...change, update: toBase64(update) }),
  );

  return {
    leave,

    async open(socket: LiveSocket, message: unknown): Promise<DraftOpenReply> {
      const got = await received(socket, draftOpenMessage, message);
      if (!got.ok) return got;
      const { vector, ...key } = got.value;
      const follows = await asked(socket, key, mayFollow);
      if (!follows.ok) return follows;
      const { recommendation, seat } = follows.value;
      // In the room first: what is stored while the draft is read comes twice rather than never.
      if (!opened(socket, key)) {
        leave(socket);
        pages += 1;
        socket.data.draft = { ...key, page: pages, seat, cursor: null };
        void socket.join(roomOf(key));
      }
      const draft = await drafts.open(key.jury, recommendation, vector === undefined ? null : fromBase64(vector));
      if (!draft.ok) return draft;
      const { epoch, update } = draft.value;
      const writes = (await asked(socket, key, mayWriteDraft)).ok;
      return { ok: true, epoch, writes, update: toBase64(update), cursors: others(socket, key) };
    },

    async update(socket: LiveSocket, message: unknown): Promise<DraftReply> {
      const got = await received(socket, draftUpdateMessage, message);
      if (!got.ok) return got;
      const { update: text, ...change } = got.value;
      const page = opened(socket, change);
      if (!page) return refuse('draft-behind');
      const update = fromBase64(text);
      const taken = await drafts.take({ ...change, update }, page.seat, () => asked(socket, change, mayWriteDraft));
      if (!taken.ok) return taken;
      if (taken.value.isNew) socket.to(roomOf(change)).emit('draft-updated', { ...change, update: text });
      return { ok: true };
    },

    async cursor(socket: LiveSocket, message: unknown): Promise<DraftReply> {
      const got = await received(socket, draftCursorMessage, message);
      if (!got.ok) return got;
      const page = opened(socket, got.value);
      if (!page) return refuse('draft-behind');
      const writes = await asked(socket, page, mayWriteDraft);
      if (!writes.ok) return writes;
      page.cursor = got.value.cursor;
      tell(socket, page);
      return { ok: true };
    },

    async close(socket: LiveSocket, message: unknown): Promise<DraftReply> {
      const got = await received(socket, draftCloseMessage, message);
      if (!got.ok) return got;
      if (opened(socket, got.value)) leave(socket);
      return { ok: true };
    },
  };
}

export const isNonsense = (answer: { readonly ok: boolean; readonly error?: Refusal }): boolean =>
  !answer.ok && ['invalid', 'draft-invalid', 'too-many-attempts'].includes(answer.error?.code ?? '');
