import { ok } from '../../jury/result.ts';
import type { Config } from '../config.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** Whether rooms for calls can be had is a matter of configuration. */
export const callErrands = ({ callOrigin }: Pick<Config, 'callOrigin'>): Errands => ({
  'set-call': errandFor('set-call', { facts: () => Promise.resolve(ok({ callRooms: callOrigin !== null })) }),
});
