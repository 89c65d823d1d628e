/**
 * Which letters a jury sends, to whom and why. A letter holds ids only: what it says is looked up when it is sent, so that nothing is told that
 * was erased in the meantime, and no text lies about twice.
 */
import { callEnds } from '../recruitment/calls.ts';
import { seatOf } from '../recruitment/seats.ts';
import { placeWaits } from '../recruitment/waiting-places.ts';
import { answersTo, assignmentsOf, reportsOn } from '../response/response.ts';
import type { Jury, JuryEvent } from '../state.ts';
import type { Day, Instant, SeatId } from '../terms.ts';
import { notYetVoted } from '../verdict/closing-rules.ts';
import { seenByJurorsFrom } from '../verdict/release.ts';
import { jurorsOf, justTo, membersAs } from './letter-kinds.ts';
import type { JuryLetter, Letter, Occasion } from './letter-kinds.ts';
import { owed, placeToFill } from './timed-letters.ts';

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
    case 'alternate-called':
      return calledTo(jury, event);
    case 'seat-vacated':
      return event.reason === 'declined' ? placeToFill(jury, event.seat) : [];
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

/** [R26] */
function calledTo({ id, seats }: Jury, { seat }: { readonly seat: SeatId }): readonly Occasion[] {
  const called = seatOf(seats, seat);
  const ends = called ? callEnds(called) : null;
  if (ends === null) return [];
  return [
    { reason: `${id}/call/${seat}`, to: { kind: 'seats', seats: [seat] }, letter: { kind: 'call' }, notAfter: ends },
  ];
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
    case 'call':
      return Object.values(jury.seats).some((seat) => `seat:${seat.id}` === recipient && callEnds(seat) !== null);
    case 'vacancy':
      return placeWaits(jury, letter.seat);
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
