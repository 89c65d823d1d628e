/**
 * The log of moderation, one line an action, and what follows from it. Everybody reads what was done and by which rule; to whom, and
 * in which words, only those whom [W5] names.
 */
import type { Content, Instant, MemberId, Role, SeatId } from '../../terms.ts';
import type { Quote } from '../room.ts';
import type { TableMessage } from '../tables/tables.ts';
import type { ModerationRule } from './policy.ts';

export const ACTS = [
  'nudge',
  'hold',
  'release',
  'return',
  'request-edit',
  'hide',
  'mute',
  'unmute',
  'remove',
  'readmit',
  'propose-exclusion',
  'drop-exclusion',
  'exclude',
] as const;
export type Act = (typeof ACTS)[number];
export type AppealOutcome = 'upheld' | 'changed';

export interface Appeal {
  readonly at: Instant;
  /** For those who decide and the juror. */
  readonly text?: Content | undefined;
  readonly decided?: { readonly at: Instant; readonly outcome: AppealOutcome; readonly reason: Content | null };
}

export interface Action {
  readonly id: string;
  readonly act: Act;
  readonly at: Instant;
  /** In whose office it was done. */
  readonly office: Role;
  readonly rule?: ModerationRule | null | undefined;
  readonly session?: string | undefined;
  readonly message?: string | undefined;
  /** Whom it concerns. */
  readonly seat?: SeatId | undefined;
  /** Who did it: another person decides an appeal. */
  readonly by?: MemberId | undefined;
  /** What the juror was told with it. */
  readonly words?: Content | undefined;
  readonly appeal?: Appeal | undefined;
  readonly redacted?: { readonly at: Instant; readonly reason: Content } | undefined;
  /** [D137] How a request to change words ended; absent while it is open. */
  readonly closed?: { readonly at: Instant; readonly outcome: EditOutcome } | undefined;
}

/** The author changed the words or keeps them, the facilitator let them be, or they were hidden. */
export type EditOutcome = 'edited' | 'kept' | 'dropped' | 'hidden';

/** A message that waits for approval. */
export interface HeldMessage {
  readonly id: string;
  readonly session: string;
  readonly seat: SeatId;
  readonly at: Instant;
  readonly replyTo?: string | undefined;
  readonly quote?: Quote | undefined;
  /** Written at a table, and who sat there: once let in it is for them alone. */
  readonly table?: Pick<TableMessage, 'round' | 'table' | 'to'> | undefined;
  /** A statement to put to the jury, not a message. */
  readonly statement?: true;
  readonly text: Content;
}

/** A juror wants the facilitator to look at a message. */
export interface Report {
  readonly message: string;
  readonly rule: ModerationRule;
  /** Who; known to nobody else. */
  readonly seat?: SeatId | undefined;
  /** Looked at, and the message left as it is. */
  readonly left: boolean;
  /** [D138] Of the facilitator's own words, which others look at. Absent from older journals. */
  readonly of?: 'facilitator' | undefined;
}

export interface Moderation {
  readonly log: readonly Action[];
  readonly held: readonly SeatId[];
  readonly removed: readonly { readonly seat: SeatId; readonly session: string }[];
  readonly waiting: readonly HeldMessage[];
  readonly reports: readonly Report[];
}

export const NO_MODERATION: Moderation = { log: [], held: [], removed: [], waiting: [], reports: [] };

export type ModerationEvent =
  | ({ readonly type: 'action-logged'; readonly action: string } & Omit<
      Action,
      'id' | 'appeal' | 'redacted' | 'closed'
    >)
  | ({ readonly type: 'edit-request-closed'; readonly action: string; readonly seat: SeatId } & NonNullable<
      Action['closed']
    >)
  | {
      readonly type: 'message-reported';
      readonly message: string;
      readonly rule: ModerationRule;
      readonly seat?: SeatId;
      readonly of?: 'facilitator';
    }
  | { readonly type: 'message-left'; readonly message: string; readonly of?: 'facilitator' }
  | ({ readonly type: 'message-held'; readonly held: string } & Omit<HeldMessage, 'id'>)
  | { readonly type: 'held-message-settled'; readonly held: string; readonly seat: SeatId }
  | {
      readonly type: 'appeal-made';
      readonly action: string;
      readonly act: Act;
      readonly at: Instant;
      readonly seat?: SeatId;
      readonly text?: Content;
    }
  | ({ readonly type: 'appeal-decided'; readonly action: string } & NonNullable<Appeal['decided']>)
  | ({ readonly type: 'action-redacted'; readonly action: string } & NonNullable<Action['redacted']>);

export function evolveModeration(moderation: Moderation, event: ModerationEvent): Moderation {
  const change = (id: string, to: (action: Action) => Action): Moderation => ({
    ...moderation,
    log: moderation.log.map((one) => (one.id === id ? to(one) : one)),
  });
  switch (event.type) {
    case 'action-logged': {
      const { type: _type, action: id, ...done } = event;
      return { ...followed(moderation, event), log: [...moderation.log, { id, ...done }] };
    }
    case 'message-held': {
      const { type: _type, held: id, ...message } = event;
      return { ...moderation, waiting: [...moderation.waiting, { id, ...message }] };
    }
    case 'message-reported': {
      const { message, rule, seat, of } = event;
      const report = { message, rule, ...(seat === undefined ? {} : { seat }), left: false, ...(of ? { of } : {}) };
      return { ...moderation, reports: [...moderation.reports, report] };
    }
    case 'message-left':
      return {
        ...moderation,
        reports: moderation.reports.map((one) =>
          one.message === event.message && one.of === event.of ? { ...one, left: true } : one,
        ),
      };
    case 'edit-request-closed': {
      const { at, outcome } = event;
      return change(event.action, (one) => ({ ...one, closed: { at, outcome } }));
    }
    case 'held-message-settled':
      return { ...moderation, waiting: moderation.waiting.filter(({ id }) => id !== event.held) };
    case 'appeal-made': {
      const { at, text } = event;
      return change(event.action, (one) => ({ ...one, appeal: text === undefined ? { at } : { at, text } }));
    }
    case 'appeal-decided': {
      const { at, outcome, reason } = event;
      return change(event.action, (one) => ({
        ...one,
        ...(one.appeal ? { appeal: { ...one.appeal, decided: { at, outcome, reason } } } : {}),
      }));
    }
    case 'action-redacted': {
      const { at, reason } = event;
      return change(event.action, (one) => redact(one, { at, reason }));
    }
  }
}

/** What an action changes for a juror; nothing for those who are not told which juror. */
function followed(
  { held, removed, reports, ...others }: Moderation,
  { act, seat, session, message }: Pick<Action, 'act' | 'seat' | 'session' | 'message'>,
): Moderation {
  const open =
    act === 'hide'
      ? reports.filter((one) => one.message !== message)
      : act === 'request-edit'
        ? reports.map((one) => (one.message === message ? { ...one, left: true } : one))
        : reports;
  const same = { ...others, held, removed, reports: open };
  if (seat === undefined) return same;
  switch (act) {
    case 'hold':
      return { ...same, held: [...held, seat] };
    case 'release':
      return { ...same, held: held.filter((one) => one !== seat) };
    case 'remove':
      return session === undefined ? same : { ...same, removed: [...removed, { seat, session }] };
    case 'readmit':
      return { ...same, removed: removed.filter((one) => one.seat !== seat || one.session !== session) };
    default:
      return same;
  }
}

/** The words of the line go, the line stays. */
function redact(action: Action, redacted: NonNullable<Action['redacted']>): Action {
  const { appeal } = action;
  return {
    ...action,
    rule: null,
    ...(appeal?.decided ? { appeal: { ...appeal, decided: { ...appeal.decided, reason: null } } } : {}),
    redacted,
  };
}

export const isRemoved = ({ removed }: Moderation, session: string, seat: SeatId): boolean =>
  removed.some((one) => one.seat === seat && one.session === session);

/** [D138] Whoever holds the office whose words they are does not look at a report of them. */
export const looksAt = ({ of }: Pick<Report, 'of'>, role: Role): boolean =>
  of === 'facilitator' ? role === 'organiser' || role === 'oversight' : role === 'facilitator';

/** [D136] The request to change these words that is open; for those who may know of it. */
export const openEditRequest = ({ log }: Moderation, message: string): Action | undefined =>
  log.findLast((one) => one.act === 'request-edit' && one.message === message && !one.closed);

/** The proposal to exclude this juror that nobody has decided yet. */
export function openExclusion({ log }: Moderation, seat: SeatId): Action | undefined {
  const last = log.findLast(
    (one) => one.seat === seat && ['propose-exclusion', 'drop-exclusion', 'exclude'].includes(one.act),
  );
  return last?.act === 'propose-exclusion' ? last : undefined;
}
