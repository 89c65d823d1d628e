/** How long a jury meets. OECD good practice: at least four full days; Jefferson and Oregon practice: not less than 24 hours. */
export const HOURS = { norm: 24, least: 16 } as const;

export const hoursOf = (sessions: readonly { readonly agenda: readonly { readonly minutes: number }[] }[]): number => {
  const minutes = sessions.flatMap((session) => session.agenda).reduce((sum, item) => sum + item.minutes, 0);
  return Math.round(minutes / 6) / 10;
};

export type Enough = 'enough' | 'short' | 'too-short';

export function enoughTime(hours: number): Enough {
  if (hours >= HOURS.norm) return 'enough';
  return hours >= HOURS.least ? 'short' : 'too-short';
}
