/** What the jury was shown and told: exhibits, witnesses, hearings with their questions and answers. Public but for open questions. */
import type { Content, Instant, WitnessId } from '../terms.ts';
import { evolveBalance } from './balance.ts';
import type { BalanceEvent, BalanceRating } from './balance.ts';
import type { WITNESS_KINDS } from './commands.ts';
import { evolveCalls } from './call.ts';
import type { Call, CallEvent } from './call.ts';
import { evolveFactChecks } from './fact-check.ts';
import type { FactCheck, FactCheckEvent } from './fact-check.ts';
import { evolveHandout, evolveHeard } from './hearing.ts';
import type { Handout, HandoutEvent, HearingEvent } from './hearing.ts';
import type { Position } from './position.ts';
import { NO_PUBLIC_QUESTIONS, evolvePublicQuestions } from './public-question.ts';
import type { PublicQuestionEvent, PublicQuestions } from './public-question.ts';
import { evolveExhibits } from './exhibit.ts';
import type { Exhibit, ExhibitEvent, NominatedBy } from './exhibit.ts';
import { evolveQuestions, goneOver } from './question.ts';
import type { Question, QuestionEvent } from './question.ts';

export type { Exhibit, ExhibitBody, NominatedBy } from './exhibit.ts';
export type WitnessKind = (typeof WITNESS_KINDS)[number];

export interface Witness {
  readonly id: WitnessId;
  readonly kind: WitnessKind;
  readonly affiliation: string;
  readonly nominatedBy: NominatedBy;
  readonly why: string;
  readonly topic: string;
  /** On the question; absent where nobody said. */
  readonly position?: Position;
  /** Minutes planned for the hearing. */
  readonly planned?: number;
  /** Absent while no day was set for it. */
  readonly handout?: Handout;
  readonly interests: Content | null;
  /** Whoever declares their interests has accepted. A refusal is a withdrawal that was never an acceptance. */
  readonly invitation: 'open' | 'accepted' | 'refused';
  readonly hearing: 'planned' | 'open' | 'closed';
  /** When the hearing was opened that is open now. */
  readonly openSince?: Instant;
  /** Milliseconds of hearings that are over. */
  readonly heard?: number;
  readonly withdrawn?: { readonly reason: string };
  /** Who came instead. */
  readonly substitute?: WitnessId;
}

export interface Evidence {
  readonly exhibits: readonly Exhibit[];
  readonly witnesses: readonly Witness[];
  readonly questions: readonly Question[];
  readonly calls: readonly Call[];
  readonly ratings: readonly BalanceRating[];
  readonly fromPublic: PublicQuestions;
  readonly checks: readonly FactCheck[];
}

export const NO_EVIDENCE: Evidence = {
  exhibits: [],
  witnesses: [],
  questions: [],
  calls: [],
  ratings: [],
  fromPublic: NO_PUBLIC_QUESTIONS,
  checks: [],
};

export type EvidenceEvent =
  | ExhibitEvent
  | ({ readonly type: 'witness-invited'; readonly witness: WitnessId } & Omit<
      Witness,
      'id' | 'interests' | 'invitation' | 'hearing' | 'openSince' | 'heard' | 'handout' | 'withdrawn' | 'substitute'
    >)
  | { readonly type: 'witness-withdrawn'; readonly witness: WitnessId; readonly reason: string }
  | { readonly type: 'invitation-accepted'; readonly witness: WitnessId }
  | { readonly type: 'invitation-refused'; readonly witness: WitnessId; readonly reason: string }
  | {
      readonly type: 'witness-substituted';
      readonly witness: WitnessId;
      readonly by: WitnessId;
      /** How many support each question that goes over, where the substitute's hearing has begun. */
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly type: 'interests-declared'; readonly witness: WitnessId; readonly interests: Content }
  | {
      readonly type: 'position-set';
      /** A witness or an exhibit. */
      readonly item: string;
      readonly position: Position;
      readonly planned?: number;
    }
  | HearingEvent
  | HandoutEvent
  | QuestionEvent
  | CallEvent
  | BalanceEvent
  | PublicQuestionEvent
  | FactCheckEvent;

export function evolveEvidence(evidence: Evidence, event: EvidenceEvent): Evidence {
  const witness = (id: string, change: Partial<Witness>): Evidence => ({
    ...evidence,
    witnesses: evidence.witnesses.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });

  switch (event.type) {
    case 'exhibit-added':
    case 'exhibit-revised':
    case 'exhibit-corrected':
    case 'exhibit-withdrawn':
    case 'exhibit-marked':
    case 'marks-told':
      return { ...evidence, exhibits: evolveExhibits(evidence.exhibits, event) };
    case 'witness-invited': {
      const { type: _type, witness: id, ...invited } = event;
      return {
        ...evidence,
        witnesses: [...evidence.witnesses, { ...invited, id, interests: null, invitation: 'open', hearing: 'planned' }],
      };
    }
    case 'witness-withdrawn':
      return witness(event.witness, { withdrawn: { reason: event.reason } });
    case 'interests-declared':
      return witness(event.witness, { interests: event.interests, invitation: 'accepted' });
    case 'invitation-accepted':
      return witness(event.witness, { invitation: 'accepted' });
    case 'invitation-refused':
      return witness(event.witness, { invitation: 'refused', withdrawn: { reason: event.reason } });
    case 'witness-substituted': {
      const begun = evidence.witnesses.some((one) => one.id === event.by && one.hearing !== 'planned');
      return {
        ...witness(event.witness, { substitute: event.by }),
        questions: evidence.questions.map((one) =>
          one.witness === event.witness ? goneOver(one, event.by, begun ? event.counts[one.id] : undefined) : one,
        ),
      };
    }
    case 'witness-called':
    case 'call-signed':
    case 'call-answered':
      return { ...evidence, calls: evolveCalls(evidence.calls, event) };
    case 'position-set': {
      const { item, position, planned } = event;
      const minutes = planned === undefined ? {} : { planned };
      return {
        ...witness(item, { position, ...minutes }),
        exhibits: evidence.exhibits.map((one) => (one.id === item ? { ...one, position } : one)),
      };
    }
    case 'handout-day-set':
      return { ...evidence, witnesses: evolveHandout(evidence.witnesses, event) };
    case 'balance-rated':
    case 'balance-told':
      return { ...evidence, ratings: evolveBalance(evidence.ratings, event) };
    case 'public-question-sent':
    case 'public-question-admitted':
    case 'public-question-declined':
    case 'public-question-passed':
      return { ...evidence, fromPublic: evolvePublicQuestions(evidence.fromPublic, event) };
    case 'fact-check-requested':
    case 'fact-check-supported':
    case 'fact-check-taken':
    case 'fact-check-answered':
    case 'fact-check-declined':
      return { ...evidence, checks: evolveFactChecks(evidence.checks, event) };
    case 'hearing-opened':
      return {
        ...evidence,
        witnesses: evolveHeard(evidence.witnesses, event),
        questions: evidence.questions.map((one) => ({
          ...one,
          support: { ...one.support, count: event.counts[one.id] ?? one.support.count },
        })),
      };
    case 'hearing-closed':
      return { ...evidence, witnesses: evolveHeard(evidence.witnesses, event) };
    default:
      return { ...evidence, questions: evolveQuestions(evidence.questions, event) };
  }
}
