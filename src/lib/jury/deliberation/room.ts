/** What is said in the room: messages and moderation. Seen by those in the room only. */
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Content, Counted, Instant, MemberId, SeatId } from '../terms.ts';
import type { ModerationRule } from './moderation/policy.ts';
import { hiddenWords, otherWords } from './talk/words.ts';

/** A juror's seat, or the facilitator speaking as such. */
export type Speaker = SeatId | 'facilitator';

/** Reactions that mean something: the same thought, a question to the author, thanks. None of them is applause. */
export const REACTIONS = ['agreement', 'question', 'thanks'] as const;
export type Reaction = (typeof REACTIONS)[number];

export interface Quote {
  readonly kind: 'exhibit' | 'answer';
  readonly id: string;
}

/** Words as they stood before they were changed, and since when. */
export interface EarlierWords {
  readonly text: Content;
  readonly at: Instant;
}

export interface Message {
  readonly id: string;
  readonly session: string;
  readonly by: Speaker;
  readonly at: Instant;
  readonly replyTo?: string | undefined;
  readonly quote?: Quote | undefined;
  /** Erased for everyone once hidden; what remains is the tombstone. */
  readonly text: Content | null;
  readonly hidden?: { readonly rule: ModerationRule; readonly at: Instant };
  /** When the words were last changed. */
  readonly edited?: Instant;
  /** Oldest first. */
  readonly earlier?: readonly EarlierWords[];
  readonly reactions?: Readonly<Partial<Record<Reaction, Counted>>>;
  /** Said by the juror, written down by somebody else, and confirmed. */
  readonly scribed?: true;
}

/** What a scribe wrote down for a juror, until it is confirmed. */
export interface Contribution {
  readonly id: string;
  readonly session: string;
  readonly seat: SeatId;
  readonly at: Instant;
  readonly text: Content;
  /** Whoever wrote it down does not confirm it. For the staff in the room. */
  readonly scribe?: MemberId | undefined;
}

/** When a stop ends by itself ([D135]): at an instant, or with a session. */
export interface MuteEnd {
  readonly seat: SeatId;
  readonly until?: Instant;
  readonly session?: string;
}

export interface Room {
  readonly messages: readonly Message[];
  /** Seen by the facilitator, oversight and the muted juror. */
  readonly muted: readonly SeatId[];
  /** Of those stops that end by themselves. Seen by the same. */
  readonly muteEnds: readonly MuteEnd[];
  readonly unconfirmed: readonly Contribution[];
}

export const EMPTY_ROOM: Room = { messages: [], muted: [], muteEnds: [], unconfirmed: [] };

export type RoomEvent =
  | ({ readonly type: 'message-posted'; readonly message: string; readonly text: Content } & Pick<
      Message,
      'session' | 'by' | 'at' | 'replyTo' | 'quote' | 'scribed'
    >)
  | { readonly type: 'message-edited'; readonly message: string; readonly at: Instant; readonly text: Content }
  | {
      readonly type: 'reaction-given' | 'reaction-taken-back';
      readonly message: string;
      readonly reaction: Reaction;
      readonly seat?: SeatId;
    }
  | ({ readonly type: 'contribution-entered'; readonly contribution: string } & Omit<Contribution, 'id'>)
  | { readonly type: 'contribution-settled'; readonly contribution: string; readonly outcome: 'confirmed' | 'refused' }
  | { readonly type: 'message-hidden'; readonly message: string; readonly rule: ModerationRule; readonly at: Instant }
  | ({ readonly type: 'juror-muted'; readonly rule: ModerationRule } & MuteEnd)
  | { readonly type: 'juror-unmuted'; readonly seat: SeatId };

export function evolveRoom(room: Room, event: RoomEvent): Room {
  switch (event.type) {
    case 'message-posted': {
      const { type: _type, message: id, ...posted } = event;
      return { ...room, messages: [...room.messages, { ...posted, id }] };
    }
    case 'message-edited':
      return change(room, event.message, (one) => otherWords(one, event.text, event.at));
    case 'reaction-given':
      return change(room, event.message, (one) => reacted(one, event.reaction, (set) => counted(set, event.seat)));
    case 'reaction-taken-back':
      return change(room, event.message, (one) => reacted(one, event.reaction, (set) => uncounted(set, event.seat)));
    case 'message-hidden':
      return change(room, event.message, (one) => hiddenWords(one, { rule: event.rule, at: event.at }));
    case 'contribution-entered': {
      const { type: _type, contribution: id, ...entered } = event;
      return { ...room, unconfirmed: [...room.unconfirmed, { id, ...entered }] };
    }
    case 'contribution-settled':
      return { ...room, unconfirmed: room.unconfirmed.filter((one) => one.id !== event.contribution) };
    case 'juror-muted':
      return muted(room, event);
    case 'juror-unmuted':
      return heard(room, event.seat);
  }
}

function muted(room: Room, { seat, until, session }: MuteEnd): Room {
  // An earlier stop that had ended by itself leaves nothing behind.
  const before = heard(room, seat);
  const end = until !== undefined ? { seat, until } : session !== undefined ? { seat, session } : null;
  return { ...before, muted: [...before.muted, seat], muteEnds: [...before.muteEnds, ...(end ? [end] : [])] };
}

const heard = (room: Room, seat: SeatId): Room => ({
  ...room,
  muted: room.muted.filter((one) => one !== seat),
  muteEnds: room.muteEnds.filter((one) => one.seat !== seat),
});

const change = (room: Room, id: string, how: (message: Message) => Message): Room => ({
  ...room,
  messages: room.messages.map((one) => (one.id === id ? how(one) : one)),
});

const reacted = (message: Message, reaction: Reaction, how: (set: Counted) => Counted): Message => ({
  ...message,
  reactions: { ...message.reactions, [reaction]: how(message.reactions?.[reaction] ?? NOBODY) },
});
