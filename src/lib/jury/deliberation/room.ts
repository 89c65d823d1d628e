/** What is said in the room: messages, the speaking queue, moderation. Seen by those in the room only. */
import type { Content, Instant, SeatId } from '../terms.ts';
import type { MODERATION_RULES } from './commands.ts';

export type ModerationRule = (typeof MODERATION_RULES)[number];

/** A juror's seat, or the facilitator speaking as such. */
export type Speaker = SeatId | 'facilitator';

export interface Message {
  readonly id: string;
  readonly session: string;
  readonly by: Speaker;
  readonly at: Instant;
  readonly replyTo?: string | undefined;
  /** Erased for everyone once hidden; what remains is the tombstone. */
  readonly text: Content | null;
  readonly hidden?: { readonly rule: ModerationRule; readonly at: Instant };
}

export interface Turn {
  readonly id: string;
  readonly session: string;
  readonly seat: SeatId;
  readonly state: 'waiting' | 'speaking' | 'done' | 'withdrawn';
  readonly since: Instant;
}

export interface Room {
  readonly messages: readonly Message[];
  readonly turns: readonly Turn[];
  /** Seen by the facilitator, oversight and the muted juror. */
  readonly muted: readonly SeatId[];
}

export const EMPTY_ROOM: Room = { messages: [], turns: [], muted: [] };

export type RoomEvent =
  | {
      readonly type: 'message-posted';
      readonly message: string;
      readonly session: string;
      readonly by: Speaker;
      readonly at: Instant;
      readonly replyTo?: string | undefined;
      readonly text: Content;
    }
  | { readonly type: 'message-hidden'; readonly message: string; readonly rule: ModerationRule; readonly at: Instant }
  | { readonly type: 'juror-muted'; readonly seat: SeatId; readonly rule: ModerationRule }
  | { readonly type: 'juror-unmuted'; readonly seat: SeatId }
  | {
      readonly type: 'hand-raised';
      readonly turn: string;
      readonly session: string;
      readonly seat: SeatId;
      readonly at: Instant;
    }
  | { readonly type: 'hand-lowered'; readonly turn: string }
  | { readonly type: 'floor-granted'; readonly turn: string; readonly at: Instant }
  | { readonly type: 'turn-ended'; readonly turn: string; readonly at: Instant };

export function evolveRoom(room: Room, event: RoomEvent): Room {
  const turn = (id: string, change: Partial<Turn>): Room => ({
    ...room,
    turns: room.turns.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });

  switch (event.type) {
    case 'message-posted': {
      const { type: _type, message: id, ...posted } = event;
      return { ...room, messages: [...room.messages, { ...posted, id }] };
    }
    case 'message-hidden':
      return {
        ...room,
        messages: room.messages.map((one) =>
          one.id === event.message ? { ...one, text: null, hidden: { rule: event.rule, at: event.at } } : one,
        ),
      };
    case 'juror-muted':
      return { ...room, muted: [...room.muted, event.seat] };
    case 'juror-unmuted':
      return { ...room, muted: room.muted.filter((seat) => seat !== event.seat) };
    case 'hand-raised':
      return {
        ...room,
        turns: [
          ...room.turns,
          { id: event.turn, session: event.session, seat: event.seat, state: 'waiting', since: event.at },
        ],
      };
    case 'hand-lowered':
      return turn(event.turn, { state: 'withdrawn' });
    case 'floor-granted':
      return turn(event.turn, { state: 'speaking', since: event.at });
    case 'turn-ended':
      return turn(event.turn, { state: 'done' });
  }
}

/** Those waiting to speak in this session, first come first. */
export const queueOf = (room: Room, session: string): readonly Turn[] =>
  room.turns.filter((turn) => turn.session === session && turn.state === 'waiting');

export const speakerOf = (room: Room, session: string): Turn | undefined =>
  room.turns.find((turn) => turn.session === session && turn.state === 'speaking');
