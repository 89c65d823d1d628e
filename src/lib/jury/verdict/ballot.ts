/** A vote from its opening to the certificate: who may cast a paper, who has, and what came of it. Never what anybody chose. */
import type { Decision, DecisionRule } from '../charter/decision-rule.ts';
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';
import type { CodedPaper } from './paper-codes.ts';

export interface Vote<D> {
  readonly id: string;
  /** SHA-256 of the exact words that are voted on ([V5]). */
  readonly wordingHash: string;
  readonly rule: DecisionRule;
  /** Fixed at opening ([V8]). */
  readonly electorate: readonly SeatId[];
  readonly seats: number;
  /** [V114] How many of those entitled were present when it opened; only where the rule asks for them. */
  readonly present?: number;
  /** [V111] When it is to be closed; absent where nobody said. */
  readonly closesAt?: Instant;
  /** [V113] When those who have not voted are reminded of that; absent where it opened for less than a day. */
  readonly remindsAt?: Instant;
  readonly state: 'open' | 'paused' | 'closed' | 'void';
  /** Who has cast a paper: the number is for everyone in the room, the seats for nobody but each juror's own. */
  readonly cast: Counted;
  readonly decision: D | null;
  readonly pauseReason?: Content;
  readonly remindedAt?: Instant;
  readonly certifiedAt?: Instant;
  /** Every paper under its code, in the order of the codes, where the rule has them ([V54]). */
  readonly papers?: readonly CodedPaper[];
  readonly voidReason?: string;
  /** It is void because its words were changed ([V7]). */
  readonly textChanged?: true;
  /** Each time that it was held again after a count ([V25]), oldest first. */
  readonly heldAgain?: readonly { readonly reason: Content; readonly at: Instant; readonly decision: D }[];
}

export interface Ballot extends Vote<Decision> {
  readonly recommendation: string;
  readonly version: number;
}

/** [V8] What is fixed when it opens. */
export type Opening = Pick<Vote<unknown>, 'rule' | 'electorate' | 'seats' | 'present' | 'closesAt' | 'remindsAt'>;

export type VoteEvent =
  | { readonly type: 'paper-cast'; readonly ballot: string; readonly seat?: SeatId }
  | { readonly type: 'paper-changed'; readonly ballot: string }
  | { readonly type: 'ballot-paused'; readonly ballot: string; readonly reason: Content }
  | { readonly type: 'ballot-resumed'; readonly ballot: string }
  | {
      readonly type: 'closing-planned';
      readonly ballot: string;
      readonly closesAt: Instant;
      readonly remindsAt?: Instant;
    }
  | { readonly type: 'voters-reminded'; readonly ballot: string; readonly at: Instant }
  | {
      readonly type: 'ballot-certified';
      readonly ballot: string;
      readonly at: Instant;
      readonly papers?: readonly CodedPaper[];
    }
  | { readonly type: 'ballot-reopened'; readonly ballot: string; readonly reason: Content; readonly at: Instant }
  | {
      readonly type: 'ballot-voided';
      readonly ballot: string;
      readonly reason?: string;
      readonly textChanged?: true;
    };

export function evolveVote<D, V extends Vote<D>>(vote: V & Vote<D>, event: VoteEvent): V {
  switch (event.type) {
    case 'paper-cast':
      return { ...vote, cast: counted(vote.cast, event.seat) };
    case 'paper-changed':
      return vote;
    case 'ballot-paused':
      return { ...vote, state: 'paused', pauseReason: event.reason };
    case 'ballot-resumed': {
      const { pauseReason: _over, ...resumed } = vote;
      return { ...resumed, state: 'open' } as V;
    }
    case 'closing-planned': {
      const { closesAt, remindsAt } = event;
      return { ...vote, closesAt, ...(remindsAt === undefined ? {} : { remindsAt }) };
    }
    case 'voters-reminded':
      return { ...vote, remindedAt: event.at };
    case 'ballot-certified':
      return { ...vote, certifiedAt: event.at, ...(event.papers ? { papers: event.papers } : {}) };
    case 'ballot-reopened': {
      const { remindedAt: _past, closesAt: _closed, remindsAt: _told, decision, ...again } = vote;
      const earlier = { reason: event.reason, at: event.at, decision };
      return {
        ...again,
        state: 'open',
        cast: NOBODY,
        decision: null,
        heldAgain: [...(vote.heldAgain ?? []), earlier],
      } as unknown as V;
    }
    case 'ballot-voided':
      return {
        ...vote,
        state: 'void',
        decision: null,
        ...(event.reason === undefined ? {} : { voidReason: event.reason }),
        ...(event.textChanged ? { textChanged: true } : {}),
      };
  }
}
