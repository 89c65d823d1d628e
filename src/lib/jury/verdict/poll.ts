/** Questions between options that the jury puts to itself: one of several, a ranking, or the order of what it adopted. */
import type { Content } from '../terms.ts';
import type { Opening, Vote } from './ballot.ts';
import type { Ranked } from './ranking.ts';

/** `priority` ranks the adopted recommendations and changes nothing about their adoption. */
export const POLL_FORMS = ['one-of', 'ranking', 'priority'] as const;
export type PollForm = (typeof POLL_FORMS)[number];

/** Marked instead of an option: none of them; on ballots of one of several only. */
export const NONE = 'none';

/** What an earlier vote must have come to: a recommendation's `adopted` or `not-adopted`, or the option that won. */
export interface Condition {
  readonly on: string;
  readonly outcome: string;
}

export interface Poll {
  readonly id: string;
  readonly form: PollForm;
  /** Null for the order of the recommendations, which asks itself. */
  readonly question: Content | null;
  readonly options: readonly { readonly id: string; readonly text: Content }[];
  readonly after: Condition | null;
  readonly withdrawn?: Content;
}

export interface PollDecision {
  readonly outcome: 'decided' | 'undecided' | 'tie' | 'no-quorum';
  /** An option, or `none` of them. */
  readonly winner: string | null;
  readonly cast: number;
  readonly abstain: number;
  readonly quorum: number;
  /** Of one of several: papers by option, and how many were needed of how many. */
  readonly votes?: {
    readonly counts: Readonly<Record<string, number>>;
    readonly base: number;
    readonly needed: number;
  };
  /** Of a ranking. */
  readonly ranked?: Ranked;
}

export interface PollBallot extends Vote<PollDecision> {
  readonly poll: string;
}

export type PollEvent =
  | ({ readonly type: 'poll-written'; readonly poll: string } & Omit<Poll, 'id' | 'withdrawn'>)
  | { readonly type: 'poll-withdrawn'; readonly poll: string; readonly reason: Content }
  | ({ readonly type: 'poll-opened'; readonly ballot: string } & Pick<
      PollBallot,
      'poll' | 'wordingHash' | keyof Opening
    >)
  | { readonly type: 'poll-closed'; readonly ballot: string; readonly decision: PollDecision };

/** `a`, `b`, `c` … for the options in their order. */
export const optionId = (at: number): string => String.fromCharCode(97 + at);

/** The part of the verdict that polls are, changed by one event. */
export function evolvePolls<P extends { readonly polls: readonly Poll[]; readonly pollBallots: readonly PollBallot[] }>(
  verdict: P,
  event: PollEvent,
  fresh: Pick<PollBallot, 'state' | 'cast' | 'decision'>,
): P {
  switch (event.type) {
    case 'poll-written': {
      const { poll: id, form, question, options, after } = event;
      return { ...verdict, polls: [...verdict.polls, { id, form, question, options, after }] };
    }
    case 'poll-withdrawn':
      return {
        ...verdict,
        polls: verdict.polls.map((one) => (one.id === event.poll ? { ...one, withdrawn: event.reason } : one)),
      };
    case 'poll-opened': {
      const { type: _type, ballot: id, ...opened } = event;
      return { ...verdict, pollBallots: [...verdict.pollBallots, { ...opened, id, ...fresh }] };
    }
    case 'poll-closed':
      return {
        ...verdict,
        pollBallots: verdict.pollBallots.map((one) =>
          one.id === event.ballot ? { ...one, state: 'closed', decision: event.decision } : one,
        ),
      };
  }
}
