import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewJury } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  ORGANISER,
  START,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  wording,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

/** One exhibit, one answer, one message stand before the jury. */
const room = juryAfter('deliberating');
const request = { type: 'request-fact-check', of: 'E1', claim: 'It costs 40 million.' } as const;
const support = { type: 'support-fact-check', check: 'F1' } as const;
const take = (due?: string) => ({ type: 'take-fact-check', check: 'F1', due }) as const;
const reply = {
  type: 'answer-fact-check',
  check: 'F1',
  finding: 'partly',
  text: '41 million.',
  source: 'Budget',
} as const;
const decline = (rule: 'personal' | 'off-topic') => ({ type: 'decline-fact-check', check: 'F1', rule }) as const;
const asked = play(room, [[juror(1), request]]);
const answered = play(asked, [[ORGANISER, reply]]);
const checkOf = ({ jury }: Played) => jury.evidence.checks[0];

describe('a fact check', () => {
  test('[E51] is asked by a juror about a claim that stands before the jury', () => {
    expect(checkOf(asked)).toMatchObject({ id: 'F1', kind: 'exhibit', of: 'E1', state: 'open', support: { count: 1 } });
    expect(eventsOf(room, juror(1), { ...request, of: 'Q1' })).toMatchObject([{ kind: 'answer' }]);
    expect(eventsOf(room, juror(1), { ...request, of: 'M1' })).toMatchObject([{ kind: 'message' }]);
    expect(codeOf(room, ORGANISER, request)).toBe('not-allowed');
    const later = play(room, [
      [juror(2), { type: 'ask-question', witness: 'W2', text: 'And by tram?' }],
      [FACILITATOR, { type: 'hide-message', message: 'M1', rule: 'off-topic' }],
      [ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }],
    ]);
    for (const of of ['E1', 'Q2', 'M1', 'E9', 'W1'])
      expect(codeOf(later, juror(1), { ...request, of })).toBe('nothing-to-check');
  });

  test('[E51] [E52] is supported once by each, and nobody learns who asked', () => {
    const two = play(asked, [[juror(2), support]]);
    expect(codeOf(two, juror(2), support)).toBe('already-supported');
    expect(codeOf(two, juror(1), support)).toBe('already-supported');
    for (const role of ROLES) {
      const seen = viewJury(two.jury, { role, seat: 'S03' }).evidence?.checks ?? [];
      expect(seen.flatMap((one) => one.support.seats)).toEqual([]);
    }
    expect(viewJury(two.jury, { role: 'juror', seat: 'S01' }).evidence?.checks[0]?.support).toEqual({
      count: 2,
      seats: ['S01'],
    });
  });

  test('[E53] is due in seven days, or by the day that the organiser promises once', () => {
    expect(checkOf(asked)?.due).toBe(new Date(START + 7 * 86_400_000).toISOString().slice(0, 10));
    const taken = play(asked, [[ORGANISER, take('2027-12-31')]]);
    expect(checkOf(taken)).toMatchObject({ state: 'taken', due: '2027-12-31' });
    expect(checkOf(play(asked, [[ORGANISER, take()]]))?.due).toBe(checkOf(asked)?.due);
    expect(codeOf(taken, ORGANISER, take('2028-12-31'))).toBe('check-taken');
    expect(codeOf(asked, ORGANISER, take('2026-12-31'))).toBe('day-is-past');
    expect(codeOf(room, ORGANISER, take())).toBe('unknown-check');
    expect(publicRecord(taken.jury, {})?.factChecks).toEqual({
      owed: [{ id: 'F1', due: '2027-12-31' }],
      declined: 0,
      answered: [],
    });
  });

  test('[E54] once answered it is public and can be cited', () => {
    expect(codeOf(answered, ORGANISER, reply)).toBe('check-closed');
    expect(codeOf(answered, juror(2), support)).toBe('check-closed');
    expect(publicRecord(answered.jury, {})?.factChecks).toMatchObject({
      owed: [],
      answered: [{ id: 'F1', of: 'E1', supported: 1, answer: { finding: 'partly', source: { text: 'Budget' } } }],
    });
    const said = play(room, [
      [juror(1), { ...request, of: 'M1' }],
      [ORGANISER, reply],
    ]);
    expect(publicRecord(said.jury, {})?.factChecks.answered[0]?.of).toBeNull();

    const cites = { type: 'propose-recommendation', ...wording('Run buses', [{ kind: 'check', id: 'F1' }]) } as const;
    const drafting = play(juryAt('drafting'), [[juror(1), request]]);
    expect(codeOf(drafting, juror(1), cites)).toBe('citation-unknown');
    expect(eventsOf(play(drafting, [[ORGANISER, reply]]), juror(1), cites)).toHaveLength(1);
  });

  test('[E55] is declined by a published rule; words about a person are gone', () => {
    const offTopic = play(asked, [[ORGANISER, decline('off-topic')]]);
    expect(checkOf(offTopic)).toMatchObject({
      state: 'declined',
      declined: 'off-topic',
      claim: { text: request.claim },
    });
    expect(codeOf(offTopic, ORGANISER, reply)).toBe('check-closed');
    expect(publicRecord(offTopic.jury, {})?.factChecks).toEqual({ owed: [], declined: 1, answered: [] });
    expect(checkOf(play(asked, [[ORGANISER, decline('personal')]]))?.claim.text).toBeNull();
  });

  test('[E57] is for those in the room', () => {
    const sees = ROLES.filter((role) => viewJury(asked.jury, { role }).evidence?.checks.length === 1);
    expect(sees).toEqual(['organiser', 'facilitator', 'oversight', 'juror', 'alternate']);
  });
});
