/** The verdict in the making: recommendations in every version, ballots on frozen wording, minority statements, approval. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';
import type { Decision } from '../charter/decision-rule.ts';
import { evolveVote } from './ballot.ts';
import type { Ballot, Opening, VoteEvent } from './ballot.ts';
import { evolveErrata } from './erratum.ts';
import type { Erratum, ErratumEvent } from './erratum.ts';
import { evolveDrafting } from './drafting-events.ts';
import type { DraftingEvent } from './drafting-events.ts';
import { evolveOutcomes } from './outcome.ts';
import type { OutcomeEvent, StatedOutcome } from './outcome.ts';
import { evolvePolls } from './poll.ts';
import type { Poll, PollBallot, PollEvent } from './poll.ts';
import { versionOf } from './recommendation.ts';
import type { Origin, Recommendation, Wording } from './recommendation.ts';
import { evolveRelease } from './release.ts';
import type { Release, ReleaseEvent } from './release.ts';
import { evolveRounds } from './round.ts';
import type { Round, RoundEvent, StickingPoint } from './round.ts';
import { evolveSpokespersons } from './spokesperson.ts';
import type { Spokesperson, SpokespersonEvent } from './spokesperson.ts';
import { evolveStatements } from './statement.ts';
import type { StatementEvent, Statements } from './statement.ts';
import { evolveSuggestions } from './suggestion.ts';
import type { Suggestion, SuggestionEvent } from './suggestion.ts';
import { NO_GROUP, evolveWritingGroup } from './writing-group.ts';
import type { WritingGroupEvent } from './writing-group.ts';
import { evolveLateTranslations } from './late-translation.ts';
import type { LateTranslation, LateTranslationEvent } from './late-translation.ts';
import { evolveTranslations } from './translation.ts';
import type { Translation, TranslationEvent } from './translation.ts';

export type { Ballot } from './ballot.ts';

export type { Citation } from './citation.ts';

export { currentVersion, wordsOf } from './recommendation.ts';
export type { Recommendation, Version, Wording } from './recommendation.ts';

export interface Verdict extends Statements {
  readonly recommendations: readonly Recommendation[];
  readonly suggestions: readonly Suggestion[];
  readonly rounds: readonly Round[];
  readonly points: readonly StickingPoint[];
  readonly ballots: readonly Ballot[];
  readonly polls: readonly Poll[];
  readonly pollBallots: readonly PollBallot[];
  readonly outcomes: readonly StatedOutcome[];
  readonly spokespersons: readonly Spokesperson[];
  readonly translations: readonly Translation[];
  readonly lateTranslations: readonly LateTranslation[];
  readonly approvals: Counted;
  readonly release: Release | null;
  readonly publishedAt: Instant | null;
  readonly errata: readonly Erratum[];
}

export const NO_VERDICT: Verdict = {
  recommendations: [],
  suggestions: [],
  rounds: [],
  points: [],
  ballots: [],
  polls: [],
  pollBallots: [],
  statements: [],
  statementsUntil: null,
  juryStatement: [],
  outcomes: [],
  spokespersons: [],
  translations: [],
  lateTranslations: [],
  approvals: NOBODY,
  release: null,
  publishedAt: null,
  errata: [],
};

export type VerdictEvent =
  | ({
      readonly type: 'recommendation-proposed' | 'recommendation-revised';
      readonly recommendation: string;
    } & Origin &
      Wording)
  | WritingGroupEvent
  | { readonly type: 'recommendation-withdrawn'; readonly recommendation: string; readonly reason: Content }
  | { readonly type: 'recommendation-frozen'; readonly recommendation: string; readonly wordingHash: string }
  | { readonly type: 'recommendation-reopened'; readonly recommendation: string; readonly reason: Content }
  | ({ readonly type: 'ballot-opened'; readonly ballot: string } & Pick<
      Ballot,
      'recommendation' | 'version' | 'wordingHash' | keyof Opening
    >)
  | VoteEvent
  | PollEvent
  | RoundEvent
  | SuggestionEvent
  | DraftingEvent
  | { readonly type: 'ballot-closed'; readonly ballot: string; readonly decision: Decision }
  | OutcomeEvent
  | StatementEvent
  | SpokespersonEvent
  | TranslationEvent
  | LateTranslationEvent
  | ErratumEvent
  | { readonly type: 'verdict-approved'; readonly seat?: SeatId }
  | ReleaseEvent
  | { readonly type: 'verdict-published'; readonly at: Instant };

const FRESH = { state: 'open', cast: NOBODY, decision: null } as const;

export function evolveVerdict(verdict: Verdict, event: VerdictEvent): Verdict {
  const next = evolvePart(verdict, event);
  // [P15] What the two agreed on is no longer what would go out.
  return next.release && next.approvals.count === 0 ? { ...next, release: null } : next;
}

function evolvePart(verdict: Verdict, event: VerdictEvent): Verdict {
  const recommendation = (id: string, change: (one: Recommendation) => Partial<Recommendation>): Verdict => ({
    ...verdict,
    recommendations: verdict.recommendations.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
  });
  const vote = (change: VoteEvent): Verdict => ({
    ...verdict,
    ballots: verdict.ballots.map((one) => (one.id === change.ballot ? evolveVote(one, change) : one)),
    pollBallots: verdict.pollBallots.map((one) => (one.id === change.ballot ? evolveVote(one, change) : one)),
  });

  switch (event.type) {
    case 'recommendation-proposed':
      return {
        ...verdict,
        recommendations: [
          ...verdict.recommendations,
          { id: event.recommendation, versions: [versionOf(event, 1)], state: 'open', wordingHash: null },
        ],
      };
    case 'recommendation-revised':
      return recommendation(event.recommendation, (one) => ({
        versions: [...one.versions, versionOf(event, one.versions.length + 1)],
      }));
    case 'recommendation-withdrawn':
      return recommendation(event.recommendation, () => ({ state: 'withdrawn', wordingHash: null }));
    case 'recommendation-frozen':
      return recommendation(event.recommendation, () => ({ state: 'frozen', wordingHash: event.wordingHash }));
    case 'recommendation-reopened':
      return recommendation(event.recommendation, () => ({ state: 'open', wordingHash: null }));
    case 'ballot-opened': {
      const { type: _type, ballot: id, ...opened } = event;
      return {
        ...verdict,
        ballots: [...verdict.ballots, { ...opened, id, ...FRESH }],
        approvals: NOBODY,
      };
    }
    case 'paper-cast':
    case 'paper-changed':
    case 'ballot-paused':
    case 'ballot-resumed':
    case 'closing-planned':
    case 'voters-reminded':
    case 'ballot-certified':
      return vote(event);
    case 'ballot-reopened':
    case 'ballot-voided':
      // [V18] What was approved has no result any more.
      return { ...vote(event), approvals: NOBODY };
    case 'ballot-closed':
      return {
        ...verdict,
        ballots: verdict.ballots.map((one) =>
          one.id === event.ballot ? { ...one, state: 'closed', decision: event.decision } : one,
        ),
      };
    case 'round-opened':
    case 'round-answered':
    case 'round-closed':
    case 'round-abandoned':
    case 'point-settled':
    case 'change-objected':
      return evolveRounds(verdict, event);
    case 'writing-group-joined':
    case 'writing-group-left':
    case 'writing-group-drawn':
      return recommendation(event.recommendation, ({ group = NO_GROUP }) => ({
        group: evolveWritingGroup(group, event),
      }));
    case 'review-opened':
    case 'feasibility-asked':
    case 'feasibility-noted':
      return recommendation(event.recommendation, (one) => evolveDrafting(one, event));
    case 'suggestion-made':
    case 'suggestion-supported':
    case 'suggestion-unsupported':
    case 'suggestion-doubted':
    case 'suggestion-undoubted':
    case 'suggestion-rebased':
    case 'suggestion-accepted':
    case 'suggestion-rejected':
    case 'suggestion-withdrawn':
    case 'suggestion-undone':
      return { ...verdict, suggestions: evolveSuggestions(verdict.suggestions, event) };
    case 'poll-written':
    case 'poll-withdrawn':
    case 'poll-closed':
      return evolvePolls(verdict, event, FRESH);
    case 'poll-opened':
      return { ...evolvePolls(verdict, event, FRESH), approvals: NOBODY };
    case 'outcome-stated':
    case 'outcome-agreed':
      return evolveOutcomes(verdict, event);
    case 'minority-statement-written':
    case 'minority-statement-joined':
    case 'statement-deadline-set':
    case 'jury-statement-written':
      return evolveStatements(verdict, event);
    case 'spokesperson-offered':
    case 'spokesperson-confirmed':
    case 'spokesperson-withdrawn':
      return { ...verdict, spokespersons: evolveSpokespersons(verdict.spokespersons, event) };
    case 'translation-added':
      return { ...verdict, translations: evolveTranslations(verdict.translations, event) };
    case 'translation-proposed':
    case 'translation-agreed':
    case 'translation-dropped':
      return { ...verdict, lateTranslations: evolveLateTranslations(verdict.lateTranslations, event) };
    case 'erratum-proposed':
    case 'erratum-agreed':
    case 'erratum-dropped':
      return { ...verdict, errata: evolveErrata(verdict.errata, event) };
    case 'verdict-approved':
      return { ...verdict, approvals: counted(verdict.approvals, event.seat) };
    case 'release-proposed':
    case 'release-agreed':
    case 'release-withdrawn':
      return { ...verdict, release: evolveRelease(verdict.release, event) };
    case 'verdict-published':
      return { ...verdict, publishedAt: event.at };
  }
}

/** The ballot that decides a recommendation: the last one that was not voided. */
export const ballotOn = (verdict: Verdict, recommendation: string): Ballot | undefined =>
  verdict.ballots.findLast((ballot) => ballot.recommendation === recommendation && ballot.state !== 'void');

/** The same for a poll. */
export const pollBallotOn = (verdict: Verdict, poll: string): PollBallot | undefined =>
  verdict.pollBallots.findLast((ballot) => ballot.poll === poll && ballot.state !== 'void');

/** Ballots on recommendations and on polls are numbered together, for they share the box. */
export const nextBallotId = ({ ballots, pollBallots }: Verdict): string =>
  `B${ballots.length + pollBallots.length + 1}`;

/** No poll is under way, and what came of each is certified. */
export const pollsSettled = ({ pollBallots }: Verdict): boolean =>
  pollBallots.every((ballot) => ballot.state === 'void' || ballot.certifiedAt !== undefined);

export const adoptedIn = (verdict: Verdict): readonly Recommendation[] =>
  verdict.recommendations.filter((one) => ballotOn(verdict, one.id)?.decision?.outcome === 'adopted');
