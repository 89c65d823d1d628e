/** Searches what a viewer is shown or told for what they must not see. Knows the rules [W2] to [W9], not how they are kept. */
import { SIGNALS } from '../../src/lib/jury/deliberation/floor-commands.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';

const ANONYMOUS_EVENTS = [
  'question-supported',
  'question-unsupported',
  'suggestion-supported',
  'suggestion-unsupported',
  'round-answered',
  'paper-cast',
  'answer-rated',
  'minority-statement-written',
  'minority-statement-joined',
  'verdict-approved',
  'sounding-answered',
  'survey-answered',
  'ready-marked',
  'ready-unmarked',
  'signal-given',
  'signal-taken-back',
];
const COUNTED = ['support', 'cast', 'joined', 'approvals', 'ready', 'answered', 'raters', ...SIGNALS];

/** What was found, each beginning with its kind; empty when all is well. `hidden` holds the texts that were hidden. */
export function leaksOf(shown: object, viewer: Viewer, hidden: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const mayKnow = (...roles: readonly Viewer['role'][]): boolean => roles.includes(viewer.role);
  const ownCount = (set: object): number =>
    'seats' in set && Array.isArray(set.seats) && set.seats.includes(viewer.seat) ? 1 : 0;
  const others = (seats: unknown): boolean => Array.isArray(seats) && seats.some((seat) => seat !== viewer.seat);

  const look = (key: string, value: unknown, shared = false): void => {
    if (typeof value === 'string' && hidden.has(value)) found.push(`hidden text: ${value}`);
    if (key === 'ticket' && !mayKnow('organiser', 'oversight')) found.push('ticket');
    if (key === 'asker' && value !== viewer.seat && !mayKnow('facilitator')) found.push(`asker ${String(value)}`);
    if (key === 'choice') found.push(`choice ${String(value)}`);
    if (key === 'muted' && others(value) && !mayKnow('facilitator', 'oversight')) found.push('muted');
    if (typeof value !== 'object' || value === null) return;
    if ('to' in value && Array.isArray(value.to) && !value.to.includes(viewer.seat) && !mayKnow('facilitator'))
      if (!shared) found.push('table talk');
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
      if (type.endsWith('muted') && !mayKnow('facilitator', 'oversight')) found.push(`${type} ${String(seat)}`);
    }
    const closed = shared || type === 'tables-closed' || (value as { state?: unknown }).state === 'closed';
    for (const [name, inner] of Object.entries(value)) look(name, inner, closed);
  };

  look('', shown);
  return found;
}

const isAirtime = (value: object): value is { total: number; seats: Record<string, number> } =>
  'total' in value && 'seats' in value && !Array.isArray(value.seats);
