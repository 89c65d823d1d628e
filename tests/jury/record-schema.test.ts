import { toJsonSchema } from '@valibot/to-json-schema';
import canonicalize from 'canonicalize';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { recordSchema } from '../../src/lib/jury/publication/record-schema.ts';
import { STAGES } from '../../src/lib/jury/stages.ts';
import { AUTHORITY, FACILITATOR, OFFICER, RELEASE, juryAfter, juryAt, play, sitting, vote } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';
import { followed } from './finishing.ts';

const asRead = ({ jury }: Played): unknown => JSON.parse(canonicalize(publicRecord(jury, {})) as string);

/** A verdict with everything in it that a verdict can have: a scale, a ranking, a vote held again, answers, a handover, reports, ratings. */
function full(): Played {
  const voting = juryAt('voting', { rule: { paper: 'consent' } });
  const opened = play(voting, [
    [OFFICER, { type: 'open-ballot', recommendation: 'R1' }],
    [FACILITATOR, { type: 'write-poll', form: 'ranking', text: 'Which first?', options: ['Bus', 'Tram'] }],
    [FACILITATOR, { type: 'write-poll', form: 'one-of', text: 'Who pays?', options: ['All', 'Some'] }],
    [OFFICER, { type: 'open-poll', poll: 'P1' }],
    [OFFICER, { type: 'open-poll', poll: 'P2' }],
    [OFFICER, { type: 'open-ballot', recommendation: 'R2' }],
  ]);
  const all = (steps: (actor: Step[0]) => Step): readonly Step[] => sitting(opened).map(steps);
  const cast = (ballot: string, choice: string) => all((actor) => [actor, { type: 'cast-paper', ballot, choice }]);
  const close = (ballot: string): Step => [OFFICER, { type: 'close-ballot', ballot }];
  const certify = (ballot: string): Step => [OFFICER, { type: 'certify-ballot', ballot }];
  const again = { type: 'reopen-ballot', ballot: 'B1', reason: 'One could not vote.' } as const;
  const published = play(opened, [
    ...cast('B1', 'lament'),
    close('B1'),
    [OFFICER, again],
    ...cast('B1', 'live-with'),
    ...all((actor) => [actor, { type: 'cast-ranking', ballot: 'B2', places: { b: 1 } }]),
    ...cast('B3', 'a'),
    ...cast('B4', 'cannot-live-with'),
    ...['B2', 'B3', 'B4'].map(close),
    close('B1'),
    ...['B1', 'B2', 'B3', 'B4'].map(certify),
    ...all((actor) => [actor, { type: 'approve-verdict' }]),
    ...RELEASE,
  ]);
  return play(published, [
    ...followed(published, 'R1'),
    [AUTHORITY, { type: 'assign-recommendation', recommendation: 'R1', responsible: 'Trams', because: 'It moved.' }],
  ]);
}

describe('the schema of the record', () => {
  const lives = STAGES.filter((stage) => stage !== 'designing').map((stage) => juryAfter(stage));

  test('describes the record of a jury in every stage, and nothing stands in it that is not described', () => {
    for (const life of lives) expect(v.parse(recordSchema, asRead(life))).toEqual(asRead(life));
  });

  test('describes everything that a verdict can have', () => {
    const record = asRead(full());
    expect(v.parse(recordSchema, record)).toEqual(record);
    const text = JSON.stringify(record);
    for (const part of ['"marks"', '"heldAgain"', '"preferred"', '"votes"', '"reason"', '"partly"', '"certifiedAt"'])
      expect(text).toContain(part);
  });

  test('notices what does not belong', () => {
    const record = asRead(vote(juryAt('voting'), 'R1', { for: 18, against: 2 })) as { charter: object };
    expect(v.safeParse(recordSchema, { ...record, format: 'alqa-record-2' }).success).toBe(false);
    expect(v.safeParse(recordSchema, { ...record, charter: { ...record.charter, seats: '20' } }).success).toBe(false);
  });

  test('can be written as JSON Schema', () => {
    const written = JSON.stringify(toJsonSchema(recordSchema, { errorMode: 'ignore' }));
    expect(written).toContain('Milliseconds since 1970');
    expect(written).not.toContain('undefined');
  });
});
