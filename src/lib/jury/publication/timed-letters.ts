/** Letters for which the clock gives reason. */
import { addDays, addMonths } from '../charter/working-days.ts';
import { lapsedCalls } from '../recruitment/calls.ts';
import { placeWaits } from '../recruitment/waiting-places.ts';
import { answersTo, reportsOn } from '../response/response.ts';
import { dated, whereItStands } from '../response/standing.ts';
import type { Jury } from '../state.ts';
import type { Day, Instant, SeatId } from '../terms.ts';
import { notYetVoted } from '../verdict/closing-rules.ts';
import { ballotOn } from '../verdict/verdict.ts';
import { jurorsOf, membersAs } from './letter-kinds.ts';
import type { Occasion } from './letter-kinds.ts';

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
    ...lapsedCalls(jury.seats, now).flatMap((seat) => placeToFill(jury, seat.id)),
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

/** [R27] */
export function placeToFill(jury: Jury, seat: SeatId): readonly Occasion[] {
  if (!placeWaits(jury, seat)) return [];
  const to = membersAs(jury, 'organiser');
  return [{ reason: `${jury.id}/vacancy/${seat}`, to, letter: { kind: 'vacancy', seat } }];
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
