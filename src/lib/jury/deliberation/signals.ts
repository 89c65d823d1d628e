/** Silent signals: how many feel what at this moment. Counts for the facilitator and the witness; each juror knows their own. */
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Counted, SeatId } from '../terms.ts';

export const SIGNALS = ['not-understood', 'slow-down', 'see-it-differently', 'agree'] as const;
export type Signal = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<Signal, Counted>>;

export const NO_SIGNALS: Signals = {
  'not-understood': NOBODY,
  'slow-down': NOBODY,
  'see-it-differently': NOBODY,
  agree: NOBODY,
};

export type SignalsEvent =
  | { readonly type: 'signal-given'; readonly session: string; readonly signal: Signal; readonly seat?: SeatId }
  | { readonly type: 'signal-taken-back'; readonly session: string; readonly signal: Signal; readonly seat?: SeatId }
  | { readonly type: 'signals-cleared'; readonly session: string };

export function evolveSignals(signals: Signals, event: SignalsEvent): Signals {
  if (event.type === 'signals-cleared') return NO_SIGNALS;
  const { signal, seat } = event;
  const change = event.type === 'signal-given' ? counted : uncounted;
  return { ...signals, [signal]: change(signals[signal], seat) };
}

export const isQuiet = (signals: Signals): boolean => Object.values(signals).every(({ count }) => count === 0);
