import { minorityNeeded } from '../charter/decision-rule.ts';
import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { SeatId } from '../terms.ts';
import { allDecided } from './ballot-keeping-rules.ts';
import { ballotOn } from './verdict.ts';

type StatementCommand =
  'write-minority-statement' | 'join-minority-statement' | 'set-statement-deadline' | 'write-jury-statement';

/** The least time that jurors have from the setting of the end: to read, and to find others. */
export const SHORTEST_DEADLINE_MS = 60 * 60_000;

export const statementRules: Rules<StatementCommand> = {
  'write-minority-statement': ({ recommendation, text }, asked) => {
    const author = mayState(asked, recommendation ?? null);
    if (!author.ok) return author;
    const { seat, needed } = author.value;
    const statement = `N${asked.jury.verdict.statements.length + 1}`;
    const on = recommendation === undefined ? {} : { recommendation };
    return ok([{ type: 'minority-statement-written', statement, ...on, text: asked.seal(text), needed, seat }]);
  },

  'join-minority-statement': ({ statement: id }, asked) => {
    const statement = asked.jury.verdict.statements.find((one) => one.id === id);
    if (!statement) return refuse('unknown-statement');
    const joining = mayState(asked, statement.recommendation);
    if (!joining.ok) return joining;
    const { seat } = joining.value;
    if (statement.joined.seats.includes(seat)) return refuse('already-joined');
    return ok([{ type: 'minority-statement-joined', statement: id, seat }]);
  },

  'set-statement-deadline': ({ until }, asked) => {
    const decided = allDecided(asked);
    if (!decided.ok) return decided;
    const { jury, now } = asked;
    if (jury.verdict.release) return refuse('release-proposed-already');
    if (until < now + SHORTEST_DEADLINE_MS) return refuse('deadline-too-soon');
    if (until < (jury.verdict.statementsUntil ?? 0)) return refuse('deadline-not-shortened');
    return ok([{ type: 'statement-deadline-set', until }]);
  },

  'write-jury-statement': ({ text, base }, asked) => {
    const { jury, actor, now, seal } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const open = stillOpen(asked);
    if (!open.ok) return open;
    const { juryStatement } = jury.verdict;
    if (base !== juryStatement.length) return refuse('statement-changed');
    if (text === undefined && !juryStatement.at(-1)?.text) return refuse('statement-empty');
    const written = text === undefined ? null : seal(text);
    return ok([{ type: 'jury-statement-written', text: written, author: actor.id, at: now }]);
  },
};

/** [V51] What comes too late is told by the clock; nobody closes the door. */
function stillOpen({ jury, now }: Asked): Result<null> {
  const until = jury.verdict.statementsUntil;
  return until !== null && now >= until ? refuse('statements-closed') : ok(null);
}

/** [V16] [V50] Who may state a disagreement, with a recommendation or (null) the whole, and how many must stand behind it. */
function mayState(asked: Asked, on: string | null): Result<{ readonly seat: SeatId; readonly needed: number }> {
  const entitled = on === null ? onTheWhole(asked) : onOne(asked, on);
  if (!entitled.ok) return entitled;
  const { actor } = asked;
  if (actor.kind !== 'seat' || !entitled.value.electorate.includes(actor.id)) return refuse('not-an-elector');
  const open = stillOpen(asked);
  return open.ok ? ok({ seat: actor.id, needed: entitled.value.needed }) : open;
}

type Entitled = Result<{ readonly electorate: readonly SeatId[]; readonly needed: number }>;

function onOne({ jury }: Asked, recommendation: string): Entitled {
  const ballot = ballotOn(jury.verdict, recommendation);
  if (!ballot) return refuse('unknown-recommendation');
  if (ballot.state !== 'closed') return refuse('ballots-open');
  const { electorate, rule } = ballot;
  return ok({ electorate, needed: minorityNeeded(electorate.length, rule.minorityFloor) });
}

function onTheWhole(asked: Asked): Entitled {
  const decided = allDecided(asked);
  if (!decided.ok) return decided;
  const { rule } = asked.jury.charter;
  if (!rule) return refuse('decision-rule-missing');
  const electorate = activeJurors(asked.jury.seats).map((seat) => seat.id);
  return ok({ electorate, needed: minorityNeeded(electorate.length, rule.minorityFloor) });
}
