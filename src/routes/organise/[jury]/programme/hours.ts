import type { Session } from '$lib/jury/deliberation/sessions.ts';

/** How long a jury meets. OECD good practice: at least four full days; Jefferson and Oregon practice: not less than 24 hours. */
export const HOURS = { norm: 24, least: 16 } as const;

interface Planned {
  /** Left out where nothing of it has been planned yet. */
  readonly state?: Session['state'];
  readonly agenda: readonly { readonly minutes: number }[];
}

export const hoursOf = (sessions: readonly Planned[]): number => {
  const taking = sessions.filter(({ state }) => state !== 'cancelled');
  const minutes = taking.flatMap((session) => session.agenda).reduce((sum, item) => sum + item.minutes, 0);
  return Math.round(minutes / 6) / 10;
};

export type Enough = 'enough' | 'short' | 'too-short';

export function enoughTime(hours: number): Enough {
  if (hours >= HOURS.norm) return 'enough';
  return hours >= HOURS.least ? 'short' : 'too-short';
}
