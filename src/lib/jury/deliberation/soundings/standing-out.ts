import type { Sounding } from './soundings.ts';

/** What stands out among the statements of a session, each list with the clearest first. */
export interface StandingOut {
  readonly agreed: readonly Sounding[];
  readonly divided: readonly Sounding[];
  readonly unsure: readonly Sounding[];
}

/** Of those who answered, and of those who were here. Polis shows what almost everybody shares; at this size that is four of five. */
const WIDE = { agreeing: 0.8, turnout: 0.7 };

/**
 * [D125] Of the statements that are over and whose counts are shown: those with which nearly everybody agrees, the one over which the jury is
 * most divided and the one about which most are unsure. The last two only among several; of a tie, all.
 */
export function standingOut(soundings: readonly Sounding[]): StandingOut {
  const told = soundings.filter(({ kind, counts }) => kind === 'statement' && counts !== null);
  const of = ({ counts }: Sounding, answer: string): number => counts?.[answer] ?? 0;
  const all = (one: Sounding): number => of(one, 'agree') + of(one, 'disagree') + of(one, 'unsure');
  const share = (one: Sounding): number => of(one, 'agree') / all(one);
  const most = (measure: (one: Sounding) => number): readonly Sounding[] => {
    const highest = Math.max(0, ...told.map(measure));
    return told.length > 1 && highest > 0 ? told.filter((one) => measure(one) === highest) : [];
  };
  return {
    agreed: told
      .filter((one) => one.here !== undefined && share(one) >= WIDE.agreeing && all(one) >= WIDE.turnout * one.here)
      .toSorted((a, b) => share(b) - share(a)),
    divided: most((one) => Math.min(of(one, 'agree'), of(one, 'disagree'))),
    unsure: most((one) => of(one, 'unsure')),
  };
}
