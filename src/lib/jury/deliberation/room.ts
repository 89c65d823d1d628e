/** What is said in the room: messages and moderation. Seen by those in the room only. */
import type { Content, Instant, SeatId } from '../terms.ts';
import type { ModerationRule } from './moderation/policy.ts';

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

export interface Room {
  readonly messages: readonly Message[];
  /** Seen by the facilitator, oversight and the muted juror. */
  readonly muted: readonly SeatId[];
}

export const EMPTY_ROOM: Room = { messages: [], muted: [] };

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
  | { readonly type: 'juror-unmuted'; readonly seat: SeatId };

export function evolveRoom(room: Room, event: RoomEvent): Room {
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
  }
}
