/** The public record: all that anyone may read of a jury, and the only thing public pages are made of. */
import { isPublic } from '../charter/rules.ts';
import type { Charter } from '../charter/charter.ts';
import type { Act, Action, AppealOutcome } from '../deliberation/moderation/moderation.ts';
import type { ModerationRule } from '../deliberation/moderation/policy.ts';
import type { Call } from '../evidence/call.ts';
import type { Witness } from '../evidence/evidence.ts';
import { editionsOf, filesOf } from '../evidence/exhibit.ts';
import type { MarkCounts, ShownExhibit, StoredFile } from '../evidence/exhibit.ts';
import type { Question } from '../evidence/question.ts';
import type { Selection } from '../recruitment/selection.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { answersTo, assignmentsOf, ratingsOf, reportsOn } from '../response/response.ts';
import { refusedByRule } from '../response/observations.ts';
import type { Observation } from '../response/observations.ts';
import type { Answer, Assignment, Ratings, Report, Response } from '../response/response.ts';
import { hasReached } from '../stages.ts';
import type { Jury } from '../state.ts';
import type { Results } from '../surveys/distribution.ts';
import type { Day, Instant, Locale, Role } from '../terms.ts';
import { paragraphIds } from '../verdict/paragraphs.ts';
import { publishedPolls } from './poll-record.ts';
import type { PublishedPoll } from './poll-record.ts';
import { received, tiedBefore } from './before-and-after.ts';
import { publishedSession } from './programme.ts';
import type { PublishedItem } from './programme.ts';
import { publishedCitation, publishedExtras } from './drafting-record.ts';
import type { PublishedCitation, PublishedExtras } from './drafting-record.ts';
import { publishedMinutes } from './minutes.ts';
import type { PublishedMinutes } from './minutes.ts';
import { ballotOn, currentVersion } from '../verdict/verdict.ts';
import { statedOutcome } from './outcome-record.ts';
import type { WithOutcome } from './outcome-record.ts';
import { publishedStatements, publishedWords, translated } from './published-words.ts';
import type { PublishedStatement, PublishedTranslation, PublishedWords } from './published-words.ts';
import type { Ballot } from '../verdict/verdict.ts';
import { publishedHearings } from './evidence-record.ts';
import type { PublishedHearings } from './evidence-record.ts';
import { publishedProcess } from './process-record.ts';
import type { PublishedProcess } from './process-record.ts';

export type { PublishedCitation } from './drafting-record.ts';
export type { PublishedCheck } from './evidence-record.ts';
export type { PublishedPoll } from './poll-record.ts';

/** Names of witnesses, who speak in public; nobody else's name is ever in the record. */
export type WitnessNames = Readonly<Record<string, string>>;

export interface PublicRecord extends PublishedHearings, PublishedProcess {
  readonly format: 'alqa-record-1';
  readonly jury: string;
  readonly charter: Omit<Charter, 'members'>;
  readonly selection: Selection;
  readonly seating: { readonly seated: number; readonly replaced: number; readonly left: number };
  readonly exhibits: readonly PublishedExhibit[];
  readonly witnesses: readonly (Witness & { readonly name: string })[];
  readonly answers: readonly Omit<Question, 'asker' | 'support'>[];
  /** Whom jurors called for, once the organiser has answered. */
  readonly calls: readonly (Pick<Call, 'id' | 'who' | 'why'> &
    Required<Pick<Call, 'answer'>> & { readonly signed: number })[];
  /** Questions that are to be answered in writing, without their words. */
  readonly owed: readonly { readonly id: string; readonly witness: string; readonly due: Day }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly title: string;
    readonly startsAt: Instant;
    /** [D101] Why it does not take place. */
    readonly cancelled?: string;
    readonly minutes: number;
    readonly agenda: readonly PublishedItem[];
  }[];
  /** Approved by the jurors, in the order of the sessions. */
  readonly minutes: readonly PublishedMinutes[];
  /** Every action of moderation, in order; of whom it concerned, nothing. */
  readonly moderation: readonly PublishedAction[];
  /** Null until the jurors have approved it and it is published. */
  readonly verdict:
    | (PublishedWords & {
        readonly publishedAt: Instant;
        /** In which the jurors wrote; absent where nobody said. Their wording alone counts. */
        readonly language?: Locale;
        readonly recommendations: readonly PublishedRecommendation[];
        readonly polls: readonly PublishedPoll[];
      })
    | null;
  /** What the jurors thought before and after, and how they found the jury; null until there is something to tell. */
  readonly surveys: (Results & { readonly statement: string | null }) | null;
}

/** [P14] A line of the log. The day is told, not the minute, which would point at a person. */
export interface PublishedAction {
  readonly id: string;
  readonly act: Act;
  readonly office: Role;
  readonly day: Day;
  /** Null where the step needs none, or the line was redacted. */
  readonly rule: ModerationRule | null;
  /** Null where nobody appealed. */
  readonly appeal: { readonly outcome: AppealOutcome | null; readonly reason: string | null } | null;
  /** Why the line was redacted; null where it was not. */
  readonly redacted: string | null;
}

export interface PublishedRecommendation extends PublishedExtras, WithOutcome {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** [V43] The ids of the text's paragraphs, in order; with the recommendation's they are anchors, `R3-p2`. */
  readonly paragraphs: readonly string[];
  readonly rationale: string;
  readonly addressee: string;
  readonly wordingHash: string;
  readonly citations: readonly PublishedCitation[];
  readonly ballot: Pick<Ballot, 'id' | 'rule' | 'seats' | 'present' | 'certifiedAt' | 'heldAgain' | 'papers'> & {
    readonly electorate: number;
    readonly decision: NonNullable<Ballot['decision']>;
    /** [P62] The count of the first vote, where it was a tie and put to the vote once more. */
    readonly tiedBefore?: NonNullable<Ballot['decision']>;
  };
  readonly minorityStatements: readonly PublishedStatement[];
  readonly translations?: readonly PublishedTranslation[];
  /** Oldest first; empty while the authority has not answered. Only adopted recommendations are answered. */
  readonly answers: readonly Answer[];
  /** [P61] When the authority said that it has it. */
  readonly acknowledgedAt?: Instant;
  /** Oldest first; a later one is a handover. */
  readonly assignments: readonly Omit<Assignment, 'recommendation'>[];
  readonly reports: readonly Omit<Report, 'recommendation'>[];
  /** Of the newest answer; null below five, where a count would point at people. */
  readonly ratings: Ratings['given'] | null;
  /** Words of the public, shown by those who read the box. */
  readonly observations: readonly Omit<Observation, 'recommendation'>[];
  /** How many were not shown, by rule. */
  readonly observationsRefused: Readonly<Partial<Record<ModerationRule, number>>>;
}

/** An exhibit with all its versions; `marks` are null until they were told. */
export type PublishedExhibit = ShownExhibit & { readonly marks: MarkCounts | null };

/** Every file of an exhibit, of all its versions. */
export const publishedFiles = (exhibit: PublishedExhibit): readonly StoredFile[] =>
  editionsOf(exhibit).flatMap(filesOf);

/** [P1] The record as it stands; null while the jury is still being designed. */
export function publicRecord(jury: Jury, names: WitnessNames): PublicRecord | null {
  if (!isPublic(jury)) return null;
  const { members: _members, ...charter } = jury.charter;
  const all = Object.values(jury.seats);
  return {
    format: 'alqa-record-1',
    jury: jury.id,
    charter,
    selection: publicSelection(jury),
    seating: {
      seated: activeJurors(jury.seats).length,
      replaced: all.filter((seat) => seat.replaces !== undefined).length,
      left: all.filter((seat) => seat.role === 'juror' && seat.state === 'left').length,
    },
    // [E38] Never whose a mark is.
    exhibits: jury.evidence.exhibits.map(({ marks, ...exhibit }) => ({ ...exhibit, marks: marks.told })),
    witnesses: jury.evidence.witnesses.map((witness) => ({
      ...witness,
      name: names[witness.id] ?? witness.affiliation,
    })),
    answers: jury.evidence.questions
      .filter((question) => question.answer)
      .map(({ asker: _asker, support: _support, ...question }) => question),
    calls: jury.evidence.calls.flatMap(({ id, who, why, signed, answer }) =>
      answer ? [{ id, who, why, signed: signed.count, answer }] : [],
    ),
    owed: jury.evidence.questions.flatMap(({ id, witness, state, due }) =>
      state === 'deferred' && due !== undefined ? [{ id, witness, due }] : [],
    ),
    ...publishedHearings(jury),
    ...publishedProcess(jury),
    sessions: jury.sessions.map((session) => publishedSession(session, jury.verdict.publishedAt !== null)),
    minutes: publishedMinutes(jury),
    moderation: jury.moderation.log.map(publishedAction),
    verdict:
      jury.verdict.publishedAt === null
        ? null
        : {
            publishedAt: jury.verdict.publishedAt,
            ...(jury.verdict.release ? { language: jury.verdict.release.language } : {}),
            ...publishedWords(jury),
            recommendations: publishedRecommendations(jury),
            polls: publishedPolls(jury.verdict),
          },
    surveys: publishedSurveys(jury),
  };
}

function publishedAction({ id, act, office, at, rule, appeal, redacted }: Action): PublishedAction {
  const decided = appeal?.decided;
  return {
    id,
    act,
    office,
    day: new Date(at).toISOString().slice(0, 10),
    rule: rule ?? null,
    appeal: appeal ? { outcome: decided?.outcome ?? null, reason: decided?.reason?.text ?? null } : null,
    redacted: redacted?.reason.text ?? null,
  };
}

/** The record as it would stand if the verdict went out at that moment, for those who look at it before anybody else. */
export function recordIfPublished(jury: Jury, names: WitnessNames, at: Instant): PublicRecord {
  const publishedAt = jury.verdict.publishedAt ?? at;
  const record = publicRecord({ ...jury, verdict: { ...jury.verdict, publishedAt } }, names);
  if (!record) throw new Error('A jury at the vote has been public since its first invitation.');
  return record;
}

/** Targets and the pool's figures become public when they are frozen. */
function publicSelection({ selection, charter }: Jury): Selection {
  if (selection.frozen || hasReached(charter.stage, 'onboarding')) return selection;
  return { ...selection, pool: null, targets: [], population: [] };
}

/** [P2] Every recommendation that was voted on, adopted or not; never a draft, a withdrawn one or a voided ballot. */
function publishedRecommendations(jury: Jury): readonly PublishedRecommendation[] {
  return jury.verdict.recommendations.flatMap((recommendation) => {
    const ballot = ballotOn(jury.verdict, recommendation.id);
    if (!ballot?.decision) return [];
    const { title, text, rationale, addressee, citations } = currentVersion(recommendation);
    const { id, rule, seats, electorate, present, decision, certifiedAt, heldAgain, papers } = ballot;
    return [
      {
        id: recommendation.id,
        title: title.text ?? '',
        text: text.text ?? '',
        paragraphs: paragraphIds(recommendation.versions),
        rationale: rationale.text ?? '',
        addressee,
        ...publishedExtras(recommendation),
        wordingHash: ballot.wordingHash,
        citations: citations.map((citation) => publishedCitation(jury, citation)),
        ballot: {
          id,
          rule,
          seats,
          electorate: electorate.length,
          ...(present === undefined ? {} : { present }),
          decision,
          ...(certifiedAt === undefined ? {} : { certifiedAt }),
          ...(heldAgain ? { heldAgain } : {}),
          ...tiedBefore(jury.verdict, ballot),
          ...(papers ? { papers } : {}),
        },
        ...statedOutcome(jury.verdict, recommendation.id, id),
        minorityStatements: publishedStatements(jury.verdict, recommendation.id),
        ...translated(jury.verdict, recommendation.id, ballot.wordingHash),
        ...received(jury.response, recommendation.id),
        answers: answersTo(jury.response, recommendation.id),
        assignments: assignmentsOf(jury.response, recommendation.id).map(({ recommendation: _on, ...one }) => one),
        reports: reportsOn(jury.response, recommendation.id).map(({ recommendation: _on, ...one }) => one),
        ratings: publishedRatings(jury.response, recommendation.id),
        observations: jury.response.observations.shown
          .filter((one) => one.recommendation === recommendation.id)
          .map(({ recommendation: _on, ...one }) => one),
        observationsRefused: refusedByRule(jury.response.observations, recommendation.id),
      },
    ];
  });
}

/** [Q10] */
function publishedSurveys({ surveys, verdict }: Jury): PublicRecord['surveys'] {
  if (verdict.publishedAt === null || Object.keys(surveys.results.surveys).length === 0) return null;
  return { ...surveys.results, statement: surveys.statement?.text ?? null };
}

/** The fewest people whose opinions are told as numbers. */
const FEWEST = 5;

function publishedRatings(response: Response, recommendation: string): Ratings['given'] | null {
  const ratings = ratingsOf(response, recommendation, answersTo(response, recommendation).length);
  return ratings && ratings.raters.count >= FEWEST ? ratings.given : null;
}
