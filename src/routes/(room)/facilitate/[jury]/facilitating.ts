import { createContext } from 'svelte';
import type { Jury } from '../../../../lib/jury/state.ts';
import type { LiveJury } from '../../../../lib/live/connection.svelte.ts';

/** What every panel of the console shares. */
export interface Facilitating {
  readonly live: LiveJury;
  readonly jury: Jury;
}

export const [facilitating, setFacilitating] = createContext<Facilitating>();
