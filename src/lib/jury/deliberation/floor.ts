/** The floor: who speaks, who waits in which order, and by what rule. Seen by those in the room. */
import type { Content, Instant, SeatId } from '../terms.ts';
import type { QUEUE_MODES, TURN_KINDS } from './floor-commands.ts';

export type QueueMode = (typeof QUEUE_MODES)[number];
export type TurnKind = (typeof TURN_KINDS)[number];
/**
 * `yielded` by the speaker, `timed-out` ended by another once the limit was over, `stopped` before, `dropped` because the line was gone.
 * `finished` stands in older journals for each of the first three.
 */
export type EndReason = 'finished' | 'yielded' | 'timed-out' | 'stopped' | 'dropped';

export interface Turn {
  readonly id: string;
  readonly session: string;
  readonly seat: SeatId;
  readonly kind: TurnKind;
  readonly state: 'waiting' | 'speaking' | 'paused' | 'done' | 'withdrawn';
  /** When the hand went up or, for whoever speaks, since when without a pause; not kept of a turn that is over. */
  readonly since: Instant | null;
  /** While speaking: by when, in server time. */
  readonly endsAt?: Instant | undefined;
  /** While paused: how much is left. Milliseconds, negative once overrun. */
  readonly left?: number | undefined;
  /** Seconds given on top of the limit. */
  readonly extra?: number;
  /** While paused because the line is gone: until when it may come back. */
  readonly returnBy?: Instant | undefined;
  /** While waiting: the line was gone when their turn had come. The place is kept. */
  readonly skipped?: boolean;
  /** Sits in the hall: the facilitator raised the hand, so no line of theirs is watched. */
  readonly inHall?: boolean;
  /** What it will be about; for the facilitator and whoever raised the hand. */
  readonly note?: Content;
  readonly ended?: EndReason;
  /** Why the facilitator took it out of the queue. */
  readonly taken?: Content;
}

export interface Floor {
  readonly mode: QueueMode;
  /** How long a turn lasts. Seconds. */
  readonly limit: number;
  readonly turns: readonly Turn[];
  /** The waiting turns, whoever is next first. */
  readonly queue: readonly string[];
  /** Why the facilitator last changed the order; until the next one speaks. */
  readonly reordered: Content | null;
  /** Whether no more speeches are taken into the queue. */
  readonly closed: boolean;
  /** Whether those who have not spoken in this session go before those who have. */
  readonly newFirst: boolean;
  /** Whether a speaker whose line is gone is paused, and whoever is next and gone is passed over. */
  readonly linesWatched: boolean;
}

export const OPEN_FLOOR: Floor = {
  mode: 'first-come',
  limit: 120,
  turns: [],
  queue: [],
  reordered: null,
  closed: false,
  newFirst: true,
  linesWatched: true,
};

export type FloorEvent =
  | {
      readonly type: 'hand-raised';
      readonly turn: string;
      readonly session: string;
      readonly seat: SeatId;
      readonly at: Instant;
      readonly kind?: TurnKind;
      /** How many are before them; without it, all who wait. */
      readonly place?: number;
      readonly inHall?: boolean;
      readonly note?: Content;
    }
  /** `taken`: the facilitator did it, and why. */
  | { readonly type: 'hand-lowered'; readonly turn: string; readonly taken?: Content }
  | { readonly type: 'floor-granted'; readonly turn: string; readonly at: Instant; readonly endsAt?: Instant }
  | {
      readonly type: 'turn-paused';
      readonly turn: string;
      readonly left: number;
      /** Paused because the line is gone: until when it may come back. */
      readonly returnBy?: Instant;
    }
  | { readonly type: 'turn-skipped'; readonly turn: string }
  | { readonly type: 'turn-unskipped'; readonly turn: string }
  | { readonly type: 'queue-closed'; readonly session: string }
  | { readonly type: 'queue-opened'; readonly session: string }
  | { readonly type: 'turn-resumed'; readonly turn: string; readonly at: Instant; readonly endsAt: Instant }
  | { readonly type: 'turn-extended'; readonly turn: string; readonly seconds: number }
  | { readonly type: 'turn-ended'; readonly turn: string; readonly at: Instant; readonly reason?: EndReason }
  | {
      readonly type: 'queue-set';
      readonly session: string;
      readonly mode: QueueMode;
      readonly limit: number;
      readonly order: readonly string[];
      readonly newFirst?: boolean;
      readonly linesWatched?: boolean;
    }
  | {
      readonly type: 'queue-reordered';
      readonly session: string;
      readonly order: readonly string[];
      readonly reason: Content;
    };

export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  switch (event.type) {
    case 'hand-raised': {
      const { turn: id, session, seat, at, kind = 'speech', place = floor.queue.length, inHall, note } = event;
      const raised: Turn = { id, session, seat, kind, state: 'waiting', since: at, ...(inHall ? { inHall } : {}) };
      const turn = note ? { ...raised, note } : raised;
      return { ...floor, turns: [...floor.turns, turn], queue: floor.queue.toSpliced(place, 0, id) };
    }
    case 'hand-lowered':
      return leaveQueue(floor, event.turn, {
        state: 'withdrawn',
        since: null,
        ...(event.taken ? { taken: event.taken } : {}),
      });
    case 'floor-granted': {
      const { turn, at, endsAt } = event;
      return { ...leaveQueue(floor, turn, { state: 'speaking', since: at, endsAt, skipped: false }), reordered: null };
    }
    case 'turn-paused':
      return change(floor, event.turn, {
        state: 'paused',
        since: null,
        endsAt: undefined,
        left: event.left,
        returnBy: event.returnBy,
      });
    case 'turn-skipped':
    case 'turn-unskipped':
      return change(floor, event.turn, { skipped: event.type === 'turn-skipped' });
    case 'queue-closed':
    case 'queue-opened':
      return { ...floor, closed: event.type === 'queue-closed' };
    case 'turn-resumed': {
      const { turn, at, endsAt } = event;
      return change(floor, turn, { state: 'speaking', since: at, endsAt, left: undefined, returnBy: undefined });
    }
    case 'turn-extended':
      return {
        ...floor,
        turns: floor.turns.map((one) => (one.id === event.turn ? extended(one, event.seconds) : one)),
      };
    case 'turn-ended': {
      const { turn, reason = 'finished' } = event;
      const over = { since: null, endsAt: undefined, left: undefined, returnBy: undefined };
      return change(floor, turn, { ...over, state: 'done', ended: reason });
    }
    case 'queue-set':
      return {
        ...floor,
        mode: event.mode,
        limit: event.limit,
        queue: event.order,
        newFirst: event.newFirst ?? floor.newFirst,
        linesWatched: event.linesWatched ?? floor.linesWatched,
      };
    case 'queue-reordered':
      return { ...floor, queue: event.order, reordered: event.reason };
  }
}

const change = (floor: Floor, id: string, to: Partial<Turn>): Floor => ({
  ...floor,
  turns: floor.turns.map((one) => (one.id === id ? { ...one, ...to } : one)),
});

const leaveQueue = (floor: Floor, id: string, to: Partial<Turn>): Floor => ({
  ...change(floor, id, to),
  queue: floor.queue.filter((turn) => turn !== id),
});

const extended = (turn: Turn, seconds: number): Turn => ({
  ...turn,
  extra: (turn.extra ?? 0) + seconds,
  endsAt: turn.endsAt && turn.endsAt + seconds * 1_000,
});

/** Those waiting to speak in this session, whoever is next first. */
export const queueOf = ({ queue, turns }: Floor, session: string): readonly Turn[] =>
  queue.flatMap((id) => turns.filter((turn) => turn.id === id && turn.session === session));

/** [D73] Who would be called up now: the first who waits and was not passed over. */
export const onDeck = (floor: Floor, session: string): Turn | undefined =>
  queueOf(floor, session).find(({ skipped }) => !skipped);

export const speakerOf = ({ turns }: Floor, session: string): Turn | undefined =>
  turns.find((turn) => turn.session === session && turn.state === 'speaking');

/** Whose speech waits for a question to be answered or for the facilitator to go on. */
export const pausedOf = ({ turns }: Floor, session: string): Turn | undefined =>
  turns.find((turn) => turn.session === session && turn.state === 'paused');

/** Who has made a speech in this session. */
export function spokenIn({ turns }: Floor, session: string): ReadonlySet<SeatId> {
  const spoke = turns.filter(
    ({ session: held, kind, state }) =>
      held === session && kind === 'speech' && !['waiting', 'withdrawn'].includes(state),
  );
  return new Set(spoke.map((turn) => turn.seat));
}
