/** What still stands of the evidence: exhibits and witnesses that were not withdrawn. */
import type { Asked } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Exhibit, Witness } from './evidence.ts';

export function standingExhibit({ jury }: Asked, id: string): Result<Exhibit> {
  const exhibit = jury.evidence.exhibits.find((one) => one.id === id);
  if (!exhibit) return refuse('unknown-exhibit');
  return exhibit.withdrawn ? refuse('exhibit-withdrawn') : ok(exhibit);
}

export function standingWitness({ jury }: Asked, id: string): Result<Witness> {
  const witness = jury.evidence.witnesses.find((one) => one.id === id);
  if (!witness) return refuse('unknown-witness');
  return witness.withdrawn ? refuse('witness-withdrawn') : ok(witness);
}

/** [E4] A witness speaks for themselves only. */
export function ownWitness(asked: Asked, id: string): Result<Witness> {
  if (asked.actor.kind === 'witness' && asked.actor.id !== id) return refuse('not-allowed');
  return standingWitness(asked, id);
}
