/** The public record: all that anyone may read of a jury, and the only thing public pages are made of. */
import { isPublic } from '../charter/rules.ts';
import type { Charter } from '../charter/charter.ts';
import type { Act, Action, AppealOutcome } from '../deliberation/moderation/moderation.ts';
import type { ModerationRule } from '../deliberation/moderation/policy.ts';
import type { Call } from '../evidence/call.ts';
import type { Exhibit, Witness } from '../evidence/evidence.ts';
import type { Question } from '../evidence/question.ts';
import type { Selection } from '../recruitment/selection.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { answersTo, assignmentsOf, ratingsOf, reportsOn } from '../response/response.ts';
import type { Answer, Assignment, Ratings, Report, Response } from '../response/response.ts';
import { hasReached } from '../stages.ts';
import type { Jury } from '../state.ts';
import type { Results } from '../surveys/distribution.ts';
import type { Day, Instant, Locale, Role } from '../terms.ts';
import type { Poll, PollBallot, PollDecision } from '../verdict/poll.ts';
import { ballotOn, currentVersion, pollBallotOn } from '../verdict/verdict.ts';
import type { Ballot, Citation, Verdict } from '../verdict/verdict.ts';
import { publishedStatements, publishedWords, translated } from './published-words.ts';
import type { PublishedStatement, PublishedTranslation, PublishedWords } from './published-words.ts';

/** Names of witnesses, who speak in public; nobody else's name is ever in the record. */
export type WitnessNames = Readonly<Record<string, string>>;

export interface PublicRecord {
  readonly format: 'alqa-record-1';
  readonly jury: string;
  readonly charter: Omit<Charter, 'members'>;
  readonly selection: Selection;
  readonly seating: { readonly seated: number; readonly replaced: number; readonly left: number };
  readonly exhibits: readonly Exhibit[];
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
    readonly minutes: number;
  }[];
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

export interface PublishedRecommendation {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rationale: string;
  readonly addressee: string;
  readonly wordingHash: string;
  readonly citations: readonly PublishedCitation[];
  readonly ballot: Pick<Ballot, 'id' | 'rule' | 'seats' | 'certifiedAt' | 'heldAgain' | 'papers'> & {
    readonly electorate: number;
    readonly decision: NonNullable<Ballot['decision']>;
  };
  readonly minorityStatements: readonly PublishedStatement[];
  readonly translations?: readonly PublishedTranslation[];
  /** Oldest first; empty while the authority has not answered. Only adopted recommendations are answered. */
  readonly answers: readonly Answer[];
  /** Oldest first; a later one is a handover. */
  readonly assignments: readonly Omit<Assignment, 'recommendation'>[];
  readonly reports: readonly Omit<Report, 'recommendation'>[];
  /** Of the newest answer; null below five, where a count would point at people. */
  readonly ratings: Ratings['given'] | null;
}

/** A question between options that was voted on. */
export interface PublishedPoll extends Pick<Poll, 'id' | 'form' | 'question' | 'options' | 'after'> {
  readonly ballot: Pick<PollBallot, 'id' | 'rule' | 'seats' | 'certifiedAt' | 'wordingHash' | 'papers'> & {
    readonly electorate: number;
    readonly decision: PollDecision;
    readonly heldAgain: NonNullable<PollBallot['heldAgain']>;
  };
}

/** A citation with the words that it points to, where they are not a page of their own. */
export interface PublishedCitation extends Citation {
  readonly title: string;
  readonly quote?: string;
}

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
    exhibits: jury.evidence.exhibits,
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
    sessions: jury.sessions.map(({ id, title, startsAt, agenda }) => ({
      id,
      title,
      startsAt,
      minutes: agenda.reduce((sum, item) => sum + item.minutes, 0),
    })),
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
    const { id, rule, seats, electorate, decision, certifiedAt, heldAgain, papers } = ballot;
    return [
      {
        id: recommendation.id,
        title: title.text ?? '',
        text: text.text ?? '',
        rationale: rationale.text ?? '',
        addressee,
        wordingHash: ballot.wordingHash,
        citations: citations.map((citation) => publishedCitation(jury, citation)),
        ballot: {
          id,
          rule,
          seats,
          electorate: electorate.length,
          decision,
          ...(certifiedAt === undefined ? {} : { certifiedAt }),
          ...(heldAgain ? { heldAgain } : {}),
          ...(papers ? { papers } : {}),
        },
        minorityStatements: publishedStatements(jury.verdict, recommendation.id),
        ...translated(jury.verdict, recommendation.id, ballot.wordingHash),
        answers: answersTo(jury.response, recommendation.id),
        assignments: assignmentsOf(jury.response, recommendation.id).map(({ recommendation: _on, ...one }) => one),
        reports: reportsOn(jury.response, recommendation.id).map(({ recommendation: _on, ...one }) => one),
        ratings: publishedRatings(jury.response, recommendation.id),
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

function publishedPolls(verdict: Verdict): readonly PublishedPoll[] {
  return verdict.polls.flatMap(({ withdrawn: _withdrawn, ...poll }) => {
    const ballot = pollBallotOn(verdict, poll.id);
    if (!ballot?.decision) return [];
    const { id, rule, seats, electorate, decision, wordingHash, certifiedAt, papers, heldAgain = [] } = ballot;
    const certificate = { ...(certifiedAt === undefined ? {} : { certifiedAt }), ...(papers ? { papers } : {}) };
    return [
      {
        ...poll,
        ballot: { id, rule, seats, electorate: electorate.length, decision, wordingHash, heldAgain, ...certificate },
      },
    ];
  });
}

function publishedCitation({ evidence, room }: Jury, citation: Citation): PublishedCitation {
  switch (citation.kind) {
    case 'exhibit':
      return {
        ...citation,
        title: evidence.exhibits.find((exhibit) => exhibit.id === citation.id)?.title ?? citation.id,
      };
    case 'answer': {
      const question = evidence.questions.find((one) => one.id === citation.id);
      return { ...citation, title: question?.text.text ?? citation.id, quote: question?.answer?.text.text ?? '' };
    }
    case 'message': {
      const message = room.messages.find((one) => one.id === citation.id);
      return { ...citation, title: citation.id, quote: message?.text?.text ?? '' };
    }
  }
}
