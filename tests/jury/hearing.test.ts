import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../src/lib/jury/evidence/ledger.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import {
  EXHIBIT,
  FACILITATOR,
  ORGANISER,
  START,
  WITNESS,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  sitting,
  witness,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const learning = juryAt('learning');
const recordOf = ({ jury }: Played) => publicRecord(jury, {});
const dayFromStart = (days: number): string => new Date(START + days * 86_400_000).toISOString().slice(0, 10);

describe('a handout', () => {
  const until = (day: string, because?: string) => ({ type: 'set-handout-day', witness: 'W1', day, because }) as const;
  const text = { type: 'hand-in-text', witness: 'W1', title: 'Counts of a winter', body: 'Two thousand.' } as const;
  const set = play(learning, [[ORGANISER, until(dayFromStart(10))]]);
  /** The same jury on a later day. */
  const later = (played: Played, days: number): Played => ({
    ...played,
    log: [...played.log, ...Array.from({ length: days * 86_400 }, () => played.log[0] as (typeof played.log)[number])],
  });

  test('[E40] has a day, which is only put off, and with a reason', () => {
    expect(set.jury.evidence.witnesses[0]?.handout).toEqual({ due: dayFromStart(10), extended: [] });
    expect(codeOf(learning, ORGANISER, until(dayFromStart(-1)))).toBe('day-is-past');
    expect(codeOf(set, ORGANISER, until(dayFromStart(9), 'Sooner.'))).toBe('not-an-extension');
    expect(codeOf(set, ORGANISER, until(dayFromStart(10), 'The same.'))).toBe('not-an-extension');
    expect(codeOf(set, ORGANISER, until(dayFromStart(12)))).toBe('extension-unexplained');
    expect(codeOf(set, FACILITATOR, until(dayFromStart(12), 'Ill.'))).toBe('not-allowed');
    const extended = play(set, [[ORGANISER, until(dayFromStart(12), 'Ill.')]]).jury.evidence.witnesses[0]?.handout;
    expect(extended).toMatchObject({
      due: dayFromStart(12),
      extended: [{ from: dayFromStart(10), to: dayFromStart(12), reason: { text: 'Ill.' } }],
    });
  });

  test('[E41] becomes an exhibit of that witness, and of nobody else', () => {
    const handed = play(set, [[witness(1), text]]);
    expect(handed.jury.evidence.exhibits.at(-1)).toMatchObject({
      kind: 'text',
      title: 'Counts of a winter',
      author: WITNESS.affiliation,
      nominatedBy: WITNESS.nominatedBy,
      witness: 'W1',
    });
    expect(codeOf(set, witness(2), text)).toBe('not-allowed');
    expect(codeOf(set, juror(1), text)).toBe('not-allowed');
    expect(eventsOf(set, ORGANISER, text)).toMatchObject([{ type: 'exhibit-added', witness: 'W1' }]);
    const file = { type: 'hand-in-file', witness: 'W1', title: 'Counts', file: 'file-1' } as const;
    expect(eventsOf(set, witness(1), file)).toMatchObject([{ kind: 'file', file: 'file-1', witness: 'W1' }]);
    expect(codeOf(set, witness(1), file, { facts: {} })).toBe('file-not-accepted');
  });

  test('[E42] is refused after its day, until that is put off in public', () => {
    expect(eventsOf(later(set, 10), witness(1), text)).toHaveLength(1);
    const late = later(set, 11);
    expect(codeOf(late, witness(1), text)).toBe('handout-late');
    expect(codeOf(late, ORGANISER, text)).toBe('handout-late');
    const again = play(late, [[ORGANISER, until(dayFromStart(20), 'The post was slow.')]]);
    const handed = play(again, [[witness(1), text]]);
    const told = recordOf(handed);
    expect(told?.witnesses[0]?.handout?.extended).toMatchObject([{ reason: { text: 'The post was slow.' } }]);
    expect(told?.exhibits.at(-1)?.at).toBeGreaterThan(START + 11 * 86_400_000);
  });
});

describe('the balance', () => {
  const place = (item: string, position: 'for' | 'against', planned?: number): Step => [
    ORGANISER,
    { type: 'set-position', item, position, planned },
  ];

  test('[E43] counts by position, by kind and by who put it forward; what nobody said is unsaid', () => {
    const placed = play(learning, [
      place('W1', 'for', 20),
      place('E1', 'against'),
      [ORGANISER, { ...EXHIBIT, position: 'neutral' }],
    ]);
    const { positions, kinds, nominators } = ledgerOf(placed.jury.evidence);
    expect(positions.find((row) => row.position === 'for')).toMatchObject({ witnesses: 1, planned: 20, exhibits: 0 });
    expect(positions.find((row) => row.position === 'against')).toMatchObject({ witnesses: 0, exhibits: 1 });
    expect(positions.find((row) => row.position === 'neutral')).toMatchObject({ exhibits: 1 });
    expect(positions.find((row) => row.position === 'unsaid')).toMatchObject({ witnesses: 1, exhibits: 0 });
    expect(kinds.find((row) => row.kind === 'neutral-expert')?.witnesses).toBe(2);
    expect(nominators.find((row) => row.by === 'jurors')?.witnesses).toBe(2);
    expect(codeOf(learning, ORGANISER, { type: 'set-position', item: 'E9', position: 'for' })).toBe('unknown-exhibit');
    expect(codeOf(learning, FACILITATOR, { type: 'set-position', item: 'E1', position: 'for' })).toBe('not-allowed');
  });

  test('[E44] sums the minutes from each opening to its close, and names the side that gets more than three fifths', () => {
    const opened = (at?: number) =>
      ({ type: 'hearing-opened', witness: 'W1', counts: {}, ...(at ? { at } : {}) }) as const;
    const closed = (at?: number) => ({ type: 'hearing-closed', witness: 'W1', ...(at ? { at } : {}) }) as const;
    const minute = 60_000;
    const placed = play(learning, [place('W1', 'for'), place('W2', 'against', 30)]).jury;
    const heard = [opened(START), closed(START + 20 * minute), opened(START + 60 * minute)].reduce(evolve, placed);
    const minutesFor = (jury: Played['jury']) =>
      ledgerOf(jury.evidence).positions.find((row) => row.position === 'for')?.minutes;
    expect(minutesFor(heard)).toBe(20);
    const after = evolve(heard, closed(START + 85 * minute));
    expect(minutesFor(after)).toBe(45);
    expect(ledgerOf(after.evidence).leansTo).toBeNull();
    expect(ledgerOf(evolve(evolve(after, opened(START)), closed(START + minute)).evidence).leansTo).toBe('for');
    // A journal from before the minutes were counted.
    expect(minutesFor([opened(), closed(START)].reduce(evolve, placed))).toBe(0);
    expect(recordOf({ ...learning, jury: after })?.balance.positions[0]).toMatchObject({
      position: 'for',
      minutes: 45,
    });
  });

  const over = play(learning, [
    [FACILITATOR, { type: 'open-hearing', witness: 'W1' }],
    [FACILITATOR, { type: 'close-hearing', witness: 'W1' }],
  ]);
  const rate = { type: 'rate-balance', witness: 'W1', rating: 'partly' } as const;
  const tell = { type: 'tell-balance', witness: 'W1' } as const;
  const rated = (count: number): Played =>
    play(
      over,
      sitting(over)
        .slice(0, count)
        .map((actor) => [actor, rate]),
    );

  test('[E45] each juror says once whether a hearing that is over was balanced; what they said is in no event', () => {
    expect(codeOf(learning, juror(1), rate)).toBe('hearing-not-over');
    expect(codeOf(over, juror(1), { ...rate, witness: 'W9' })).toBe('unknown-witness');
    const once = rated(1);
    expect(codeOf(once, juror(1), rate)).toBe('already-rated');
    expect(JSON.stringify(once.log)).not.toContain('"partly"');
    expect(once.papers).toEqual([{ ballot: 'balance-W1', choice: 'partly' }]);
    expect(viewJury(once.jury, { role: 'juror', seat: 'S02' }).evidence?.ratings).toMatchObject([
      { raters: { count: 1, seats: [] }, counts: null },
    ]);
  });

  test('[E46] the numbers are told when all have answered or the facilitator closes, never below five', () => {
    const few = play(rated(4), [[FACILITATOR, tell]]);
    expect(few.jury.evidence.ratings).toMatchObject([{ state: 'told', counts: null }]);
    expect(recordOf(few)?.balance.ratings).toEqual([{ witness: 'W1', answered: 4, counts: null }]);
    const five = play(rated(5), [[FACILITATOR, tell]]);
    expect(recordOf(five)?.balance.ratings).toEqual([{ witness: 'W1', answered: 5, counts: { partly: 5 } }]);
    expect(codeOf(five, juror(6), rate)).toBe('balance-told');
    expect(codeOf(five, FACILITATOR, tell)).toBe('balance-told');
    const all = sitting(over).length;
    expect(recordOf(rated(all - 1))?.balance.ratings).toEqual([]);
    expect(rated(all).jury.evidence.ratings).toMatchObject([{ state: 'told', counts: { partly: all } }]);
  });
});
