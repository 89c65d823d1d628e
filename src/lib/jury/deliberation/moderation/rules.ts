import type { Asked, Rules } from '../../context.ts';
import { seatOf } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { SeatId } from '../../terms.ts';
import { leaveFloor } from '../floor-rules.ts';
import { liveSession } from '../live-session.ts';
import { standingMessage } from '../standing-message.ts';
import { appealRules } from './appeal-rules.ts';
import type { ModerationCommand } from './commands.ts';
import { editClosed, editRules } from './edit-rules.ts';
import { exclusionRules } from './exclusion-rules.ts';
import { logged } from './log-action.ts';
import { isRemoved, looksAt } from './moderation.ts';
import type { HeldMessage } from './moderation.ts';
import { endOf, isMuted } from './muting.ts';
import { reportRules } from './report-rules.ts';

export const moderationRules: Rules<ModerationCommand['type']> = {
  ...exclusionRules,
  ...appealRules,
  ...reportRules,
  ...editRules,

  'nudge-juror': ({ session, seat, text }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    if (!isJuror(asked, seat)) return refuse('unknown-seat');
    return ok([logged(asked, 'nudge', { seat, session, words: asked.seal(text) })]);
  },

  'hold-juror': ({ seat, rule }, asked) => {
    if (!isJuror(asked, seat)) return refuse('unknown-seat');
    if (asked.jury.moderation.held.includes(seat)) return refuse('already-held');
    return ok([logged(asked, 'hold', { seat, rule })]);
  },

  'release-juror': ({ seat }, asked) =>
    asked.jury.moderation.held.includes(seat) ? ok([logged(asked, 'release', { seat })]) : refuse('not-held'),

  'approve-message': ({ held }, asked) => {
    const waiting = heldMessage(asked, held);
    if (!waiting.ok) return waiting;
    const { session, seat, at, replyTo, quote, table, text, statement } = waiting.value;
    if (statement) return refuse('unknown-held-message');
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const settled = { type: 'held-message-settled', held, seat } as const;
    if (table) {
      const message = `K${asked.jury.tables.talk.length + 1}`;
      return ok([settled, { type: 'table-message-posted', message, ...table, by: seat, at, text }]);
    }
    const message = `M${asked.jury.room.messages.length + 1}`;
    // An answer to words that were hidden in the meantime stands on its own.
    const answered = replyTo !== undefined && standingMessage(asked, replyTo).ok ? replyTo : undefined;
    return ok([
      settled,
      { type: 'message-posted', message, session, by: seat, at, replyTo: answered, ...(quote ? { quote } : {}), text },
    ]);
  },

  'return-message': ({ held, rule }, asked) => {
    const waiting = heldMessage(asked, held);
    if (!waiting.ok) return waiting;
    const { seat, session, text } = waiting.value;
    return ok([
      { type: 'held-message-settled', held, seat },
      logged(asked, 'return', { seat, session, rule, words: text }),
    ]);
  },

  'hide-message': ({ message, rule }, asked) => {
    const atTable = asked.jury.tables.talk.find((one) => one.id === message);
    if (atTable?.hidden) return refuse('already-hidden');
    const found = atTable ? ok(atTable) : standingMessage(asked, message);
    if (!found.ok) return found;
    const { by } = found.value;
    // [D139] Others than the facilitator hide the facilitator's words, and only those that were reported to them.
    if (asked.role !== 'facilitator' && !isReportedTo(asked, message)) return refuse('not-reported');
    const line = logged(asked, 'hide', { ...(by === 'facilitator' ? {} : { seat: by }), message, rule });
    const hidden = { type: atTable ? 'table-message-hidden' : 'message-hidden', message, rule, at: asked.now } as const;
    return ok([hidden, line, ...editClosed(asked, message, 'hidden')]);
  },

  'mute-juror': ({ seat, rule, lasts }, asked) => {
    if (!isJuror(asked, seat)) return refuse('unknown-seat');
    if (isMuted(asked.jury, seat, asked.now)) return refuse('already-muted');
    const end = endOf(lasts, asked);
    if (!end.ok) return end;
    return ok([{ type: 'juror-muted', seat, rule, ...end.value }, logged(asked, 'mute', { seat, rule })]);
  },

  'unmute-juror': ({ seat }, asked) => {
    if (!isMuted(asked.jury, seat, asked.now)) return refuse('not-muted');
    return ok([{ type: 'juror-unmuted', seat }, logged(asked, 'unmute', { seat })]);
  },

  'remove-juror': ({ session, seat, rule }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    if (!isJuror(asked, seat)) return refuse('unknown-seat');
    if (isRemoved(asked.jury.moderation, session, seat)) return refuse('already-removed');
    return ok([...leaveFloor(asked, session, seat), logged(asked, 'remove', { seat, session, rule })]);
  },

  'readmit-juror': ({ session, seat }, asked) =>
    isRemoved(asked.jury.moderation, session, seat)
      ? ok([logged(asked, 'readmit', { seat, session })])
      : refuse('not-removed'),
};

const isReportedTo = ({ jury, role }: Asked, message: string): boolean =>
  jury.moderation.reports.some((one) => one.message === message && !one.left && looksAt(one, role));

const isJuror = ({ jury }: Asked, seat: SeatId): boolean => seatOf(jury.seats, seat)?.role === 'juror';

function heldMessage({ jury }: Asked, id: string): Result<HeldMessage> {
  const message = jury.moderation.waiting.find((one) => one.id === id);
  return message ? ok(message) : refuse('unknown-held-message');
}
