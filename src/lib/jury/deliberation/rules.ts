import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { DeliberationCommand } from './commands.ts';
import { floorRules } from './floor-rules.ts';
import { helpRules } from './help/rules.ts';
import { liveSession } from './live-session.ts';
import { moderationRules } from './moderation/rules.ts';
import { sessionRules } from './session-rules.ts';
import { signalRules } from './signal-rules.ts';
import { soundingRules } from './soundings/rules.ts';
import { standingMessage } from './standing-message.ts';
import { tableRules } from './tables/rules.ts';
import { writtenTime } from './written-time.ts';

export const deliberationRules: Rules<DeliberationCommand['type']> = {
  ...sessionRules,
  ...floorRules,
  ...signalRules,
  ...tableRules,
  ...soundingRules,
  ...moderationRules,
  ...helpRules,

  'post-message': ({ session, text, replyTo, active }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, now, seal } = asked;
    if (actor.kind === 'seat' && jury.room.muted.includes(actor.id)) return refuse('muted');
    if (replyTo !== undefined) {
      const answered = standingMessage(asked, replyTo);
      if (!answered.ok) return answered;
    }
    // [D38] Whoever's messages are held back waits for approval; the facilitator and the author see the words.
    if (actor.kind === 'seat' && jury.moderation.held.includes(actor.id)) {
      const words = seal(text);
      // Not a number: from numbers a juror could tell how many others are held.
      const held = `H${words.sha256.slice(0, 16)}`;
      return ok([{ type: 'message-held', held, session, seat: actor.id, at: now, replyTo, text: words }]);
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
      ...writtenTime(asked, live.value, text, active),
    ]);
  },
};
