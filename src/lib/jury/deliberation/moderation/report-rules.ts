/** A juror asks the facilitator to look at words, or others where they are the facilitator's own ([D138]). Nobody else learns of it, and they not from whom. */
import type { Asked, Rules } from '../../context.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import { liveSession } from '../live-session.ts';
import type { Message } from '../room.ts';
import { looksAt } from './moderation.ts';
import { standingMessage } from '../standing-message.ts';
import type { TableMessage } from '../tables/tables.ts';

export const reportRules: Rules<'report-message' | 'leave-message'> = {
  'report-message': ({ message: id, rule }, asked) => {
    const { actor, jury } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const message = reportable(asked, id);
    if (!message.ok) return message;
    const live = liveSession(asked, message.value.session);
    if (!live.ok) return live;
    if (message.value.by === actor.id) return refuse('own-message');
    if (jury.moderation.reports.some((one) => one.message === id && one.seat === actor.id))
      return refuse('already-reported');
    const of = message.value.by === 'facilitator' ? { of: 'facilitator' as const } : {};
    return ok([{ type: 'message-reported', message: id, rule, seat: actor.id, ...of }]);
  },

  'leave-message': ({ message: id }, { jury, role }) => {
    const open = jury.moderation.reports.find((one) => one.message === id && !one.left && looksAt(one, role));
    if (!open) return refuse('not-reported');
    return ok([{ type: 'message-left', message: id, ...(open.of ? { of: open.of } : {}) }]);
  },
};

/** A message that stands and that this juror can read. */
function reportable(asked: Asked, id: string): Result<Pick<Message, 'session' | 'by'>> {
  const { actor, jury } = asked;
  const atTable = jury.tables.talk.find((one) => one.id === id);
  if (!atTable) return standingMessage(asked, id);
  if (actor.kind !== 'seat' || !atTable.to.includes(actor.id)) return refuse('unknown-message');
  if (atTable.hidden) return refuse('already-hidden');
  return ok({ session: sessionOf(asked, atTable), by: atTable.by });
}

const sessionOf = ({ jury }: Asked, { round }: TableMessage): string =>
  jury.tables.rounds.find((one) => one.id === round)?.session ?? '';
