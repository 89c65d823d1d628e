import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../src/lib/jury/commands.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { hasCodes, readCoded, writeCoded } from '../../src/lib/jury/verdict/paper-codes.ts';
import { whatNumbersTell } from '../../src/lib/jury/verdict/telling.ts';
import {
  FACILITATOR,
  ORGANISER,
  RULE,
  OFFICER,
  approve,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  publish,
  sitting,
  vote,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const voting = juryAt('voting', { rule: { codes: true } });
const codeFor = (at: number) => `C0DE0000${String(at).padStart(4, '0')}`;
const cast = (choice: string, code?: string, ballot = 'B1') => ({ type: 'cast-paper', ballot, choice, code }) as const;
const close = (ballot = 'B1') => ({ type: 'close-ballot', ballot }) as const;
const certify = (ballot = 'B1') => ({ type: 'certify-ballot', ballot }) as const;
const opened = play(voting, [[OFFICER, { type: 'open-ballot', recommendation: 'R1' }]]);
/** The codes run against the order of the seats, so that order would show. */
const filled = (from: Played, ballot: string): Played =>
  play(
    from,
    sitting(from).map((actor, at): Step => [actor, cast(at < 15 ? 'for' : 'against', codeFor(900 - at), ballot)]),
  );
const closed = play(filled(opened, 'B1'), [[OFFICER, close()]]);
const certified = play(closed, [[OFFICER, certify()]]);

describe('papers with codes', () => {
  test('[V54] are there where the rule says so, and only for marks', () => {
    expect(opened.jury.verdict.ballots[0]?.rule.codes).toBe(true);
    expect(juryAt('voting').jury.charter.rule).not.toHaveProperty('codes');
    expect([hasCodes({}), hasCodes({ codes: true }), hasCodes({ codes: true }, 'one-of')]).toEqual([false, true, true]);
    expect([hasCodes({ codes: true }, 'ranking'), hasCodes({ codes: true }, 'priority')]).toEqual([false, false]);
  });

  test('[V54] are not cast without one, and nobody casts two', () => {
    expect(codeOf(opened, juror(1), cast('for'))).toBe('paper-code-missing');
    const once = play(opened, [[juror(1), cast('for', codeFor(1))]]);
    expect(codeOf(once, juror(1), cast('against', codeFor(2)))).toBe('already-voted');
  });

  test('[V54] the journal has neither code nor choice while the vote goes on, nor ever beside a seat', () => {
    const before = JSON.stringify(closed.log);
    expect(sitting(opened).filter((_, at) => before.includes(codeFor(900 - at)))).toEqual([]);
    const told = certified.log.filter(({ event }) => JSON.stringify(event).includes('C0DE'));
    expect(told.map(({ event, actor }) => [event.type, actor])).toEqual([['ballot-certified', OFFICER]]);
    expect(JSON.stringify(told.map(({ event }) => event))).not.toMatch(/"S\d\d"/);
  });

  test('[V54] where the rule has none, a code that is sent all the same is dropped', () => {
    const plain = play(juryAt('voting'), [[OFFICER, { type: 'open-ballot', recommendation: 'R1' }]]);
    expect(play(plain, [[juror(1), cast('for', codeFor(1))]]).papers).toEqual([{ ballot: 'B1', choice: 'for' }]);
  });

  test('[V55] are counted as ever, and told with the certificate in the order of the codes', () => {
    expect(closed.jury.verdict.ballots[0]).not.toHaveProperty('papers');
    const [ballot] = certified.jury.verdict.ballots;
    expect(ballot?.decision?.counts).toEqual({ for: 15, against: 5, abstain: 0 });
    const codes = ballot?.papers?.map(({ code }) => code) ?? [];
    expect(codes).toHaveLength(20);
    expect(codes).toEqual(codes.toSorted());
    expect(ballot?.papers?.find(({ code }) => code === codeFor(900))).toEqual({ code: codeFor(900), mark: 'for' });
  });

  test('[V55] are in the public record, where the count can be done again', () => {
    const second = play(certified, [[OFFICER, { type: 'open-ballot', recommendation: 'R2' }]]);
    const all = play(filled(second, 'B2'), [
      [OFFICER, close('B2')],
      [OFFICER, certify('B2')],
    ]);
    const recommendations = publicRecord(publish(approve(all, 11)).jury, {})?.verdict?.recommendations ?? [];
    for (const { ballot } of recommendations) {
      const marked = (mark: string) => ballot.papers?.filter((paper) => paper.mark === mark).length;
      expect([marked('for'), marked('against')]).toEqual([ballot.decision.counts.for, ballot.decision.counts.against]);
    }
    expect(recommendations).toHaveLength(2);
  });

  test('[V55] of a vote that is held again the earlier codes are told to nobody', () => {
    const again = play(closed, [[OFFICER, { type: 'reopen-ballot', ballot: 'B1', reason: 'One could not vote.' }]]);
    expect(JSON.stringify(again.jury)).not.toContain('C0DE');
    expect(again.papers.filter(({ ballot }) => ballot === 'B1')).toEqual([]);
  });

  test('[V55] of a question between options too', () => {
    const polled = play(voting, [
      [FACILITATOR, { type: 'write-poll', form: 'one-of', text: 'Who pays?', options: ['All', 'Some'] }],
      [OFFICER, { type: 'open-poll', poll: 'P1' }],
    ]);
    expect(codeOf(polled, juror(1), cast('a'))).toBe('paper-code-missing');
    const done = play(polled, [
      ...sitting(polled).map((actor, at): Step => [actor, cast(at < 12 ? 'a' : 'none', codeFor(at))]),
      [OFFICER, close()],
      [OFFICER, certify()],
    ]);
    expect(done.jury.verdict.pollBallots[0]).toMatchObject({ decision: { votes: { counts: { a: 12, none: 8 } } } });
    expect(done.jury.verdict.pollBallots[0]?.papers).toHaveLength(20);
  });

  test('[V54] rankings go without, and tell no paper', () => {
    const polled = play(voting, [
      [FACILITATOR, { type: 'write-poll', form: 'ranking', text: 'Which first?', options: ['Bus', 'Tram'] }],
      [OFFICER, { type: 'open-poll', poll: 'P1' }],
    ]);
    const done = play(polled, [
      ...sitting(polled).map((actor): Step => [actor, { type: 'cast-ranking', ballot: 'B1', places: { a: 1 } }]),
      [OFFICER, close()],
    ]);
    expect(eventsOf(done, OFFICER, certify())[0]).not.toHaveProperty('papers');
  });
});

describe('a paper that may be changed', () => {
  const rule = { codes: true, changeable: true };
  const change = (choice: string, code = codeFor(1), ballot = 'B1') =>
    ({ type: 'change-paper', ballot, choice, code }) as const;
  const open = play(juryAt('voting', { rule }), [[OFFICER, { type: 'open-ballot', recommendation: 'R1' }]]);
  const voted = play(open, [
    [juror(1), cast('for', codeFor(1))],
    [juror(2), cast('for', codeFor(2))],
  ]);

  test('[V58] needs codes in the rule, and the rule to say so', () => {
    const setRule = { type: 'set-decision-rule', ...RULE, changeable: true } as const;
    expect(codeOf(juryAt('designing'), ORGANISER, setRule)).toBe('change-needs-codes');
    const coded = play(opened, [[juror(1), cast('for', codeFor(1))]]);
    expect(codeOf(coded, juror(1), change('against'))).toBe('paper-is-final');
    const plain = play(juryAt('voting'), [
      [OFFICER, { type: 'open-ballot', recommendation: 'R1' }],
      [juror(1), cast('for')],
    ]);
    expect(codeOf(plain, juror(1), change('against'))).toBe('paper-is-final');
  });

  test('[V58] bears another choice under the same code, and the roll stays as it was', () => {
    const changed = play(voted, [[juror(1), change('against')]]);
    expect(changed.papers.map(({ choice }) => choice).toSorted()).toEqual([
      `against ${codeFor(1)}`,
      `for ${codeFor(2)}`,
    ]);
    expect(changed.jury.verdict.ballots[0]?.cast).toEqual(voted.jury.verdict.ballots[0]?.cast);
    expect(eventsOf(voted, juror(1), change('against'))).toEqual([{ type: 'paper-changed', ballot: 'B1' }]);
  });

  test('[V58] is found by a code that is there, and by nothing else', () => {
    expect(codeOf(voted, juror(1), change('against', codeFor(3)))).toBe('unknown-paper-code');
    expect(codeOf(voted, juror(1), change('for'))).toBe('same-choice');
    expect(codeOf(voted, juror(1), change('perhaps'))).toBe('unknown-choice');
    const twins = play(open, [
      [juror(1), cast('for', codeFor(1))],
      [juror(2), cast('against', codeFor(1))],
    ]);
    expect(codeOf(twins, juror(1), change('abstain'))).toBe('unknown-paper-code');
  });

  test('[V58] is found however the code is typed, and a slip is told as one', () => {
    const typed = (code: string) => v.parse(commandSchema, { ...change('against'), code });
    const code = codeFor(1);
    const lookalikes = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    for (const way of [code, ` ${code.slice(0, 4)}-${code.slice(4)} `, lookalikes])
      expect(eventsOf(voted, juror(1), typed(way))).toEqual([{ type: 'paper-changed', ballot: 'B1' }]);
    for (const slip of ['U', code.slice(1), `${code}0`, '<script>'])
      expect(codeOf(voted, juror(1), typed(slip))).toBe('unknown-paper-code');
    expect(v.safeParse(commandSchema, { ...change('against'), code: '0'.repeat(41) }).success).toBe(false);
  });

  test('[V58] is changed by voters, while the ballot is open', () => {
    expect(codeOf(voted, juror(3), change('against'))).toBe('not-voted-yet');
    expect(codeOf(voted, OFFICER, change('against'))).toBe('not-allowed');
    const paused = play(voted, [[OFFICER, { type: 'pause-ballot', ballot: 'B1', reason: 'The line is down.' }]]);
    expect(codeOf(paused, juror(1), change('against'))).toBe('ballot-paused');
    const over = play(filled(open, 'B1'), [[OFFICER, close()]]);
    expect(codeOf(over, juror(1), change('against', codeFor(900)))).toBe('ballot-not-open');
    expect(codeOf(voted, juror(1), change('against', codeFor(1), 'B9'))).toBe('unknown-ballot');
    const other = play(juryAt('onboarding', { rule }), []);
    expect(codeOf(other, juror(1), change('against'))).toBe('not-allowed');
  });

  test('[V58] whoever came later is not on the roll', () => {
    const without = {
      ...voted,
      jury: {
        ...voted.jury,
        verdict: {
          ...voted.jury.verdict,
          ballots: voted.jury.verdict.ballots.map((one) => ({
            ...one,
            electorate: one.electorate.filter((seat) => seat !== 'S01'),
          })),
        },
      },
    };
    expect(codeOf(without, juror(1), change('against'))).toBe('not-an-elector');
  });
});

test('[V55] what is written is read again; a paper without a code is a box that was tampered with', () => {
  const written = [writeCoded({ code: codeFor(2), mark: 'for' }), writeCoded({ code: codeFor(1), mark: 'live-with' })];
  const read = readCoded(Object.fromEntries(written.map((choice) => [choice, 1])));
  expect(read.tally).toEqual({ for: 1, 'live-with': 1 });
  expect(read.papers.map(({ code }) => code)).toEqual([codeFor(1), codeFor(2)]);
  expect(() => readCoded({ for: 1 })).toThrow('no code');
});

test('[V57] numbers that tell how people voted are known as such', () => {
  expect(whatNumbersTell({ for: 20, against: 0, abstain: 0 })).toBe('everybody');
  expect(whatNumbersTell({ for: 0, against: 12 })).toBe('everybody');
  expect(whatNumbersTell({ for: 19, against: 1 })).toBe('all-but-one');
  expect(whatNumbersTell({ for: 18, against: 2 })).toBeNull();
  expect(whatNumbersTell({ for: 18, against: 1, abstain: 1 })).toBeNull();
  expect(whatNumbersTell({})).toBeNull();
  const all = vote(juryAt('voting'), 'R1', { for: 20 });
  expect(whatNumbersTell(all.jury.verdict.ballots[0]?.decision?.counts ?? {})).toBe('everybody');
});
