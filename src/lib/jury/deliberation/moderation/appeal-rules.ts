import type { Asked, Rules } from '../../context.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { JuryEvent } from '../../state.ts';
import { LIMIT_OF_APPEAL, isAppealable } from './appealing.ts';
import type { ModerationCommand } from './commands.ts';
import { logged } from './log-action.ts';
import { isRemoved, openExclusion } from './moderation.ts';
import type { Action } from './moderation.ts';
import { isMuted } from './muting.ts';

type AppealCommand = Extract<ModerationCommand, { action: string }>;

export const appealRules: Rules<AppealCommand['type']> = {
  'appeal-action': ({ action: id, text }, asked) => {
    const action = actionOf(asked, id);
    if (!action.ok) return action;
    const { seat, act, at, appeal } = action.value;
    const { actor, now, seal } = asked;
    if (actor.kind !== 'seat' || actor.id !== seat) return refuse('not-allowed');
    if (!isAppealable(act)) return refuse('not-appealable');
    if (appeal) return refuse('already-appealed');
    if (now - at > LIMIT_OF_APPEAL) return refuse('appeal-too-late');
    return ok([{ type: 'appeal-made', action: id, act, at: now, seat, text: seal(text) }]);
  },

  'decide-appeal': ({ action: id, outcome, reason }, asked) => {
    const action = actionOf(asked, id);
    if (!action.ok) return action;
    const { appeal, by } = action.value;
    if (!appeal || appeal.decided) return refuse('appeal-not-open');
    // [D43] Another person decides.
    if (asked.actor.kind === 'member' && asked.actor.id === by) return refuse('own-decision');
    const decided: JuryEvent = {
      type: 'appeal-decided',
      action: id,
      at: asked.now,
      outcome,
      reason: asked.seal(reason),
    };
    return ok(outcome === 'upheld' ? [decided] : [decided, ...undone(asked, action.value)]);
  },

  'redact-action': ({ action: id, reason }, asked) => {
    const action = actionOf(asked, id);
    if (!action.ok) return action;
    if (action.value.redacted) return refuse('already-redacted');
    return ok([{ type: 'action-redacted', action: id, at: asked.now, reason: asked.seal(reason) }]);
  },
};

function actionOf({ jury }: Asked, id: string): Result<Action> {
  const action = jury.moderation.log.find((one) => one.id === id);
  return action ? ok(action) : refuse('unknown-action');
}

/** [D43] What still holds of the action ends. Hidden words are gone: their author may write them again. */
function undone(asked: Asked, { act, seat, session }: Action): readonly JuryEvent[] {
  const { moderation } = asked.jury;
  if (seat === undefined) return [];
  switch (act) {
    case 'hold':
      return moderation.held.includes(seat) ? [logged(asked, 'release', { seat })] : [];
    case 'mute':
      return isMuted(asked.jury, seat, asked.now)
        ? [{ type: 'juror-unmuted', seat }, logged(asked, 'unmute', { seat })]
        : [];
    case 'remove':
      return session !== undefined && isRemoved(moderation, session, seat)
        ? [logged(asked, 'readmit', { seat, session })]
        : [];
    case 'propose-exclusion':
      return openExclusion(moderation, seat) ? [logged(asked, 'drop-exclusion', { seat })] : [];
    default:
      return [];
  }
}
