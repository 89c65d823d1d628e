import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { FloorCommand } from './floor-commands.ts';
import { isHere } from './here.ts';
import { liveSession } from './live-session.ts';
import { isQuiet } from './signals.ts';

export const signalRules: Rules<Extract<FloorCommand['type'], `${string}-signal` | 'clear-signals'>> = {
  'give-signal': ({ session, signal }, asked) => {
    const live = liveSession(asked, session);
    if (!live.ok) return live;
    const { actor, jury } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (!isHere(asked, session, actor.id)) return refuse('not-present');
    if (jury.signals[signal].seats.includes(actor.id)) return refuse('already-signalled');
    return ok([{ type: 'signal-given', session, signal, seat: actor.id }]);
  },

  'take-back-signal': ({ session, signal }, { actor, jury }) => {
    if (actor.kind !== 'seat' || !jury.signals[signal].seats.includes(actor.id)) return refuse('not-signalled');
    return ok([{ type: 'signal-taken-back', session, signal, seat: actor.id }]);
  },

  'clear-signals': ({ session }, { jury }) =>
    isQuiet(jury.signals) ? refuse('not-signalled') : ok([{ type: 'signals-cleared', session }]),
};
