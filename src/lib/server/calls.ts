/** Where a video call is held, told to whoever joins it and to nobody else. */
import { createHmac } from 'node:crypto';
import { mayJoinCall } from '../jury/deliberation/session-call.ts';
import type { Call } from '../jury/deliberation/session-call.ts';
import { isRemoved } from '../jury/deliberation/moderation/moderation.ts';
import { openRound } from '../jury/deliberation/tables/tables.ts';
import type { Jury } from '../jury/jury.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import type { Viewer } from '../jury/view.ts';
import type { Config } from './config.ts';

export interface Meeting {
  readonly session: string;
  /** Left out for the call of all. */
  readonly table?: string | undefined;
}

/**
 * [D77] The address of the call, for whoever may take part in it now.
 * Refuses `unknown-session`, `session-not-live`, `not-allowed`, `removed`, `not-at-table`, `call-address-missing`, `no-call-rooms`.
 */
export function callAddress(
  jury: Jury,
  viewer: Viewer,
  { session: id, table }: Meeting,
  { callOrigin }: Pick<Config, 'callOrigin'>,
): Result<string> {
  const session = jury.sessions.find((one) => one.id === id);
  if (!session) return refuse('unknown-session');
  if (session.state !== 'live') return refuse('session-not-live');
  if (!mayJoinCall(viewer.role)) return refuse('not-allowed');
  if (viewer.seat !== undefined && isRemoved(jury.moderation, id, viewer.seat)) return refuse('removed');
  if (!session.call) return refuse('call-address-missing');
  if (table === undefined) return addressOf(session.call, [jury.id, id], undefined, callOrigin);

  const round = openRound(jury.tables, id);
  const seats = round?.tables.find((one) => one.id === table)?.seats ?? [];
  const sits = viewer.seat !== undefined && seats.includes(viewer.seat);
  if (!round || (viewer.role !== 'facilitator' && !sits)) return refuse('not-at-table');
  return addressOf(session.call, [jury.id, id, round.id, table], Number(table), callOrigin);
}

function addressOf(
  call: Call,
  place: readonly string[],
  table: number | undefined,
  callOrigin: string | null,
): Result<string> {
  if (call.kind === 'link') {
    const address = table === undefined ? call.address : call.tableAddresses?.[table - 1];
    return address === undefined ? refuse('call-address-missing') : ok(address);
  }
  if (callOrigin === null || call.key === undefined) return refuse('no-call-rooms');
  // One name tells nothing of another: whoever knows the room of all cannot find a table's.
  const name = createHmac('sha256', call.key).update(place.join('/')).digest('hex').slice(0, 40);
  return ok(`${callOrigin}/alqa-${name}`);
}
