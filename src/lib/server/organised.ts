import type { RequestEvent } from '@sveltejs/kit';
import type { Jury } from '../jury/jury.ts';
import { roleOf } from '../jury/permissions.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import { actorIn } from './actors.ts';

/** [A7] The jury of this page if whoever asks is its organiser: what lies outside the journal is decided here. */
export async function organisedBy({ locals: { app, principal }, params }: RequestEvent): Promise<Result<Jury>> {
  const standing = await app.juries.standing(params['jury'] ?? '');
  if (!standing) return refuse('unknown-jury');
  const { jury } = standing;
  return roleOf(jury, actorIn(jury.id, principal)) === 'organiser' ? ok(jury) : refuse('not-allowed');
}
