import type { Asked, Rules } from '../context.ts';
import { seatOf } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { DeliberationCommand } from './commands.ts';
import { floorRules } from './floor-rules.ts';
import { liveSession } from './live-session.ts';
import type { Message } from './room.ts';
import { sessionRules } from './session-rules.ts';
import { signalRules } from './signal-rules.ts';
import { soundingRules } from './soundings/rules.ts';
import { tableRules } from './tables/rules.ts';

export const deliberationRules: Rules<DeliberationCommand['type']> = {
  ...sessionRules,
  ...floorRules,
  ...signalRules,
  ...tableRules,
  ...soundingRules,

  'post-message': ({ session, text, replyTo }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, now, seal } = asked;
    if (actor.kind === 'seat' && jury.room.muted.includes(actor.id)) return refuse('muted');
    if (replyTo !== undefined) {
      const answered = standingMessage(asked, replyTo);
      if (!answered.ok) return answered;
    }
    const by = actor.kind === 'seat' ? actor.id : 'facilitator';
    return ok([
      {
        type: 'message-posted',
        message: `M${jury.room.messages.length + 1}`,
        session,
        by,
        at: now,
        replyTo,
        text: seal(text),
      },
    ]);
  },

  'hide-message': ({ message, rule }, asked) => {
    const { talk } = asked.jury.tables;
    const atTable = talk.find((one) => one.id === message);
    if (atTable?.hidden) return refuse('already-hidden');
    if (atTable) return ok([{ type: 'table-message-hidden', message, rule, at: asked.now }]);
    const found = standingMessage(asked, message);
    return found.ok ? ok([{ type: 'message-hidden', message, rule, at: asked.now }]) : found;
  },

  'mute-juror': ({ seat, rule }, { jury }) => {
    if (seatOf(jury.seats, seat)?.role !== 'juror') return refuse('unknown-seat');
    return jury.room.muted.includes(seat) ? refuse('already-muted') : ok([{ type: 'juror-muted', seat, rule }]);
  },

  'unmute-juror': ({ seat }, { jury }) =>
    jury.room.muted.includes(seat) ? ok([{ type: 'juror-unmuted', seat }]) : refuse('not-muted'),
};

function standingMessage({ jury }: Asked, id: string): Result<Message> {
  const message = jury.room.messages.find((one) => one.id === id);
  if (!message) return refuse('unknown-message');
  return message.hidden ? refuse('already-hidden') : ok(message);
}
