/** Searches what a viewer is shown or told for what they must not see. Knows the rules [W2] to [W6], not how they are kept. */
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
];
const COUNTED = ['support', 'answered', 'raters', 'cast', 'joined', 'approvals'];

/** What was found, each beginning with its kind; empty when all is well. `hidden` holds the texts that were hidden. */
export function leaksOf(shown: object, viewer: Viewer, hidden: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const mayKnow = (...roles: readonly Viewer['role'][]): boolean => roles.includes(viewer.role);
  const others = (seats: unknown): boolean => Array.isArray(seats) && seats.some((seat) => seat !== viewer.seat);

  const look = (key: string, value: unknown): void => {
    if (typeof value === 'string' && hidden.has(value)) found.push(`hidden text: ${value}`);
    if (key === 'ticket' && !mayKnow('organiser', 'oversight')) found.push('ticket');
    if (key === 'asker' && value !== viewer.seat && !mayKnow('facilitator')) found.push(`asker ${String(value)}`);
    if (key === 'choice') found.push(`choice ${String(value)}`);
    if (key === 'muted' && others(value) && !mayKnow('facilitator', 'oversight')) found.push('muted');
    if (typeof value !== 'object' || value === null) return;
    const { seats, type, seat } = value as { seats?: unknown; type?: unknown; seat?: unknown };
    if (COUNTED.includes(key) && others(seats)) found.push(`${key}: seats`);
    if (typeof type === 'string' && seat !== undefined && seat !== viewer.seat) {
      if (ANONYMOUS_EVENTS.includes(type)) found.push(`${type} by ${String(seat)}`);
      if (type.endsWith('muted') && !mayKnow('facilitator', 'oversight')) found.push(`${type} ${String(seat)}`);
    }
    for (const [name, inner] of Object.entries(value)) look(name, inner);
  };

  look('', shown);
  return found;
}
