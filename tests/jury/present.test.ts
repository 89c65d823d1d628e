import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideBallot, decideOptions, votesNeeded } from '../../src/lib/jury/charter/decision-rule.ts';
import type { DecisionRule } from '../../src/lib/jury/charter/decision-rule.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { FACILITATOR, OFFICER, RULE, codeOf, juror, juryAt, play, publish, sitting } from '../support/jury.ts';
import type { Step } from '../support/jury.ts';

const SHARES = [
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [1, 1],
] as const;
const rule = ([num, den]: readonly [number, number]): DecisionRule => ({
  ...RULE,
  denominator: 'present',
  threshold: { num, den },
});

/** Every count of a jury of so many seats, with every number of jurors present. */
function* everyCount(seats: number) {
  for (let present = 1; present <= seats; present += 1)
    for (let yes = 0; yes <= seats; yes += 1)
      for (let no = 0; yes + no <= seats; no += 1)
        for (let abstain = 0; yes + no + abstain <= seats; abstain += 1) yield { present, yes, no, abstain };
}

describe('of the jurors present', () => {
  test.each(SHARES)(
    '[V114] %i/%i: adopted exactly when the share is reached, every paper accounted for',
    (...share) => {
      for (const seats of [15, 16, 19])
        for (const { present, yes, no, abstain } of everyCount(seats)) {
          const votes = { for: yes, against: no, abstain };
          const { outcome, base, needed, cast } = decideBallot(rule(share), votes, seats, seats, present);
          const of = Math.max(present, yes + no + abstain);
          const enough = 2 * share[0] === share[1] ? 2 * yes > of : yes * share[1] >= share[0] * of && yes > 0;
          const right = 4 * cast < 3 * seats ? outcome === 'no-quorum' : (outcome === 'adopted') === enough;
          if (!right || base !== of || needed !== votesNeeded(of, { num: share[0], den: share[1] }))
            expect({ seats, present, ...votes, outcome, base, needed }).toBe(share);
          expect(cast).toBe(yes + no + abstain);
        }
    },
  );

  test('[V114] one more for, instead of any other paper or of none, never undoes an adoption, and a minority never adopts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15, max: 25 }).chain((seats) =>
          fc.record({
            seats: fc.constant(seats),
            present: fc.integer({ min: 1, max: seats }),
            yes: fc.nat(seats),
            no: fc.nat(seats),
            abstain: fc.nat(seats),
            share: fc.constantFrom(...SHARES),
          }),
        ),
        ({ seats, present, yes, no, abstain, share }) => {
          fc.pre(yes + no + abstain <= seats);
          const decide = (votes: { for: number; against: number; abstain: number }) =>
            decideBallot(rule(share), votes, seats, seats, present).outcome;
          if (decide({ for: yes, against: no, abstain }) !== 'adopted') return;
          expect(yes).toBeGreaterThan(no);
          if (yes + no + abstain < seats) expect(decide({ for: yes + 1, against: no, abstain })).toBe('adopted');
          if (no > 0) expect(decide({ for: yes + 1, against: no - 1, abstain })).toBe('adopted');
          if (abstain > 0) expect(decide({ for: yes + 1, against: no, abstain: abstain - 1 })).toBe('adopted');
        },
      ),
      { seed: 20270701, numRuns: 10_000 },
    );
  });

  test('[V114] holds for options too', () => {
    const half = rule([1, 2]);
    expect(decideOptions(half, { bus: 9, taxi: 5 }, 1, 20, 20, 16)).toEqual({ base: 16, needed: 9, winner: 'bus' });
    expect(decideOptions(half, { bus: 9, taxi: 8 }, 3, 20, 20, 16)).toEqual({ base: 20, needed: 11, winner: null });
  });
});

describe('a ballot that counts those present', () => {
  const voting = juryAt('voting', { rule: { denominator: 'present' } });
  const open: Step = [OFFICER, { type: 'open-ballot', recommendation: 'R1' }];
  const startsAt = Date.UTC(2027, 2, 20, 12);
  const agenda = [{ title: 'Vote', minutes: 30 }];
  const earlier = voting.jury.sessions.filter(({ state }) => state === 'live');
  const met = play(voting, [
    ...earlier.map(({ id }): Step => [FACILITATOR, { type: 'close-session', session: id }]),
    [FACILITATOR, { type: 'plan-session', title: 'The vote', startsAt, agenda }],
  ]);
  const session = met.jury.sessions.at(-1)?.id ?? '';
  const live = play(met, [[FACILITATOR, { type: 'open-session', session }]]);
  const here = play(
    live,
    sitting(live)
      .slice(0, 16)
      .map((actor): Step => [actor, { type: 'check-in', session }]),
  );

  test('[V114] is opened where somebody is present, and holds how many they were', () => {
    expect(codeOf(met, ...open)).toBe('nobody-present');
    expect(codeOf(live, ...open)).toBe('nobody-present');
    const opened = play(here, [open, [juror(16), { type: 'check-out', session }]]);
    expect(opened.jury.verdict.ballots[0]).toMatchObject({ present: 16 });
    expect(play(juryAt('voting'), [open]).jury.verdict.ballots[0]).not.toHaveProperty('present');
  });

  test('[V114] is decided by that number and published with it', () => {
    const cast = (count: number, from: typeof here): typeof here =>
      play(
        from,
        sitting(from).map((actor, at): Step => {
          const ballot = `B${from.jury.verdict.ballots.length}`;
          return [actor, { type: 'cast-paper', ballot, choice: at < count ? 'for' : 'against' }];
        }),
      );
    const count = (played: typeof here): typeof here => {
      const ballot = `B${played.jury.verdict.ballots.length}`;
      return play(played, [
        [OFFICER, { type: 'close-ballot', ballot }],
        [OFFICER, { type: 'certify-ballot', ballot }],
      ]);
    };
    const first = count(cast(14, play(here, [open])));
    // All twenty voted, so that sixteen is no longer what the share is taken of.
    expect(first.jury.verdict.ballots[0]?.decision).toMatchObject({ base: 20, needed: 14, outcome: 'adopted' });
    const second = count(cast(13, play(first, [[OFFICER, { type: 'open-ballot', recommendation: 'R2' }]])));
    expect(second.jury.verdict.ballots[1]?.decision).toMatchObject({ base: 20, outcome: 'not-adopted' });
    expect(publicRecord(publish(second).jury, {})?.verdict?.recommendations[0]?.ballot).toMatchObject({ present: 16 });
  });
});
