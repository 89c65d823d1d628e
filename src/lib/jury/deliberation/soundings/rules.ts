import type { Asked, Rules } from '../../context.ts';
import { activeJurors } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { JuryEvent } from '../../state.ts';
import { liveSession } from '../live-session.ts';
import { isMuted } from '../moderation/muting.ts';
import type { SoundingCommand } from './commands.ts';
import { ANSWERS, openSounding } from './soundings.ts';
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
    if (openSounding(jury.soundings)) return refuse('sounding-open');
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

  'put-statement': ({ held: id, text }, asked) => {
    const { jury, seal } = asked;
    const held = jury.moderation.waiting.find((one) => one.statement && one.id === id);
    if (!held) return refuse('unknown-held-message');
    const { session, seat, text: proposed } = held;
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    if (openSounding(jury.soundings)) return refuse('sounding-open');
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

  'answer-sounding': ({ sounding: id, answer }, asked) => {
    const sounding = soundingUnderWay(asked, id);
    if (!sounding.ok) return sounding;
    const { actor, facts, present, jury } = asked;
    const { kind, answered } = sounding.value;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (!present.has(actor.id)) return refuse('not-present');
    if (answered.seats.includes(actor.id)) return refuse('already-answered');
    const answers: readonly string[] = ANSWERS[kind];
    if (!answers.includes(answer)) return refuse('unknown-answer');

    // [D34] What was answered goes into the box, as a ballot's paper does, and nowhere else.
    asked.cast(id, answer);
    const given: JuryEvent = { type: 'sounding-answered', sounding: id, seat: actor.id };
    const silent = activeJurors(jury.seats).some(
      (seat) => present.has(seat.id) && seat.id !== actor.id && !answered.seats.includes(seat.id),
    );
    const before = facts.answers ?? {};
    return ok(silent ? [given] : [given, closed(id, { ...before, [answer]: (before[answer] ?? 0) + 1 })]);
  },

  'close-sounding': ({ sounding: id }, asked) => {
    const sounding = soundingUnderWay(asked, id);
    return sounding.ok ? ok([closed(id, asked.facts.answers ?? {})]) : sounding;
  },
};

function closed(sounding: string, answers: Readonly<Record<string, number>>): JuryEvent {
  const all = Object.values(answers).reduce((sum, count) => sum + count, 0);
  return { type: 'sounding-closed', sounding, counts: all < FEWEST ? null : answers };
}

function soundingUnderWay(asked: Asked, id: string): Result<Sounding> {
  const sounding = asked.jury.soundings.find((one) => one.id === id);
  if (!sounding) return refuse('unknown-sounding');
  const live = liveSession(asked, sounding.session);
  if (!live.ok) return live;
  return sounding.state === 'open' ? ok(sounding) : refuse('sounding-over');
}
