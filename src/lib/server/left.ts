import type { RequestEvent } from '@sveltejs/kit';
import { actorIn } from './actors.ts';

/** Whether whoever asks for this page was a witness of the jury in its address and is none any more. */
export async function hasLeft({ locals: { app, principal }, params }: RequestEvent): Promise<boolean> {
  const standing = await app.juries.standing(params['jury'] ?? '');
  if (!standing) return false;
  const actor = actorIn(standing.jury.id, principal);
  const { witnesses } = standing.jury.evidence;
  return actor.kind === 'witness' && witnesses.some((one) => one.id === actor.id && one.withdrawn !== undefined);
}
