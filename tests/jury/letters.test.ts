import { describe, expect, test } from 'vitest';
import { isStillSo, occasionsOf, yetToVote } from '../../src/lib/jury/publication/letters.ts';
import { occasionsAt, owed } from '../../src/lib/jury/publication/timed-letters.ts';
import type { Occasion } from '../../src/lib/jury/publication/letter-kinds.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import type { JuryEvent } from '../../src/lib/jury/jury.ts';
import type { Instant } from '../../src/lib/jury/terms.ts';
import {
  AUTHORITY,
  FACILITATOR,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  START_OF_SESSION,
  alternate,
  answer,
  juror,
  juryAfter,
  juryAt,
  play,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const HOUR = 3_600_000;
const dayAt = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
const at = ({ jury }: Played, now: Instant): readonly Occasion[] => occasionsAt(jury, now, dayAt);
const after = (played: Played, type: JuryEvent['type']): readonly Occasion[] => {
  const event = played.log.findLast((entry) => entry.event.type === type)?.event;
  return event ? occasionsOf(played.jury, event) : [];
};
const seatsOf = (occasion: Occasion | undefined) => (occasion?.to.kind === 'seats' ? occasion.to.seats : []);

describe('reminders', () => {
  const voting = juryAt('voting');
  const opened = play(voting, [[OFFICER, { type: 'open-ballot', recommendation: 'R1' }]]);
  const some = play(opened, [
    [juror(1), { type: 'cast-paper', ballot: 'B1', choice: 'for' }],
    [juror(2), { type: 'cast-paper', ballot: 'B1', choice: 'against' }],
    [OFFICER, { type: 'remind-voters', ballot: 'B1' }],
  ]);

  test('[P23] of a vote go to those who have not voted, and to nobody who votes before theirs is sent', () => {
    const [reminder, ...more] = after(some, 'voters-reminded');
    expect(more).toEqual([]);
    expect(seatsOf(reminder)).toHaveLength(18);
    expect(seatsOf(reminder)).not.toContain('S01');
    const letter = { kind: 'ballot', ballot: 'B1' } as const;
    expect(isStillSo(some.jury, letter, 'seat:S03', dayAt)).toBe(true);
    expect(isStillSo(some.jury, letter, 'seat:S01', dayAt)).toBe(false);
    const later = play(some, [[juror(3), { type: 'cast-paper', ballot: 'B1', choice: 'for' }]]);
    expect(isStillSo(later.jury, letter, 'seat:S03', dayAt)).toBe(false);
    expect(yetToVote(later.jury, 'B9')).toEqual([]);
    // A second reminder is a reason of its own.
    const again = play(later, [[OFFICER, { type: 'remind-voters', ballot: 'B1' }]]);
    expect(after(again, 'voters-reminded')[0]?.reason).not.toBe(reminder?.reason);
  });

  test('[P22] of a session come within its last day, once, and not after it has begun', () => {
    const agenda = [{ title: 'Round', minutes: 30 }];
    const plan = { type: 'plan-session', title: 'The first', startsAt: START_OF_SESSION, agenda } as const;
    const planned = play(juryAt('learning'), [[FACILITATOR, plan]]);
    const session = planned.jury.sessions[0]?.id ?? '';
    expect(at(planned, START_OF_SESSION - 25 * HOUR)).toEqual([]);
    const [early] = at(planned, START_OF_SESSION - 24 * HOUR);
    const [late] = at(planned, START_OF_SESSION - HOUR);
    expect(early).toMatchObject({ letter: { kind: 'session', session }, notAfter: START_OF_SESSION });
    expect(late?.reason).toBe(early?.reason);
    expect(at(planned, START_OF_SESSION)).toEqual([]);
    expect(isStillSo(planned.jury, { kind: 'session', session }, 'seat:S01', dayAt)).toBe(true);
    const begun = play(planned, [[FACILITATOR, { type: 'open-session', session }]]);
    expect(isStillSo(begun.jury, { kind: 'session', session }, 'seat:S01', dayAt)).toBe(false);
  });
});

describe('the release', () => {
  const approved = juryAfter('voting');
  const agreed = play(approved, [
    [ORGANISER, { type: 'propose-release', notice: 60, language: 'kk' }],
    [OVERSIGHT, { type: 'agree-release' }],
  ]);

  test('[P22] is told to all jurors when they begin to see it, and not when it was withdrawn', () => {
    const [notice] = after(agreed, 'release-agreed');
    const out = agreed.jury.verdict.release?.at ?? 0;
    expect(seatsOf(notice)).toHaveLength(20);
    expect(notice).toMatchObject({ notBefore: out - HOUR, notAfter: out });
    const letter = { kind: 'release', at: out } as const;
    expect(isStillSo(agreed.jury, letter, 'seat:S01', dayAt)).toBe(true);
    const withdrawn = play(agreed, [[OVERSIGHT, { type: 'withdraw-release', reason: 'A word is wrong.' }]]);
    expect(isStillSo(withdrawn.jury, letter, 'seat:S01', dayAt)).toBe(false);
  });
});

describe('a release that is due', () => {
  const agreed = play(juryAfter('voting'), [
    [ORGANISER, { type: 'propose-release', notice: 0, language: 'kk' }],
    [OVERSIGHT, { type: 'agree-release' }],
  ]);
  const out = agreed.jury.verdict.release?.at ?? 0;
  const held = (played: Played, now: Instant) => at(played, now).filter(({ letter }) => letter.kind === 'release-held');

  test('[P90] and is not out is told to the two, once, and not where it went out or was withdrawn', () => {
    expect(held(agreed, out + 60_000)).toEqual([]);
    const [first] = held(agreed, out + 300_000);
    const members = [ORGANISER, OVERSIGHT].map((one) => (one as { readonly id: string }).id);
    expect(first).toMatchObject({ to: { kind: 'members', members } });
    expect(held(agreed, out + HOUR)[0]?.reason).toBe(first?.reason);
    const letter = { kind: 'release-held', at: out } as const;
    expect(isStillSo(agreed.jury, letter, 'account:Dana', dayAt)).toBe(true);
    const withdrawn = play(agreed, [[OVERSIGHT, { type: 'withdraw-release', reason: 'A name.' }]]);
    expect(isStillSo(withdrawn.jury, letter, 'account:Dana', dayAt)).toBe(false);
    expect(held(withdrawn, out + HOUR)).toEqual([]);
    expect(held(juryAt('published'), out + 1_000 * HOUR)).toEqual([]);
  });
});

describe('what follows the verdict', () => {
  const published = juryAt('published');
  const respondBy = published.jury.charter.mandate?.respondBy ?? '';
  const due = (days: number): Instant => Date.parse(respondBy) + days * 24 * HOUR + 12 * HOUR;
  const dueAt = (played: Played, now: Instant) => at(played, now).filter(({ letter }) => letter.kind === 'due');

  test('[P22] the authority hears of a day that it owes a week before and once when it has passed', () => {
    expect(owed(published.jury, dayAt)).toEqual([{ recommendation: 'R1', day: respondBy }]);
    expect(dueAt(published, due(-8))).toEqual([]);
    const [before] = dueAt(published, due(-7));
    expect(before).toMatchObject({ to: { kind: 'members', members: ['Akimat'] }, letter: { day: respondBy } });
    expect(dueAt(published, due(0))[0]?.reason).toBe(before?.reason);
    const [late] = dueAt(published, due(1));
    expect(late?.reason).not.toBe(before?.reason);
    expect(dueAt(published, due(5))[0]?.reason).toBe(late?.reason);
    expect(dueAt(published, due(60))).toEqual([]);
  });

  test('[P22] and no more of it once it has answered, until its next report', () => {
    const answered = play(published, [[AUTHORITY, answer('R1')]]);
    expect(isStillSo(published.jury, { kind: 'due', day: respondBy }, 'account:Akimat', dayAt)).toBe(true);
    expect(isStillSo(answered.jury, { kind: 'due', day: respondBy }, 'account:Akimat', dayAt)).toBe(false);
    expect(owed(answered.jury, dayAt)[0]?.day).not.toBe(respondBy);
    const refused = play(published, [[AUTHORITY, { ...answer('R1'), position: 'rejected' }]]);
    expect(owed(refused.jury, dayAt)).toEqual([]);
    expect(owed(juryAfter('voting').jury, dayAt)).toEqual([]);
  });

  test('[P25] those who follow hear of the verdict, each answer and each report, each of them once', () => {
    const report = { type: 'report-progress', recommendation: 'R1', text: 'Begun.', correction: false } as const;
    const told = play(published, [
      [AUTHORITY, answer('R1')],
      [AUTHORITY, answer('R1')],
      [AUTHORITY, { type: 'assign-recommendation', recommendation: 'R1', responsible: 'Roads' }],
      [AUTHORITY, { ...report, progress: 'in-development' }],
      [AUTHORITY, { ...report, progress: 'adopted' }],
    ]);
    expect(after(told, 'verdict-published')).toMatchObject([
      { to: { kind: 'followers' }, letter: { kind: 'verdict' } },
    ]);
    const first = play(published, [[AUTHORITY, answer('R1')]]);
    const [one] = after(first, 'recommendation-answered');
    const [two] = after(told, 'recommendation-answered');
    expect(one).toMatchObject({ to: { kind: 'followers' }, letter: { recommendation: 'R1', answer: 1 } });
    expect(two).toMatchObject({ letter: { answer: 2 } });
    expect(two?.reason).not.toBe(one?.reason);
    expect(after(told, 'progress-reported')).toMatchObject([{ letter: { kind: 'report', report: 2 } }]);
    expect(after(told, 'recommendation-assigned')).toEqual([]);
  });

  test('[P51] and of each handover, each correction and the end, each of them once', () => {
    const assign = (responsible: string, because?: string) =>
      [AUTHORITY, { type: 'assign-recommendation', recommendation: 'R1', responsible, because }] as const;
    const named = play(published, [assign('Roads')]);
    expect(after(named, 'recommendation-assigned')).toEqual([]);
    const handed = play(named, [assign('Buses', 'The divisions were merged.')]);
    const [handover] = after(handed, 'recommendation-assigned');
    expect(handover).toMatchObject({
      to: { kind: 'followers' },
      letter: { kind: 'handover', recommendation: 'R1', assignment: 2 },
    });
    const again = play(handed, [assign('Roads', 'And split again.')]);
    expect(after(again, 'recommendation-assigned')[0]?.reason).not.toBe(handover?.reason);

    const proposed = play(published, [[ORGANISER, { type: 'propose-erratum', where: 'R1', note: 'It is 2019.' }]]);
    expect(after(proposed, 'erratum-proposed')).toEqual([]);
    const corrected = play(proposed, [[OVERSIGHT, { type: 'agree-erratum', erratum: 'C1' }]]);
    expect(after(corrected, 'erratum-agreed')).toMatchObject([
      { to: { kind: 'followers' }, letter: { kind: 'erratum', erratum: 'C1' } },
    ]);

    const answered = play(juryAt('responding'), [[AUTHORITY, answer('R1')]]);
    expect(after(answered, 'stage-reached')).toEqual([]);
    const closed = play(answered, [[ORGANISER, { type: 'advance-stage', to: 'closed' }]]);
    expect(after(closed, 'stage-reached')).toMatchObject([{ to: { kind: 'followers' }, letter: { kind: 'closed' } }]);
  });

  test('[P66] and of each later translation, once it stands', () => {
    const words = { title: 'Автобусы', text: 'Пусть ходят.', rationale: 'Люди ездят.' };
    const propose = { type: 'propose-translation', of: 'R1', language: 'ru', ...words } as const;
    const proposed = play(published, [
      [ORGANISER, propose],
      [ORGANISER, propose],
    ]);
    expect(after(proposed, 'translation-proposed')).toEqual([]);
    const dropped = play(proposed, [[OVERSIGHT, { type: 'drop-translation', translation: 'T1' }]]);
    expect(after(dropped, 'translation-dropped')).toEqual([]);
    const agreed = play(dropped, [[OVERSIGHT, { type: 'agree-translation', translation: 'T2' }]]);
    expect(after(agreed, 'translation-agreed')).toMatchObject([
      { to: { kind: 'followers' }, letter: { kind: 'translation', translation: 'T2' } },
    ]);
    const early = play(juryAfter('voting'), [[ORGANISER, { ...propose, type: 'add-translation' }]]);
    expect(after(early, 'translation-added')).toEqual([]);
  });
});

describe('an empty seat', () => {
  const call = { type: 'call-alternate', vacant: 'S02' } as const;
  const vacated = play(juryAt('onboarding'), [[ORGANISER, { type: 'vacate-seat', seat: 'S02', reason: 'left' }]]);
  const called = play(vacated, [[ORGANISER, call]]);
  const ends = (called.jury.seats['A01']?.calledAt ?? 0) + 48 * HOUR;
  const ofVacancy = (played: Played, now: Instant) => at(played, now).filter(({ letter }) => letter.kind === 'vacancy');

  test('[R26] whoever is called is written to once, until they have answered or the call has lapsed', () => {
    const [letter, ...more] = after(called, 'alternate-called');
    expect(more).toEqual([]);
    expect(letter).toEqual({
      reason: 'night-buses/call/A01',
      to: { kind: 'seats', seats: ['A01'] },
      letter: { kind: 'call' },
      notAfter: ends,
    });
    const stillCalled = (played: Played, seat = 'A01') =>
      isStillSo(played.jury, { kind: 'call' }, `seat:${seat}`, dayAt);
    expect(stillCalled(called)).toBe(true);
    expect(stillCalled(called, 'A02')).toBe(false);
    expect(stillCalled(play(called, [[alternate(1), { type: 'accept-seat' }]]))).toBe(false);
    expect(stillCalled(play(called, [[alternate(1), { type: 'decline-seat' }]]))).toBe(false);
  });

  test('[R26] a call in a journal that is older than this rule is not written of', () => {
    const old = { type: 'alternate-called', vacant: 'S02', seat: 'A01' } as const;
    expect(occasionsOf(evolve(vacated.jury, old), old)).toEqual([]);
  });

  test('[R27] the organisers are written to when a seat is declined, until somebody is called to it', () => {
    expect(after(called, 'seat-vacated')).toEqual([]);
    const declined = play(called, [[alternate(1), { type: 'decline-seat', why: 'care' }]]);
    const [letter, ...more] = after(declined, 'seat-vacated');
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      reason: 'night-buses/vacancy/A01',
      to: { kind: 'members', members: ['Aigerim'] },
      letter: { kind: 'vacancy', seat: 'A01' },
    });
    expect(JSON.stringify(letter)).not.toContain('care');
    const waits = (played: Played) =>
      isStillSo(played.jury, { kind: 'vacancy', seat: 'A01' }, 'account:Aigerim', dayAt);
    expect(waits(declined)).toBe(true);
    const next = play(declined, [[ORGANISER, { ...call, vacant: 'A01' }]]);
    expect(waits(next)).toBe(false);
  });

  test('[R27] and when a call has lapsed, once, as long as somebody can still enter', () => {
    expect(ofVacancy(called, ends)).toEqual([]);
    const [letter] = ofVacancy(called, ends + 1);
    expect(letter).toMatchObject({ to: { kind: 'members', members: ['Aigerim'] }, letter: { seat: 'A01' } });
    expect(ofVacancy(called, ends + 24 * HOUR)[0]?.reason).toBe(letter?.reason);
    const drafting = {
      ...called,
      jury: { ...called.jury, charter: { ...called.jury.charter, stage: 'drafting' as const } },
    };
    expect(ofVacancy(drafting, ends + 1)).toEqual([]);
  });
});
