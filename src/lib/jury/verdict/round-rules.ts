/** Asking who can live with a wording. The answers lie in the box until all are there; the journal never holds one. */
import { CONSENT_MARKS } from '../charter/papers.ts';
import type { Tally } from '../charter/papers.ts';
import type { Asked, Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { openRoundOn } from './round.ts';
import type { Round, RoundEvent } from './round.ts';

type RoundCommand = 'open-round' | 'answer-round' | 'close-round' | 'settle-point';

/** Below this many answers a count would point at people. */
export const FEWEST_ANSWERS = 5;

const CANNOT = 'cannot-live-with';

export const roundRules: Rules<RoundCommand> = {
  'open-round': ({ recommendation: id }, { jury }) => {
    const found = jury.verdict.recommendations.find((one) => one.id === id);
    if (!found) return refuse('unknown-recommendation');
    if (found.state !== 'open') return refuse('recommendation-not-open');
    if (openRoundOn(jury.verdict, id)) return refuse('round-open');
    return ok([
      {
        type: 'round-opened',
        round: `C${jury.verdict.rounds.length + 1}`,
        recommendation: id,
        version: found.versions.length,
        electorate: activeJurors(jury.seats).map((seat) => seat.id),
      },
    ]);
  },

  'answer-round': ({ round: id, mark, because }, asked) => {
    const round = openRound(asked, id);
    if (!round.ok) return round;
    const { actor, jury } = asked;
    const { electorate, answered } = round.value;
    if (actor.kind !== 'seat' || !electorate.includes(actor.id)) return refuse('not-an-elector');
    if (answered.seats.includes(actor.id)) return refuse('already-voted');
    if (mark === CANNOT && because === undefined) return refuse('why-missing');
    const paper = mark === CANNOT ? `${mark}\n${because ?? ''}` : mark;
    asked.cast(id, paper);
    const answer = { type: 'round-answered', round: id, seat: actor.id } as const;
    // [V32] Whoever has left since is not waited for.
    const waiting = activeJurors(jury.seats).filter(
      ({ id: seat }) => electorate.includes(seat) && seat !== actor.id && !answered.seats.includes(seat),
    );
    if (waiting.length > 0) return ok([answer]);
    const box = boxOf(asked, id);
    return ok([answer, closing(round.value, { ...box, [paper]: (box[paper] ?? 0) + 1 }, asked)]);
  },

  'close-round': ({ round: id }, asked) => {
    const round = openRound(asked, id);
    if (!round.ok) return round;
    if (round.value.answered.count < FEWEST_ANSWERS) return refuse('too-few-answers', { count: FEWEST_ANSWERS });
    return ok([closing(round.value, boxOf(asked, id), asked)]);
  },

  'settle-point': ({ point: id, how }, { jury, seal }) => {
    const point = jury.verdict.points.find((one) => one.id === id);
    if (!point || point.settled) return refuse('unknown-point');
    return ok([{ type: 'point-settled', point: id, how: seal(how) }]);
  },
};

/** [V33] Other words, other answers: an open round on a recommendation ends without a result. */
export function roundEnded({ jury }: Asked, recommendation: string): readonly RoundEvent[] {
  const round = openRoundOn(jury.verdict, recommendation);
  return round ? [{ type: 'round-abandoned', round: round.id }] : [];
}

function openRound({ jury }: Asked, id: string): Result<Round> {
  const round = jury.verdict.rounds.find((one) => one.id === id);
  if (!round) return refuse('unknown-round');
  return round.state === 'open' ? ok(round) : refuse('round-not-open');
}

function boxOf({ facts: { tally } }: Asked, id: string): Tally {
  if (!tally) throw new Error(`Round ${id} was counted without its papers`);
  return tally;
}

function closing({ id, answered }: Round, box: Tally, { jury, seal }: Asked): RoundEvent {
  const counts: Record<string, number> = Object.fromEntries(CONSENT_MARKS.map((mark) => [mark, 0]));
  const reasons: string[] = [];
  for (const [paper, count] of Object.entries(box)) {
    const [mark = '', ...why] = paper.split('\n');
    counts[mark] = (counts[mark] ?? 0) + count;
    if (mark === CANNOT) reasons.push(...Array<string>(count).fill(why.join('\n')));
  }
  if (Object.values(counts).reduce((sum, count) => sum + count, 0) < answered.count)
    throw new Error(`Round ${id}: fewer papers than answers`);
  const first = jury.verdict.points.length + 1;
  // In an order that tells nothing about who answered when.
  const points = reasons.toSorted().map((text, at) => ({ id: `K${first + at}`, text: seal(text) }));
  return { type: 'round-closed', round: id, counts, points };
}
