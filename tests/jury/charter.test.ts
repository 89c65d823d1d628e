import { describe, expect, test } from 'vitest';
import { decideFounding } from '../../src/lib/jury/jury.ts';
import { contextOf } from '../support/play.ts';
import {
  AUTHORITY,
  CHARTER,
  ORGANISER,
  RULE,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  refusalOf,
} from '../support/jury.ts';
import type { Actor } from '../support/jury.ts';

const designing = juryAt('designing');
const founding = (actor: Actor, charter: object = {}, mayFound = true) =>
  decideFounding(
    { type: 'create-jury', ...CHARTER, ...charter },
    contextOf([], actor, { present: [], facilitated: false, facts: { mayFound } }).context,
  );

describe('founding', () => {
  test('[C2] whoever founds a jury is its first organiser, and it is being designed', () => {
    const result = founding(ORGANISER);
    expect(result).toEqual({ ok: true, value: [expect.objectContaining({ type: 'jury-created', by: 'Aigerim' })] });
    expect(designing.jury.charter.members['Aigerim']).toBe('organiser');
    expect(designing.jury.charter.stage).toBe('designing');
  });

  test.each([juror(1), { kind: 'witness', id: 'W1' }, { kind: 'public' }] as const)(
    '[C2] %j founds nothing',
    (actor) => {
      expect(founding(actor)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    },
  );

  test('[C2] nor does an account that was not given the right', () => {
    expect(founding(ORGANISER, {}, false)).toEqual({ ok: false, error: { code: 'not-allowed' } });
  });

  test('[C2] an existing jury is not founded again', () => {
    expect(codeOf(designing, ORGANISER, { type: 'create-jury', ...CHARTER })).toBe('not-allowed');
  });

  test.each([0, 1, 14, 26, 100_000])('[C1] a jury of %i is refused', (seats) => {
    expect(founding(ORGANISER, { seats })).toEqual({
      ok: false,
      error: { code: 'seats-out-of-range', params: { min: 15, max: 25 } },
    });
    expect(codeOf(designing, ORGANISER, { type: 'revise-charter', ...CHARTER, seats })).toBe('seats-out-of-range');
  });

  test.each([15, 16, 24, 25])('[C1] a jury of %i is founded', (seats) => {
    expect(founding(ORGANISER, { seats }).ok).toBe(true);
  });

  test('[C3] a jury does not end before it starts, but may last one day', () => {
    expect(founding(ORGANISER, { ends: '2027-02-28' })).toEqual({ ok: false, error: { code: 'dates-out-of-order' } });
    expect(codeOf(designing, ORGANISER, { type: 'revise-charter', ...CHARTER, ends: '2026-12-31' })).toBe(
      'dates-out-of-order',
    );
    expect(founding(ORGANISER, { ends: CHARTER.starts }).ok).toBe(true);
  });
});

describe('decision rule', () => {
  const decide = (rule: object) => ({ type: 'set-decision-rule', ...RULE, ...rule }) as const;

  test.each([
    [{ threshold: { num: 5, den: 4 } }, 'threshold-out-of-range'],
    [{ threshold: { num: 49, den: 100 } }, 'threshold-below-half'],
    [{ threshold: { num: 0, den: 1 } }, 'threshold-below-half'],
    [{ quorum: { num: 5, den: 4 } }, 'quorum-out-of-range'],
    [{ quorum: { num: 1, den: 3 } }, 'quorum-out-of-range'],
    [{ minorityFloor: { num: 0, den: 10 } }, 'minority-floor-out-of-range'],
    [{ minorityFloor: { num: 6, den: 10 } }, 'minority-floor-out-of-range'],
  ] as const)('[C4] %j is refused: %s', (rule, code) => {
    expect(codeOf(designing, ORGANISER, decide(rule))).toBe(code);
  });

  test.each([
    { threshold: { num: 1, den: 2 } },
    { threshold: { num: 1, den: 1 } },
    { quorum: { num: 1, den: 2 } },
    { minorityFloor: { num: 1, den: 2 } },
  ])('[C4] %j is on the edge and stands', (rule) => {
    const set = play(designing, [[ORGANISER, decide(rule)]]);
    expect(set.jury.charter.rule).toMatchObject(rule);
  });
});

describe('mandate', () => {
  const sign = (respondBy: string) => ({ type: 'sign-mandate', statement: 'We shall answer.', respondBy }) as const;

  test('[C5] the authority promises an answer by a day after the jury has ended', () => {
    const signed = play(designing, [[AUTHORITY, sign('2027-04-01')]]);
    expect(signed.jury.charter.mandate).toMatchObject({
      respondBy: '2027-04-01',
      signedBy: 'Akimat',
      statement: { text: 'We shall answer.' },
    });
  });

  test.each([CHARTER.ends, CHARTER.starts, '2026-01-01'])('[C5] an answer by %s comes too early', (respondBy) => {
    expect(codeOf(designing, AUTHORITY, sign(respondBy))).toBe('respond-by-too-early');
  });

  test.each([
    { type: 'revise-charter', ...CHARTER, seats: 24 },
    { type: 'set-decision-rule', ...RULE },
  ] as const)('[C6] $type takes the signature back', (command) => {
    const signed = play(designing, [[AUTHORITY, sign('2027-06-30')]]);
    expect(play(signed, [[ORGANISER, command]]).jury.charter.mandate).toBeNull();
  });

  test('[C7] charter, rule and mandate are fixed once people are invited', () => {
    const inviting = juryAt('inviting');
    expect(refusalOf(inviting, ORGANISER, { type: 'revise-charter', ...CHARTER })).toEqual({
      code: 'wrong-stage',
      params: { stage: 'inviting' },
    });
    expect(codeOf(inviting, ORGANISER, { type: 'set-decision-rule', ...RULE })).toBe('wrong-stage');
    expect(codeOf(inviting, AUTHORITY, sign('2027-06-30'))).toBe('wrong-stage');
  });
});

describe('offices', () => {
  const dismiss = (member: string) => ({ type: 'dismiss-member', member, reason: 'Moved away.' }) as const;

  test('[A5] an appointed member holds one office', () => {
    const appointed = play(designing, [[ORGANISER, { type: 'appoint-member', member: 'Dana', role: 'facilitator' }]]);
    expect(appointed.jury.charter.members['Dana']).toBe('facilitator');
    expect(codeOf(appointed, ORGANISER, { type: 'appoint-member', member: 'Dana', role: 'returning-officer' })).toBe(
      'already-appointed',
    );
  });

  test('[A5] a dismissed member holds none, and may be appointed again', () => {
    const dismissed = play(designing, [[ORGANISER, dismiss('Farida')]]);
    expect(dismissed.jury.charter.members).not.toHaveProperty('Farida');
    expect(codeOf(dismissed, ORGANISER, dismiss('Farida'))).toBe('not-appointed');
    expect(eventsOf(dismissed, ORGANISER, { type: 'appoint-member', member: 'Farida', role: 'observer' })).toHaveLength(
      1,
    );
  });

  test.each(['constructor', '__proto__', 'toString'])('[A5] %s was never appointed', (name) => {
    expect(codeOf(designing, ORGANISER, dismiss(name))).toBe('not-appointed');
  });

  test('[A5] the last organiser stays', () => {
    expect(codeOf(designing, ORGANISER, dismiss('Aigerim'))).toBe('last-organiser');
    const two = play(designing, [[ORGANISER, { type: 'appoint-member', member: 'Dana', role: 'organiser' }]]);
    expect(eventsOf(two, ORGANISER, dismiss('Aigerim'))).toEqual([
      { type: 'member-dismissed', member: 'Aigerim', reason: expect.objectContaining({ text: 'Moved away.' }) },
    ]);
  });
});
