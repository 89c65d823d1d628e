/** What is fixed when a vote opens, and when it is to be closed. Closing it stays the returning officer's act. */
import { USUAL_STATEMENT_HOURS } from '../charter/decision-rule.ts';
import type { DecisionRule } from '../charter/decision-rule.ts';
import type { Asked, Rules } from '../context.ts';
import { attendanceOf } from '../deliberation/attendance/attendance.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury } from '../state.ts';
import type { Instant, SeatId } from '../terms.ts';
import type { Opening, Vote } from './ballot.ts';
import { entitled } from './entitlement.ts';
import type { StatementEvent } from './statement.ts';

const HOUR_MS = 60 * 60_000;
/** [V111] The least time from saying it to closing. Milliseconds. */
export const SHORTEST_VOTE_MS = 5 * 60_000;
/** [V113] How long before the close those who have not voted are reminded. Milliseconds. */
export const REMINDED_BEFORE_MS = 24 * HOUR_MS;

export const closingRules: Rules<'plan-closing'> = {
  'plan-closing': ({ ballot: id, closesAt }, asked) => {
    const { ballots, pollBallots } = asked.jury.verdict;
    const ballot = [...ballots, ...pollBallots].find((one) => one.id === id);
    if (!ballot) return refuse('unknown-ballot');
    if (ballot.state !== 'open' && ballot.state !== 'paused') return refuse('ballot-not-open');
    const planned = plannedFor(closesAt, asked.now, ballot);
    return planned.ok ? ok([{ type: 'closing-planned', ballot: id, ...planned.value }]) : planned;
  },
};

type Planned = Required<Pick<Vote<unknown>, 'closesAt'>> & Pick<Vote<unknown>, 'remindsAt'>;

function plannedFor(closesAt: Instant, now: Instant, before?: Vote<unknown>): Result<Planned> {
  if (closesAt < now + SHORTEST_VOTE_MS) return refuse('closing-too-soon');
  if (before?.closesAt !== undefined && closesAt <= before.closesAt) return refuse('closing-not-earlier');
  const remindsAt = closesAt - REMINDED_BEFORE_MS;
  // Once is enough; and who has less than a day knows it without being reminded.
  const reminded = before?.remindsAt !== undefined && before.remindsAt <= now;
  return ok(reminded || remindsAt <= now ? { closesAt } : { closesAt, remindsAt });
}

/** [V8] Rule, electorate and seats are fixed here; [V111] the close may be planned, [V114] those present are counted. */
export function openingOf({ jury, now }: Asked, rule: DecisionRule, closesAt: Instant | undefined): Result<Opening> {
  const electorate = entitled(jury);
  // [V105] A vote in which nobody may vote decides nothing.
  if (electorate.length === 0) return refuse('nobody-entitled');
  const planned = closesAt === undefined ? ok({}) : plannedFor(closesAt, now);
  if (!planned.ok) return planned;
  const fixed = { rule, electorate, seats: jury.charter.seats, ...planned.value };
  if (rule.denominator !== 'present') return ok(fixed);
  const live = jury.sessions.find((session) => session.state === 'live');
  const here = live ? attendanceOf(jury.attendance, live.id).here.seats : [];
  const present = electorate.filter((seat) => here.includes(seat)).length;
  return present > 0 ? ok({ ...fixed, present }) : refuse('nobody-present');
}

/** [V117] With every close of a vote jurors have at least so long to disagree in writing, and are told until when. */
export function usualDeadline({ jury, now }: Asked, rule: DecisionRule): readonly StatementEvent[] {
  const until = now + (rule.statementHours ?? USUAL_STATEMENT_HOURS) * HOUR_MS;
  if (until <= (jury.verdict.statementsUntil ?? 0)) return [];
  return [{ type: 'statement-deadline-set', until, usual: true }];
}

/** [V112] Of those entitled who are still jurors, whose paper is not in the box. */
export const notYetVoted = (
  { jury: { seats } }: { readonly jury: Pick<Jury, 'seats'> },
  { electorate, cast }: Pick<Vote<unknown>, 'electorate' | 'cast'>,
): readonly SeatId[] =>
  activeJurors(seats)
    .map(({ id }) => id)
    .filter((seat) => electorate.includes(seat) && !cast.seats.includes(seat));
