import type { SoundingKind, Soundings } from './soundings.ts';

/** [D123] So many statements are before the jury at a time: a phone shows them one below the other. */
const MOST_OPEN = 5;

/** [D33] [D123] Whether something may be put to the jury now: a temperature check only alone, statements several at a time. */
export function mayPut(soundings: Soundings, kind: SoundingKind): boolean {
  const open = soundings.filter(({ state }) => state === 'open');
  if (kind === 'temperature') return open.length === 0;
  return open.length < MOST_OPEN && open.every((one) => one.kind === 'statement');
}
