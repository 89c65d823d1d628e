import * as v from 'valibot';
import { expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { recordSchema } from '../../src/lib/jury/publication/record-schema.ts';
import { fixedPart } from '../../src/lib/jury/publication/versions.ts';
import { RELEASE, approve, juryAt, play, vote } from '../support/jury.ts';

test('[P62] the count of the first vote stands beside the second, and in the way of no older hash', () => {
  const tied = vote(juryAt('voting'), 'R1', { for: 10, against: 10 });
  const decided = vote(vote(tied, 'R1', { for: 16, against: 4 }), 'R2', { for: 4, against: 16 });
  const approved = approve(decided, 20);
  const { jury } = play(approved, RELEASE);
  const verdict = publicRecord(jury, {})?.verdict;
  const [first, second] = verdict?.recommendations ?? [];
  expect(first?.ballot).toMatchObject({
    decision: { outcome: 'adopted', counts: { for: 16 } },
    tiedBefore: { outcome: 'tie', counts: { for: 10, against: 10 } },
  });
  expect(second?.ballot).not.toHaveProperty('tiedBefore');
  expect(v.is(recordSchema, JSON.parse(JSON.stringify(publicRecord(jury, {}))))).toBe(true);
  expect(JSON.stringify(verdict && fixedPart(jury.id, verdict))).not.toContain('tiedBefore');
});
