/** What the jury was shown and told: exhibits, witnesses, hearings with their questions and answers. Public but for open questions. */
import type { Content, WitnessId } from '../terms.ts';
import type { WITNESS_KINDS } from './commands.ts';
import { evolveCalls } from './call.ts';
import type { Call, CallEvent } from './call.ts';
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
  readonly interests: Content | null;
  /** Whoever declares their interests has accepted. A refusal is a withdrawal that was never an acceptance. */
  readonly invitation: 'open' | 'accepted' | 'refused';
  readonly hearing: 'planned' | 'open' | 'closed';
  readonly withdrawn?: { readonly reason: string };
  /** Who came instead. */
  readonly substitute?: WitnessId;
}

export interface Evidence {
  readonly exhibits: readonly Exhibit[];
  readonly witnesses: readonly Witness[];
  readonly questions: readonly Question[];
  readonly calls: readonly Call[];
}

export const NO_EVIDENCE: Evidence = { exhibits: [], witnesses: [], questions: [], calls: [] };

export type EvidenceEvent =
  | ExhibitEvent
  | ({ readonly type: 'witness-invited'; readonly witness: WitnessId } & Omit<
      Witness,
      'id' | 'interests' | 'invitation' | 'hearing' | 'withdrawn' | 'substitute'
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
      readonly type: 'hearing-opened';
      readonly witness: WitnessId;
      /** How many support each question: from now on no secret. */
      readonly counts: Readonly<Record<string, number>>;
    }
  | { readonly type: 'hearing-closed'; readonly witness: WitnessId }
  | QuestionEvent
  | CallEvent;

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
    case 'hearing-opened':
      return {
        ...witness(event.witness, { hearing: 'open' }),
        questions: evidence.questions.map((one) => ({
          ...one,
          support: { ...one.support, count: event.counts[one.id] ?? one.support.count },
        })),
      };
    case 'hearing-closed':
      return witness(event.witness, { hearing: 'closed' });
    default:
      return { ...evidence, questions: evolveQuestions(evidence.questions, event) };
  }
}
