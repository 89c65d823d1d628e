import type { Asked } from '../../context.ts';
import type { Content, SeatId } from '../../terms.ts';
import type { Act, ModerationEvent } from './moderation.ts';
import type { ModerationRule } from './policy.ts';

interface Particulars {
  readonly seat?: SeatId;
  readonly rule?: ModerationRule;
  readonly session?: string;
  readonly message?: string;
  readonly words?: Content;
}

/** [D36] Every action of moderation leaves its line. */
export function logged(
  { jury, role, actor, now }: Asked,
  act: Act,
  particulars: Particulars,
): Extract<ModerationEvent, { type: 'action-logged' }> {
  return {
    type: 'action-logged',
    action: `L${jury.moderation.log.length + 1}`,
    act,
    at: now,
    office: role,
    ...(actor.kind === 'member' ? { by: actor.id } : {}),
    ...particulars,
  };
}
