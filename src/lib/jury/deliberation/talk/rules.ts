import type { Asked, Rules } from '../../context.ts';
import { activeJurors } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import { liveSession } from '../live-session.ts';
import { editClosed } from '../moderation/edit-rules.ts';
import { isRemoved, openEditRequest } from '../moderation/moderation.ts';
import { isMuted } from '../moderation/muting.ts';
import type { Action } from '../moderation/moderation.ts';
import type { Contribution, Message } from '../room.ts';
import { standingMessage } from '../standing-message.ts';
import { tableInUse } from '../tables/rules.ts';
import type { TableMessage } from '../tables/tables.ts';
import { writtenTime } from '../written-time.ts';
import type { TalkCommand } from './commands.ts';
import { quoted } from './quoting.ts';
import { EDIT_WINDOW } from './words.ts';

export const talkRules: Rules<TalkCommand['type']> = {
  'post-message': ({ session, text, replyTo, quote, active }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, now, seal } = asked;
    if (actor.kind === 'seat' && isMuted(jury, actor.id, now)) return refuse('muted');
    if (replyTo !== undefined) {
      const answered = standingMessage(asked, replyTo);
      if (!answered.ok) return answered;
    }
    const source = quoted(jury.evidence, quote);
    if (!source.ok) return source;
    const said = { session, at: now, replyTo, ...(source.value ? { quote: source.value } : {}) };
    // [D38] Whoever's messages are held back waits for approval; the facilitator and the author see the words.
    if (actor.kind === 'seat' && jury.moderation.held.includes(actor.id)) {
      const words = seal(text);
      // Not a number: from numbers a juror could tell how many others are held.
      const held = `H${words.sha256.slice(0, 16)}`;
      return ok([{ type: 'message-held', held, seat: actor.id, ...said, text: words }]);
    }
    const by = actor.kind === 'seat' ? actor.id : 'facilitator';
    return ok([
      { type: 'message-posted', message: nextMessage(asked), by, ...said, text: seal(text) },
      ...writtenTime(asked, live.value, text, active),
    ]);
  },

  'edit-message': ({ message: id, text }, asked) => {
    const atTable = asked.jury.tables.talk.find((one) => one.id === id);
    const { actor, jury, now, seal } = asked;
    const request = openEditRequest(jury.moderation, id);
    const message = atTable ? messageAtTable(asked, atTable, request) : messageInTalk(asked, id, request);
    if (!message.ok) return message;
    if (!isAuthor(asked, message.value)) return refuse('not-own-message');
    // [D137] Whoever was asked to change their words may, whatever else stands against their messages.
    if (!request) {
      if (actor.kind === 'seat' && isMuted(jury, actor.id, now)) return refuse('muted');
      // [D49] Else what waits for approval could come in through words that had it.
      if (actor.kind === 'seat' && jury.moderation.held.includes(actor.id)) return refuse('edits-held');
      if (now - message.value.at > EDIT_WINDOW) return refuse('edit-too-late');
    }
    const edited = { message: id, at: now, text: seal(text) };
    const closed = editClosed(asked, id, 'edited');
    // [D91] Told to those who were told the first words.
    if (atTable) return ok([{ type: 'table-message-edited', ...edited, to: atTable.to }, ...closed]);
    return ok([{ type: 'message-edited', ...edited }, ...closed]);
  },

  'react-to-message': ({ message: id, reaction }, asked) => {
    const message = messageInTalk(asked, id);
    if (!message.ok) return message;
    const { actor } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (isAuthor(asked, message.value)) return refuse('own-message');
    if (message.value.reactions?.[reaction]?.seats.includes(actor.id)) return refuse('already-reacted');
    return ok([{ type: 'reaction-given', message: id, reaction, seat: actor.id }]);
  },

  'take-back-reaction': ({ message: id, reaction }, asked) => {
    const message = standingMessage(asked, id);
    if (!message.ok) return message;
    const { actor } = asked;
    if (actor.kind !== 'seat' || !message.value.reactions?.[reaction]?.seats.includes(actor.id))
      return refuse('not-reacted');
    return ok([{ type: 'reaction-taken-back', message: id, reaction, seat: actor.id }]);
  },

  'enter-contribution': ({ session, seat, text }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury, now, seal } = asked;
    if (!activeJurors(jury.seats).some(({ id }) => id === seat)) return refuse('unknown-seat');
    if (isMuted(jury, seat, now)) return refuse('juror-muted');
    if (isRemoved(jury.moderation, session, seat)) return refuse('removed');
    const words = seal(text);
    const contribution = `P${words.sha256.slice(0, 16)}`;
    const scribe = actor.kind === 'member' ? { scribe: actor.id } : {};
    return ok([{ type: 'contribution-entered', contribution, session, seat, at: now, text: words, ...scribe }]);
  },

  'confirm-contribution': ({ contribution: id }, asked) => {
    const entered = unconfirmed(asked, id);
    if (!entered.ok) return entered;
    const { session, seat, at, text, scribe } = entered.value;
    const { actor, jury, now } = asked;
    if (actor.kind === 'member' && actor.id === scribe) return refuse('own-entry');
    if (isMuted(jury, seat, now)) return refuse('juror-muted');
    const message = nextMessage(asked);
    return ok([
      { type: 'contribution-settled', contribution: id, outcome: 'confirmed' },
      { type: 'message-posted', message, session, by: seat, at, text, scribed: true },
    ]);
  },

  'refuse-contribution': ({ contribution: id }, asked) => {
    const entered = unconfirmed(asked, id);
    if (!entered.ok) return entered;
    const { actor } = asked;
    // [D53] Another juror may not take words out of somebody's mouth.
    if (actor.kind === 'seat' && actor.id !== entered.value.seat) return refuse('not-allowed');
    return ok([{ type: 'contribution-settled', contribution: id, outcome: 'refused' }]);
  },
};

const nextMessage = ({ jury }: Asked): string => `M${jury.room.messages.length + 1}`;

/** A message that stands, in a session that is live; one that was asked to be changed, also afterwards ([D137]). */
function messageInTalk(asked: Asked, id: string, request?: Action): Result<Message> {
  const message = standingMessage(asked, id);
  if (!message.ok || request) return message;
  const live = liveSession(asked, message.value.session);
  return live.ok ? message : live;
}

/** [D90] A message that stands, at a table where whoever acts may still speak, unless it was asked to be changed. */
function messageAtTable(asked: Asked, message: TableMessage, request?: Action): Result<TableMessage> {
  const { actor } = asked;
  // [D91] Who did not sit there does not learn that it was said.
  if (actor.kind === 'seat' && !message.to.includes(actor.id)) return refuse('unknown-message');
  if (message.hidden) return refuse('already-hidden');
  if (request) return ok(message);
  const table = tableInUse(asked, message.round, message.table);
  return table.ok ? ok(message) : table;
}

const isAuthor = ({ actor, role }: Asked, { by }: Pick<Message, 'by'>): boolean =>
  actor.kind === 'seat' ? by === actor.id : by === 'facilitator' && role === 'facilitator';

function unconfirmed({ jury }: Asked, id: string): Result<Contribution> {
  const contribution = jury.room.unconfirmed.find((one) => one.id === id);
  return contribution ? ok(contribution) : refuse('unknown-contribution');
}
