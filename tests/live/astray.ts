/** Who looks on while the lines misbehave, and which of their copies are not what the server would show afresh. */
import { expect } from 'vitest';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { roleOf } from '../../src/lib/jury/permissions.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import type { MemoryLines } from './memory-line.ts';
import type { Seated } from './seated.ts';

/** Everybody who may look: jurors, staff, a witness, an alternate. */
export const lookers = ({ seats, company }: Seated): readonly Actor[] => [
  ...seats.slice(0, 6).map((id): Actor => ({ kind: 'seat', id })),
  { kind: 'seat', id: 'A01' },
  ...Object.values(company),
  { kind: 'witness', id: 'W1' },
];

/** The copies that are not what the server would show. */
export function astray({ clients }: MemoryLines, jury: Jury): readonly Actor[] {
  return clients
    .filter(({ actor }) => roleOf(jury, actor) !== 'public')
    .filter(({ actor, replica }) => !equal(replica.view, viewJury(jury, viewerOf(jury, actor))))
    .map(({ actor }) => actor);
}

const equal = (one: unknown, other: unknown): boolean => {
  try {
    expect(one).toEqual(JSON.parse(JSON.stringify(other)));
    return true;
  } catch {
    // The comparison of vitest throws where the two differ.
    return false;
  }
};
