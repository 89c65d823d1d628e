/** Searches what a viewer is shown or told for what they must not see. Knows the rules [W2] to [W14], [W42], [W50], [D103], [E56] and [E57], not how they are kept. */
import { DECLINE_REASONS } from '../../src/lib/jury/recruitment/seats.ts';
import { SIGNALS } from '../../src/lib/jury/deliberation/signals.ts';
import { REACTIONS } from '../../src/lib/jury/deliberation/room.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';

const ANONYMOUS_EVENTS = [
  'exhibit-marked',
  'witness-called',
  'call-signed',
  'balance-rated',
  'fact-check-requested',
  'fact-check-supported',
  'question-supported',
  'question-unsupported',
  'suggestion-supported',
  'suggestion-unsupported',
  'suggestion-doubted',
  'suggestion-undoubted',
  'change-objected',
  'round-answered',
  'paper-cast',
  'answer-rated',
  'outcome-agreed',
  'minority-statement-written',
  'minority-statement-joined',
  'spokesperson-confirmed',
  'verdict-approved',
  'sounding-answered',
  'message-reported',
  'survey-answered',
  'countdown-opposed',
  'extension-answered',
  'ready-marked',
  'ready-unmarked',
  'signal-given',
  'signal-taken-back',
  'reaction-given',
  'reaction-taken-back',
  'minutes-backed',
  'minutes-unbacked',
  'minutes-objected',
];
const COUNTED = [
  'support',
  'against',
  'unsure',
  'objections',
  'signed',
  'cast',
  'joined',
  'agreed',
  'confirmed',
  'approvals',
  'ready',
  'opposed',
  'yes',
  'no',
  'answered',
  'raters',
  'backed',
  'electors',
  ...SIGNALS,
  ...REACTIONS,
];

/** What was found, each beginning with its kind; empty when all is well. `hidden` holds the texts that were hidden. */
export function leaksOf(shown: object, viewer: Viewer, hidden: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const mayKnow = (...roles: readonly Viewer['role'][]): boolean => roles.includes(viewer.role);
  const ownCount = (set: object): number =>
    'seats' in set && Array.isArray(set.seats) && set.seats.includes(viewer.seat) ? 1 : 0;
  const others = (seats: unknown): boolean =>
    Array.isArray(seats) && seats.some((seat) => typeof seat === 'string' && seat !== viewer.seat);

  const look = (key: string, value: unknown, shared = false): void => {
    if (typeof value === 'string' && hidden.has(value)) found.push(`hidden text: ${value}`);
    if (key === 'ticket' && !mayKnow('organiser', 'oversight')) found.push('ticket');
    if (key === 'asker' && value !== viewer.seat && !mayKnow('facilitator')) found.push(`asker ${String(value)}`);
    if (key === 'scribe' && !mayKnow('facilitator', 'organiser', 'oversight')) found.push(`scribe ${String(value)}`);
    if (isNoted(value) && value.seat !== viewer.seat && !mayKnow('facilitator')) found.push('note with a hand');
    if (key === 'choice') found.push(`choice ${String(value)}`);
    if (key === 'box' && Array.isArray(value) && value.length > 0 && !mayKnow('facilitator', 'oversight'))
      found.push('box');
    if (key === 'checks' && Array.isArray(value) && value.length > 0 && mayKnow('witness', 'observer'))
      found.push('fact checks');
    if (key === 'marks' && 'seats' in Object(value) && others(Object.keys((value as { seats: object }).seats)))
      found.push('marks of others');
    if (key === 'why' && typeof value === 'string' && DECLINE_REASONS.includes(value as never))
      if (!mayKnow('organiser', 'oversight')) found.push(`why declined: ${value}`);
    if (key === 'muted' && others(value) && !mayKnow('facilitator', 'oversight')) found.push('muted');
    if (key === 'held' && others(value) && !mayKnow('facilitator', 'oversight')) found.push('held');
    if (typeof value !== 'object' || value === null) return;
    if ('opened' in value && 'id' in value && 'role' in value && value.id !== viewer.seat)
      if (!mayKnow('facilitator', 'organiser')) found.push(`caught up: ${String(value.id)}`);
    if (key === 'muteEnds' && Array.isArray(value) && !mayKnow('facilitator', 'oversight'))
      if (others(value.map((one: { seat: string }) => one.seat))) found.push('muted');
    if (isAction(value)) {
      const { act, seat, by, words, appeal, message, closed } = value;
      const apart = mayKnow('facilitator', 'oversight') || (mayKnow('organiser') && /exclu/.test(act));
      if (by !== undefined && !apart) found.push(`action by ${by}`);
      const asked = act === 'request-edit' && (message !== undefined || closed !== undefined);
      const private_ = asked || seat !== undefined || words !== undefined || appeal?.text !== undefined;
      if (private_ && !apart && (seat === undefined || seat !== viewer.seat)) found.push(`action: ${act}`);
    }
    if ('complainant' in value && !mayKnow('oversight')) {
      const { kind, id } = value.complainant as { kind: string; id?: string };
      if (kind !== 'seat' || id !== viewer.seat) found.push(`complaint of ${kind}`);
      if ('note' in value || Object(value).answer?.note !== undefined) found.push('note on a complaint');
    }
    if (isRequest(value) && value.seat !== viewer.seat) {
      if (!mayKnow(...(TASKS[value.topic] ?? []))) found.push(`help: ${value.topic}`);
    }
    if (key === 'removed' && Array.isArray(value) && !mayKnow('facilitator', 'oversight')) {
      if (others(value.map((one: { seat: string }) => one.seat))) found.push('removed');
    }
    if (key === 'reports' && Array.isArray(value)) {
      // The authority's reports bear that name too.
      const seats = value.flatMap((one: object) => ('rule' in one ? [(one as { seat?: string }).seat] : []));
      const unsigned = value.filter((one: object) => 'rule' in one && !('seat' in one)) as readonly { of?: string }[];
      if (others(seats) || !unsigned.every(({ of }) => mayKnow(...lookersAt(of)))) found.push('reports');
    }
    if (key === 'waiting' && Array.isArray(value) && !mayKnow('facilitator')) {
      if (others(value.map((one: { seat: string }) => one.seat))) found.push('words that wait');
    }
    if (key === 'refused' && Array.isArray(value) && !mayKnow('facilitator', 'oversight')) {
      if (value.some((one: object) => 'text' in one)) found.push('observation that was kept back');
    }
    if (key === 'observations' && !mayKnow('facilitator', 'oversight')) {
      if ((value as { waiting: readonly unknown[] }).waiting.length > 0) found.push('observation that waits');
    }
    if ('to' in value && Array.isArray(value.to) && !value.to.includes(viewer.seat) && !mayKnow('facilitator'))
      if (!shared) found.push('table talk');
    if (['spells', 'people'].includes(key) && Array.isArray(value) && !mayKnow('facilitator', 'organiser'))
      if (others(value.map((one: { seat: string }) => one.seat))) found.push(`attendance by seat: ${key}`);
    if (
      ['came', 'here'].includes(key) &&
      'seats' in value &&
      others(value.seats) &&
      !mayKnow('facilitator', 'organiser')
    )
      found.push('attendance by seat: counted');
    if (key === 'draft' && Object.keys(value).length > 0 && !mayKnow('facilitator')) found.push('draft of minutes');
    if (key === 'objections' && Array.isArray(value))
      if (others(value.map((one: { seat?: string }) => one.seat))) found.push('who objects');
    const counts = SIGNALS.includes(key as never) && 'count' in value ? Number(value.count) : 0;
    if (counts > ownCount(value) && !mayKnow('facilitator', 'witness')) found.push(`signals: ${counts} times ${key}`);
    if (isAirtime(value) && others(Object.keys(value.seats)) && !mayKnow('facilitator')) found.push('airtime by seat');
    const { seats, type, seat } = value as { seats?: unknown; type?: unknown; seat?: unknown };
    if (COUNTED.includes(key) && others(seats)) found.push(`${key}: seats`);
    if (typeof type === 'string' && /^signal-(given|taken-back)$/.test(type)) {
      if (seat !== viewer.seat && !mayKnow('facilitator', 'witness')) found.push(`told of ${type}`);
    }
    if (typeof type === 'string' && seat !== undefined && seat !== viewer.seat) {
      if (ANONYMOUS_EVENTS.includes(type)) found.push(`${type} by ${String(seat)}`);
      if (type === 'airtime-counted' && !mayKnow('facilitator')) found.push(`airtime-counted for ${String(seat)}`);
      if (/^(checked-(in|out)|mode-changed)$/.test(type) && !mayKnow('facilitator', 'organiser')) found.push(type);
      if (type === 'message-held' && !mayKnow('facilitator')) found.push('words that wait');
      if (type.endsWith('muted') && !mayKnow('facilitator', 'oversight')) found.push(`${type} ${String(seat)}`);
    }
    if (type === 'message-left' || (type === 'message-reported' && seat === undefined))
      if (!mayKnow(...lookersAt((value as { of?: string }).of))) found.push(`told of ${type}`);
    if (type === 'edit-request-closed' && seat !== viewer.seat && !mayKnow('facilitator', 'oversight'))
      found.push(`told of ${type}`);
    if (type === 'catch-up-opened' && seat !== viewer.seat && !mayKnow('facilitator', 'organiser'))
      found.push(`told of ${type}`);
    if (type === 'observation-sent' && !mayKnow('facilitator', 'oversight')) found.push('told of an observation');
    const closed = shared || type === 'tables-closed' || (value as { state?: unknown }).state === 'closed';
    for (const [name, inner] of Object.entries(value)) look(name, inner, closed);
  };

  look('', shown);
  return found;
}

/** [D138] */
const lookersAt = (of: string | undefined): readonly Viewer['role'][] =>
  of === 'facilitator' ? ['organiser', 'oversight'] : ['facilitator'];

const TASKS: Readonly<Record<string, readonly Viewer['role'][]>> = {
  technical: ['facilitator', 'organiser'],
  wellbeing: ['facilitator'],
  contact: ['organiser'],
};

/** A turn, or the raising of a hand, with what it will be about. */
const isNoted = (value: unknown): value is { seat: string; note: object } =>
  typeof value === 'object' && value !== null && 'note' in value && 'kind' in value && 'seat' in value;

const isRequest = (value: object): value is { topic: string; seat: string } => 'topic' in value && 'seat' in value;

/** What an amendment calls its act is a text with a hash. */
const isAction = (
  value: object,
): value is {
  act: string;
  seat?: string;
  by?: string;
  words?: object;
  appeal?: { text?: object };
  message?: string;
  closed?: object;
} => 'act' in value && typeof value.act === 'string';

const isAirtime = (value: object): value is { total: number; seats: Record<string, number> } =>
  'total' in value && 'seats' in value && !Array.isArray(value.seats);
