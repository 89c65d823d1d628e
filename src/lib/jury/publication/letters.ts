/**
 * Which letters a jury sends, to whom and why. A letter holds ids only: what it says is looked up when it is sent, so that nothing is told that
 * was erased in the meantime, and no text lies about twice.
 */
import { addDays, addMonths } from '../charter/working-days.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { answersTo, assignmentsOf, reportsOn } from '../response/response.ts';
import { dated, whereItStands } from '../response/standing.ts';
import type { Jury, JuryEvent } from '../state.ts';
import type { Actor, Day, Instant, MemberId, Role, SeatId } from '../terms.ts';
import { notYetVoted } from '../verdict/closing-rules.ts';
import { seenByJurorsFrom } from '../verdict/release.ts';
import { ballotOn } from '../verdict/verdict.ts';

/** Letters that a jury has reason to send by itself. */
export type JuryLetter =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'session-moved'; readonly session: string; readonly startsAt: Instant }
  | { readonly kind: 'session-cancelled'; readonly session: string }
  /** `closesAt`: the planned close gave reason for it. */
  | { readonly kind: 'ballot'; readonly ballot: string; readonly closesAt?: Instant }
  | { readonly kind: 'release'; readonly at: Instant }
  /** [P90] To the two, when its time has come and it could not go out. */
  | { readonly kind: 'release-held'; readonly at: Instant }
  | { readonly kind: 'due'; readonly day: Day }
  | { readonly kind: 'verdict' }
  | { readonly kind: 'answer'; readonly recommendation: string; readonly answer: number }
  | { readonly kind: 'report'; readonly recommendation: string; readonly report: number }
  | { readonly kind: 'handover'; readonly recommendation: string; readonly assignment: number }
  | { readonly kind: 'erratum'; readonly erratum: string }
  | { readonly kind: 'translation'; readonly translation: string }
  /** [P88] To oversight that one came in, to whoever filed it that it is answered. */
  | { readonly kind: 'complaint'; readonly complaint: string }
  | { readonly kind: 'complaint-answered'; readonly complaint: string }
  | { readonly kind: 'closed' };

/** Letters that somebody asks for: a personal link, a way to sign in, a place among those who follow a jury. */
export type AskedLetter =
  | { readonly kind: 'link' }
  | { readonly kind: 'appointed' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'follow' }
  | { readonly kind: 'following' };

export type Letter = JuryLetter | AskedLetter;

export type Addressees =
  | { readonly kind: 'seats'; readonly seats: readonly SeatId[] }
  | { readonly kind: 'witnesses'; readonly witnesses: readonly string[] }
  | { readonly kind: 'members'; readonly members: readonly MemberId[] }
  | { readonly kind: 'followers' };

export interface Occasion {
  /** The same occasion has the same reason, and is written of once to each. */
  readonly reason: string;
  readonly to: Addressees;
  readonly letter: JuryLetter;
  readonly notBefore?: Instant;
  /** Afterwards it would be of no use to anybody. */
  readonly notAfter?: Instant;
}

const jurorsOf = ({ seats }: Pick<Jury, 'seats'>): Addressees => ({
  kind: 'seats',
  seats: activeJurors(seats).map(({ id }) => id),
});

const membersAs = ({ charter }: Pick<Jury, 'charter'>, ...roles: readonly Role[]): Addressees => ({
  kind: 'members',
  members: Object.entries(charter.members).flatMap(([member, role]) => (roles.includes(role) ? [member] : [])),
});

/** Nobody who stands for the public has an address. */
function justTo(actor: Actor): Addressees {
  switch (actor.kind) {
    case 'seat':
      return { kind: 'seats', seats: [actor.id] };
    case 'witness':
      return { kind: 'witnesses', witnesses: [actor.id] };
    case 'member':
      return { kind: 'members', members: [actor.id] };
    case 'public':
      return { kind: 'members', members: [] };
  }
}

const toFollowers = (reason: string, letter: JuryLetter): readonly Occasion[] => [
  { reason, to: { kind: 'followers' }, letter },
];

/** What follows from an event; `jury` is the state after it. */
export function occasionsOf(jury: Jury, event: JuryEvent): readonly Occasion[] {
  const { id, response, verdict } = jury;
  switch (event.type) {
    case 'voters-reminded':
      return [
        {
          reason: `${id}/ballot/${event.ballot}/${event.at}`,
          to: { kind: 'seats', seats: yetToVote(jury, event.ballot) },
          letter: { kind: 'ballot', ballot: event.ballot },
        },
      ];
    case 'session-changed': {
      if (event.movedFrom === undefined) return [];
      const { session, startsAt } = event;
      return [
        {
          reason: `${id}/session-moved/${session}/${startsAt}`,
          to: jurorsOf(jury),
          letter: { kind: 'session-moved', session, startsAt },
          notAfter: startsAt,
        },
      ];
    }
    case 'session-cancelled':
      return [
        {
          reason: `${id}/session-cancelled/${event.session}`,
          to: jurorsOf(jury),
          letter: { kind: 'session-cancelled', session: event.session },
        },
      ];
    case 'release-agreed':
      return [
        {
          reason: `${id}/release/${event.at}`,
          to: jurorsOf(jury),
          letter: { kind: 'release', at: event.at },
          notBefore: seenByJurorsFrom(verdict.release) ?? event.at,
          notAfter: event.at,
        },
      ];
    case 'verdict-published':
      return toFollowers(`${id}/verdict`, { kind: 'verdict' });
    case 'recommendation-answered': {
      const { recommendation } = event;
      const answer = answersTo(response, recommendation).length;
      return toFollowers(`${id}/answer/${recommendation}/${answer}`, { kind: 'answer', recommendation, answer });
    }
    case 'progress-reported': {
      const { recommendation } = event;
      const report = reportsOn(response, recommendation).length;
      return toFollowers(`${id}/report/${recommendation}/${report}`, { kind: 'report', recommendation, report });
    }
    case 'recommendation-assigned': {
      const { recommendation } = event;
      const assignment = assignmentsOf(response, recommendation).length;
      // [P51] Who is named first takes it from nobody.
      if (assignment < 2) return [];
      return toFollowers(`${id}/handover/${recommendation}/${assignment}`, {
        kind: 'handover',
        recommendation,
        assignment,
      });
    }
    case 'erratum-agreed':
      return toFollowers(`${id}/erratum/${event.erratum}`, { kind: 'erratum', erratum: event.erratum });
    case 'translation-agreed':
      return toFollowers(`${id}/translation/${event.translation}`, {
        kind: 'translation',
        translation: event.translation,
      });
    case 'complaint-filed': {
      const { complaint } = event;
      const to = membersAs(jury, 'oversight');
      return [{ reason: `${id}/complaint/${complaint}`, to, letter: { kind: 'complaint', complaint } }];
    }
    case 'complaint-answered': {
      const { complaint, complainant } = event;
      const letter = { kind: 'complaint-answered', complaint } as const;
      return [{ reason: `${id}/complaint-answered/${complaint}`, to: justTo(complainant), letter }];
    }
    case 'stage-reached':
      return event.stage === 'closed' ? toFollowers(`${id}/closed`, { kind: 'closed' }) : [];
    default:
      return [];
  }
}

const DAY_MS = 86_400_000;
const DUE_WITHIN_DAYS = 7;

/** What the clock gives reason for: a session tomorrow, a vote that closes within a day, an answer or a report that is due within a week or late. */
export function occasionsAt(jury: Jury, now: Instant, dayAt: (at: Instant) => Day): readonly Occasion[] {
  const { id, sessions } = jury;
  const soon = sessions.filter(
    ({ state, startsAt }) => state === 'planned' && startsAt > now && startsAt <= now + DAY_MS,
  );
  const authority = membersAs(jury, 'authority');
  const today = dayAt(now);
  const days = new Set(owed(jury, dayAt).map(({ day }) => day));
  return [
    ...soon.map(({ id: session, startsAt, moved }): Occasion => ({
      // [D100] Of another time everybody is reminded anew.
      reason: `${id}/session/${session}${moved ? `/${startsAt}` : ''}`,
      to: jurorsOf(jury),
      letter: { kind: 'session', session },
      notAfter: startsAt,
    })),
    ...closingSoon(jury, now),
    ...heldBack(jury, now),
    ...[...days].flatMap((day): Occasion[] => {
      // A day long past is not written of again each time that the server starts.
      if (today < addDays(day, -DUE_WITHIN_DAYS) || today > addMonths(day, 1)) return [];
      const stage = today > day ? 'late' : 'due';
      return [{ reason: `${id}/${stage}/${day}`, to: authority, letter: { kind: 'due', day } }];
    }),
  ];
}

/** As long may a release take that goes out by itself. */
const HELD_AFTER_MS = 5 * 60_000;

/** [P90] What was agreed on and is due, and is not out. */
function heldBack(jury: Jury, now: Instant): readonly Occasion[] {
  const { release, publishedAt } = jury.verdict;
  if (publishedAt !== null || !release?.agreed || release.at === null || now < release.at + HELD_AFTER_MS) return [];
  const to = membersAs(jury, 'organiser', 'oversight');
  return [{ reason: `${jury.id}/release-held/${release.at}`, to, letter: { kind: 'release-held', at: release.at } }];
}

/** [V113] Once for each vote, also when its close is moved afterwards; a vote that is held again is another one. */
function closingSoon({ id, verdict, seats }: Jury, now: Instant): readonly Occasion[] {
  return [...verdict.ballots, ...verdict.pollBallots].flatMap((ballot): Occasion[] => {
    const { id: of, state, closesAt, remindsAt, heldAgain = [] } = ballot;
    if (state !== 'open' || closesAt === undefined || remindsAt === undefined) return [];
    if (now < remindsAt || now >= closesAt) return [];
    return [
      {
        reason: `${id}/closing/${of}/${heldAgain.length}`,
        to: { kind: 'seats', seats: notYetVoted({ jury: { seats } }, ballot) },
        letter: { kind: 'ballot', ballot: of, closesAt },
        notAfter: closesAt,
      },
    ];
  });
}

/** What the authority owes: each adopted recommendation with the day by which its next entry is due. */
export function owed(
  { charter, verdict, response }: Jury,
  dayAt: (at: Instant) => Day,
): readonly { readonly recommendation: string; readonly day: Day }[] {
  if (verdict.publishedAt === null) return [];
  const respondBy = charter.mandate?.respondBy ?? charter.ends;
  return verdict.recommendations.flatMap(({ id }) => {
    if (ballotOn(verdict, id)?.decision?.outcome !== 'adopted') return [];
    const course = {
      answers: dated(answersTo(response, id), dayAt),
      reports: dated(reportsOn(response, id), dayAt),
      respondBy,
    };
    const { due } = whereItStands(course, respondBy);
    return due === null ? [] : [{ recommendation: id, day: due }];
  });
}

/** [P23] Nobody else: not who has voted, not who is no elector. */
export function yetToVote({ verdict, seats }: Jury, id: string): readonly SeatId[] {
  const ballot = [...verdict.ballots, ...verdict.pollBallots].find((one) => one.id === id);
  if (!ballot || (ballot.state !== 'open' && ballot.state !== 'paused')) return [];
  return notYetVoted({ jury: { seats } }, ballot);
}

/** Whether the letter still says what is so, to this seat, when its turn has come. Letters that were asked for always do. */
export function isStillSo(jury: Jury, letter: Letter, recipient: string, dayAt: (at: Instant) => Day): boolean {
  switch (letter.kind) {
    case 'ballot':
      return yetToVote(jury, letter.ballot).some((seat) => `seat:${seat}` === recipient);
    case 'session':
      return jury.sessions.some((one) => one.id === letter.session && one.state === 'planned');
    case 'session-moved':
      return jury.sessions.some(
        ({ id, state, startsAt }) => id === letter.session && state === 'planned' && startsAt === letter.startsAt,
      );
    case 'release':
    case 'release-held':
      return jury.verdict.publishedAt === null && jury.verdict.release?.at === letter.at;
    case 'due':
      return owed(jury, dayAt).some(({ day }) => day === letter.day);
    case 'complaint': {
      const { complaints, charter } = jury;
      const waits = complaints.some(({ id, answer }) => id === letter.complaint && !answer);
      return waits && charter.members[recipient.slice('account:'.length)] === 'oversight';
    }
    default:
      return true;
  }
}
