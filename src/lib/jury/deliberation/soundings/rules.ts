import { isClock } from '../../clock.ts';
import type { Asked, Rules } from '../../context.ts';
import { activeJurors } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { Jury, JuryEvent } from '../../state.ts';
import type { SeatId } from '../../terms.ts';
import { awaited, isHere } from '../here.ts';
import { liveSession } from '../live-session.ts';
import { isMuted } from '../moderation/muting.ts';
import type { SoundingCommand } from './commands.ts';
import { answerUnder, countsIn, writeAnswer } from './answers.ts';
import type { Box } from './answers.ts';
import { mayPut } from './may-put.ts';
import { ANSWERS } from './soundings.ts';
import type { Sounding } from './soundings.ts';

/** [D35] Of fewer answers nothing is told: who said what could be guessed. */
const FEWEST = 5;

/** [D104] So many statements of one juror wait at a time. */
const MOST_WAITING = 3;

export const soundingRules: Rules<SoundingCommand['type']> = {
  'open-sounding': ({ session, kind, text }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { jury, seal } = asked;
    if (!mayPut(asked.jury.soundings, kind)) return refuse('sounding-open');
    const sounding = `Z${jury.soundings.length + 1}`;
    return ok([{ type: 'sounding-opened', sounding, session, kind, text: seal(text) }]);
  },

  'propose-statement': ({ session, text }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, now, seal } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (isMuted(jury, actor.id, now)) return refuse('muted');
    const waiting = jury.moderation.waiting.filter((one) => one.statement && one.seat === actor.id);
    if (waiting.length >= MOST_WAITING) return refuse('statements-enough');
    const words = seal(text);
    // Not a number, as with messages that are held back ([D38]).
    const held = `H${words.sha256.slice(0, 16)}`;
    return ok([{ type: 'message-held', held, session, seat: actor.id, at: now, statement: true, text: words }]);
  },

  'withdraw-statement': ({ held: id }, { actor, jury }) => {
    const held = jury.moderation.waiting.find((one) => one.statement && one.id === id);
    // [W10] Whoever did not propose it does not learn that it waits.
    if (!held || actor.kind !== 'seat' || held.seat !== actor.id) return refuse('unknown-held-message');
    return ok([{ type: 'held-message-settled', held: id, seat: actor.id }]);
  },

  'put-statement': ({ held: id, text }, asked) => {
    const { jury, seal } = asked;
    const held = jury.moderation.waiting.find((one) => one.statement && one.id === id);
    if (!held) return refuse('unknown-held-message');
    const { session, seat, text: proposed } = held;
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    if (!mayPut(jury.soundings, 'statement')) return refuse('sounding-open');
    const words = text === proposed.text ? proposed : seal(text);
    return ok([
      { type: 'held-message-settled', held: id, seat },
      {
        type: 'sounding-opened',
        sounding: `Z${jury.soundings.length + 1}`,
        ...{ session, kind: 'statement', text: words, proposed },
      },
    ]);
  },

  'answer-sounding': ({ sounding: id, answer, code }, asked) => {
    const answering = answerTo(asked, id, answer);
    if (!answering.ok) return answering;
    const { sounding, seat } = answering.value;
    const { answered } = sounding;
    if (answered.seats.includes(seat)) return refuse('already-answered');

    // [D34] What was answered goes into the box, as a ballot's paper does, and nowhere else.
    const slip = writeAnswer(answer, code);
    asked.cast(id, slip);
    const given: JuryEvent = { type: 'sounding-answered', sounding: id, seat };
    const seats = [...answered.seats, seat];
    const silent = hereNow(asked).some((one) => !seats.includes(one));
    const before = asked.facts.answers ?? {};
    const box = { ...before, [slip]: (before[slip] ?? 0) + 1 };
    return ok(silent ? [given] : [given, closed(asked, id, seats, box)]);
  },

  'change-answer': ({ sounding: id, answer, code }, asked) => {
    const answering = answerTo(asked, id, answer);
    if (!answering.ok) return answering;
    if (!answering.value.sounding.answered.seats.includes(answering.value.seat)) return refuse('not-answered-yet');
    if (answerUnder(code, asked.facts.answers ?? {}) === null) return refuse('unknown-answer-code');
    // [D122] The slip before is taken out by whoever keeps the box.
    asked.cast(id, writeAnswer(answer, code));
    return ok([{ type: 'sounding-answer-changed', sounding: id }]);
  },

  'close-sounding': ({ sounding: id }, asked) => {
    const sounding = soundingUnderWay(asked, id);
    if (!sounding.ok) return sounding;
    const { actor, jury, present, facts } = asked;
    if (isClock(actor) && !waitsForNobody(jury, sounding.value, present)) return refuse('not-due');
    return ok([closed(asked, id, sounding.value.answered.seats, facts.answers ?? {})]);
  },
};

/** [D118] Somebody has answered, and so has everybody who is still here. */
export function waitsForNobody(jury: Jury, { session, answered }: Sounding, present: ReadonlySet<SeatId>): boolean {
  return answered.count > 0 && awaited(jury, session, present).every((seat) => answered.seats.includes(seat));
}

const hereNow = ({ jury, present }: Asked): readonly SeatId[] =>
  activeJurors(jury.seats).flatMap(({ id }) => (present.has(id) ? [id] : []));

function closed(asked: Asked, sounding: string, answered: readonly SeatId[], box: Box): JuryEvent {
  const here = new Set([...hereNow(asked), ...answered]).size;
  const counts = countsIn(box);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { type: 'sounding-closed', sounding, counts: all < FEWEST ? null : counts, here };
}

/** A juror who is here and gives one of the answers that there are. */
function answerTo(asked: Asked, id: string, answer: string): Result<{ sounding: Sounding; seat: SeatId }> {
  const sounding = soundingUnderWay(asked, id);
  if (!sounding.ok) return sounding;
  const { actor } = asked;
  if (actor.kind !== 'seat') return refuse('not-allowed');
  if (!isHere(asked, sounding.value.session, actor.id)) return refuse('not-present');
  const answers: readonly string[] = ANSWERS[sounding.value.kind];
  return answers.includes(answer) ? ok({ sounding: sounding.value, seat: actor.id }) : refuse('unknown-answer');
}

function soundingUnderWay(asked: Asked, id: string): Result<Sounding> {
  const sounding = asked.jury.soundings.find((one) => one.id === id);
  if (!sounding) return refuse('unknown-sounding');
  const live = liveSession(asked, sounding.session);
  if (!live.ok) return live;
  return sounding.state === 'open' ? ok(sounding) : refuse('sounding-over');
}
