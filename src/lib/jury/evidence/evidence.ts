/** What the jury was shown and told: exhibits, witnesses, hearings with their questions and answers. Public but for open questions. */
import type { Content, Instant, WitnessId } from '../terms.ts';
import type { NOMINATED_BY, WITNESS_KINDS } from './commands.ts';
import { evolveCalls } from './call.ts';
import type { Call, CallEvent } from './call.ts';
import { evolveQuestions, goneOver } from './question.ts';
import type { Question, QuestionEvent } from './question.ts';

export type NominatedBy = (typeof NOMINATED_BY)[number];
export type WitnessKind = (typeof WITNESS_KINDS)[number];

interface Source {
  readonly title: string;
  readonly author: string;
  readonly nominatedBy: NominatedBy;
  readonly why: string;
}

export type ExhibitBody =
  | { readonly kind: 'text'; readonly body: Content }
  | { readonly kind: 'link'; readonly body: Content; readonly address: string }
  | {
      readonly kind: 'file';
      readonly file: string;
      readonly sha256: string;
      readonly mediaType: string;
      readonly size: number;
    };

export type Exhibit = Source &
  ExhibitBody & {
    readonly id: string;
    readonly at: Instant;
    readonly corrections: readonly { readonly text: Content; readonly at: Instant }[];
    readonly withdrawn?: { readonly reason: string; readonly at: Instant };
  };

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
  | ({ readonly type: 'exhibit-added'; readonly exhibit: string; readonly at: Instant } & Source & ExhibitBody)
  | { readonly type: 'exhibit-corrected'; readonly exhibit: string; readonly correction: Content; readonly at: Instant }
  | { readonly type: 'exhibit-withdrawn'; readonly exhibit: string; readonly reason: string; readonly at: Instant }
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
  const exhibit = (id: string, change: (exhibit: Exhibit) => Exhibit): Evidence => ({
    ...evidence,
    exhibits: evidence.exhibits.map((one) => (one.id === id ? change(one) : one)),
  });
  const witness = (id: string, change: Partial<Witness>): Evidence => ({
    ...evidence,
    witnesses: evidence.witnesses.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });

  switch (event.type) {
    case 'exhibit-added': {
      const { type: _type, exhibit: id, ...added } = event;
      return { ...evidence, exhibits: [...evidence.exhibits, { ...added, id, corrections: [] }] };
    }
    case 'exhibit-corrected':
      return exhibit(event.exhibit, (one) => ({
        ...one,
        corrections: [...one.corrections, { text: event.correction, at: event.at }],
      }));
    case 'exhibit-withdrawn':
      return exhibit(event.exhibit, (one) => ({ ...one, withdrawn: { reason: event.reason, at: event.at } }));
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
