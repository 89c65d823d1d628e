/** [D24] How many of those who are here have to be ready: half of them, rounded up. */
export const readyNeeded = (here: number): number => Math.max(1, Math.ceil(here / 2));
