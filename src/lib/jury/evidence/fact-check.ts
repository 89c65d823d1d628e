/** A juror doubts a claim and has it checked; the organiser answers by a day, with the source. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Day, Instant, SeatId } from '../terms.ts';
import type { QuestionRule } from './public-question.ts';

/** Where the claim was made. */
export const CLAIMED_IN = ['exhibit', 'answer', 'message'] as const;
export type ClaimedIn = (typeof CLAIMED_IN)[number];

export const FINDINGS = ['confirmed', 'partly', 'wrong', 'not-known'] as const;
export type Finding = (typeof FINDINGS)[number];

export interface FactCheckAnswer {
  readonly finding: Finding;
  readonly text: Content;
  readonly source: Content;
  readonly at: Instant;
}

export interface FactCheck {
  readonly id: string;
  readonly kind: ClaimedIn;
  /** The exhibit, the question that was answered, or the message. */
  readonly of: string;
  readonly claim: Content;
  readonly at: Instant;
  /** The day by which it is answered. */
  readonly due: Day;
  readonly state: 'open' | 'taken' | 'answered' | 'declined';
  /** Whoever asked for it is the first. */
  readonly support: Counted;
  readonly answer?: FactCheckAnswer;
  readonly declined?: QuestionRule;
}

export type FactCheckEvent =
  | ({ readonly type: 'fact-check-requested'; readonly check: string; readonly seat?: SeatId } & Pick<
      FactCheck,
      'kind' | 'of' | 'claim' | 'at' | 'due'
    >)
  | { readonly type: 'fact-check-supported'; readonly check: string; readonly seat?: SeatId }
  | { readonly type: 'fact-check-taken'; readonly check: string; readonly due: Day }
  | ({ readonly type: 'fact-check-answered'; readonly check: string } & FactCheckAnswer)
  | { readonly type: 'fact-check-declined'; readonly check: string; readonly rule: QuestionRule };

export function evolveFactChecks(checks: readonly FactCheck[], event: FactCheckEvent): readonly FactCheck[] {
  if (event.type === 'fact-check-requested') {
    const { type: _type, check: id, seat, ...made } = event;
    return [...checks, { ...made, id, state: 'open', support: counted(NOBODY, seat) }];
  }
  return checks.map((one) => (one.id === event.check ? evolveFactCheck(one, event) : one));
}

function evolveFactCheck(
  check: FactCheck,
  event: Exclude<FactCheckEvent, { type: 'fact-check-requested' }>,
): FactCheck {
  switch (event.type) {
    case 'fact-check-supported':
      return { ...check, support: counted(check.support, event.seat) };
    case 'fact-check-taken':
      return { ...check, state: 'taken', due: event.due };
    case 'fact-check-answered': {
      const { finding, text, source, at } = event;
      return { ...check, state: 'answered', answer: { finding, text, source, at } };
    }
    case 'fact-check-declined': {
      // [E55] Words about a person do not stay.
      const claim = event.rule === 'personal' ? { ...check.claim, text: null } : check.claim;
      return { ...check, state: 'declined', claim, declined: event.rule };
    }
  }
}

/** Neither answered nor declined so far. */
export const isPending = ({ state }: FactCheck): boolean => state === 'open' || state === 'taken';
