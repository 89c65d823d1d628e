/** The server's clock as somebody who acts. */
import type { Actor } from './terms.ts';

/**
 * [D83] What happens by itself when its time has come is done by the clock. No account has this id, nobody can be appointed under it, and
 * the clock may do nothing but what the table of commands says.
 */
export const CLOCK: Actor = { kind: 'member', id: 'clock' };

export const isClock = (actor: Actor): boolean => actor.kind === CLOCK.kind && actor.id === CLOCK.id;
