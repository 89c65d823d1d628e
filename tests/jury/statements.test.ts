import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { SHORTEST_DEADLINE_MS } from '../../src/lib/jury/verdict/statement-rules.ts';
import {
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  RELEASE,
  START,
  approve,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  publish,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const onTheWhole = (text = 'We fear all of it.') => ({ type: 'write-minority-statement', text }) as const;
const join = (statement = 'N1') => ({ type: 'join-minority-statement', statement }) as const;
const state = (text: string | undefined, base: number) => ({ type: 'write-jury-statement', text, base }) as const;
const nowOf = ({ log }: Played) => START + log.length * 1_000;
const endsAt = (until: number) => ({ type: 'set-statement-deadline', until }) as const;
const later = (played: Played, by: number): Played => ({
  ...played,
  log: [...played.log, ...Array.from({ length: Math.ceil(by / 1_000) }, () => played.log[0] as Played['log'][number])],
});
const verdictOf = ({ jury }: Played) => publicRecord(jury, {})?.verdict;

const voting = juryAt('voting');
const decided = juryAfter('voting');
const carried = play(decided, [
  [juror(1), onTheWhole()],
  [juror(2), join()],
]);

describe('a minority statement on the whole verdict', () => {
  test('[V50] waits until all is decided, and counts for whoever wrote it', () => {
    expect(codeOf(voting, juror(1), onTheWhole())).toBe('ballots-open');
    const [written] = eventsOf(decided, juror(1), onTheWhole());
    expect(written).toMatchObject({ type: 'minority-statement-written', statement: 'N1', needed: 2, seat: 'S01' });
    expect(written).not.toHaveProperty('recommendation');
  });

  test('[V50] is for the jurors alone, each once', () => {
    for (const actor of [ORGANISER, OFFICER, OVERSIGHT])
      expect(codeOf(decided, actor, onTheWhole())).toBe('not-allowed');
    expect(codeOf(carried, juror(2), join())).toBe('already-joined');
  });

  test('[V50] is published with the whole from its floor on, and below it not', () => {
    const below = play(decided, [[juror(1), onTheWhole()]]);
    expect(verdictOf(publish(approve(below, 11)))).not.toHaveProperty('minorityStatements');
    const verdict = verdictOf(publish(approve(carried, 11)));
    expect(verdict?.minorityStatements).toEqual([{ id: 'N1', text: 'We fear all of it.', joined: 2 }]);
    expect(verdict?.recommendations.flatMap((one) => one.minorityStatements)).toEqual([]);
  });

  test('[V50] takes approvals back, written and lifted over its floor', () => {
    expect(play(decided, [[juror(1), onTheWhole()]]).jury.verdict.approvals.count).toBe(0);
  });
});

describe('the end of statements', () => {
  const until = nowOf(decided) + 100 * SHORTEST_DEADLINE_MS;
  const ending = play(carried, [[OFFICER, endsAt(until)]]);

  test('[V51] is set when all is decided, by the returning officer or the organiser', () => {
    expect(codeOf(voting, OFFICER, endsAt(until))).toBe('ballots-open');
    expect(codeOf(decided, juror(1), endsAt(until))).toBe('not-allowed');
    expect(play(decided, [[ORGANISER, endsAt(until)]]).jury.verdict.statementsUntil).toBe(until);
  });

  test('[V51] leaves an hour, and is never earlier than was said', () => {
    expect(codeOf(decided, OFFICER, endsAt(nowOf(decided) + SHORTEST_DEADLINE_MS - 1))).toBe('deadline-too-soon');
    expect(codeOf(ending, OFFICER, endsAt(until - 1))).toBe('deadline-not-shortened');
    expect(play(ending, [[OFFICER, endsAt(until + 1)]]).jury.verdict.statementsUntil).toBe(until + 1);
  });

  test('[V51] is kept by the clock: to write, to join, and for the jury itself', () => {
    const justBefore = later(ending, until - 1_000 - nowOf(ending));
    expect(eventsOf(justBefore, juror(3), join())).toHaveLength(1);
    const over = later(ending, until - nowOf(ending));
    expect(nowOf(over)).toBeGreaterThanOrEqual(until);
    expect(codeOf(over, juror(3), join())).toBe('statements-closed');
    expect(codeOf(over, juror(3), onTheWhole())).toBe('statements-closed');
    expect(codeOf(over, juror(3), { ...onTheWhole(), recommendation: 'R1' })).toBe('statements-closed');
    expect(codeOf(over, juror(3), state('Too late.', 0))).toBe('statements-closed');
  });

  test('[V51] comes before the publication, and does not move once a release is proposed', () => {
    const proposed = play(approve(ending, 11), RELEASE.slice(0, 1));
    expect(codeOf(proposed, OFFICER, endsAt(until + 1))).toBe('release-proposed-already');
    const agreed = play(proposed, RELEASE.slice(1, 2));
    expect(agreed.jury.verdict.release?.at).toBe(until);
    expect(codeOf(agreed, ORGANISER, { type: 'publish-verdict' })).toBe('release-not-due');
  });
});

describe('the statement of the jury', () => {
  const written = play(decided, [[juror(4), state('We came as strangers.', 0)]]);

  test('[V52] any juror writes and rewrites it, and nobody else', () => {
    for (const actor of [ORGANISER, OFFICER, OVERSIGHT])
      expect(codeOf(decided, actor, state('Ours.', 0))).toBe('not-allowed');
    const again = play(written, [[juror(5), state('We came as strangers and left as neighbours.', 1)]]);
    expect(again.jury.verdict.juryStatement.map(({ author }) => author)).toEqual(['S04', 'S05']);
    expect(codeOf(written, juror(5), state('Unseen.', 0))).toBe('statement-changed');
  });

  test('[V52] can be taken out, where there is one', () => {
    expect(codeOf(decided, juror(1), state(undefined, 0))).toBe('statement-empty');
    const out = play(written, [[juror(1), state(undefined, 1)]]);
    expect(verdictOf(publish(approve(out, 11)))).not.toHaveProperty('statement');
  });

  test('[V52] is approved with the verdict, and published first', () => {
    expect(written.jury.verdict.approvals.count).toBe(0);
    expect(verdictOf(publish(approve(written, 11)))?.statement).toEqual({ text: 'We came as strangers.' });
  });
});

describe('who speaks for the jury', () => {
  const offer = (name: string) => ({ type: 'offer-to-speak', name }) as const;
  const confirm = (spokesperson: string) => ({ type: 'confirm-spokesperson', spokesperson }) as const;
  const confirmedBy = (from: Played, seat: string, many: number): Played =>
    play(
      from,
      Array.from({ length: many }, (_, at): Step => [juror(at + 1), confirm(seat)]),
    );
  const offered = play(
    decided,
    [1, 2, 3, 4].map((at): Step => [juror(at), offer(`Name ${at}`)]),
  );
  const names = (played: Played) => verdictOf(publish(played))?.spokespersons;

  test('[V53] nobody does unless they offer and more than half confirm, each once', () => {
    expect(names(decided)).toBeUndefined();
    expect(names(confirmedBy(offered, 'S01', 10))).toBeUndefined();
    expect(names(confirmedBy(offered, 'S01', 11))).toEqual(['Name 1']);
    expect(codeOf(offered, juror(1), offer('Again'))).toBe('already-offered');
    expect(codeOf(offered, juror(1), confirm('S09'))).toBe('unknown-spokesperson');
    expect(codeOf(confirmedBy(offered, 'S01', 1), juror(1), confirm('S01'))).toBe('already-confirmed-speaker');
  });

  test('[V53] three at most', () => {
    const three = ['S01', 'S02', 'S03'].reduce((from, seat) => confirmedBy(from, seat, 11), offered);
    expect(codeOf(three, juror(1), confirm('S04'))).toBe('spokespersons-enough');
    const one = play(three, [[juror(2), { type: 'stop-speaking' }]]);
    expect(names(confirmedBy(one, 'S04', 11))).toEqual(['Name 1', 'Name 3', 'Name 4']);
  });

  test('[V53] it is taken back at any time, and does not outlast the juror', () => {
    const published = publish(confirmedBy(offered, 'S01', 11));
    const silent = play(published, [[juror(1), { type: 'stop-speaking' }]]);
    expect(verdictOf(silent)).not.toHaveProperty('spokespersons');
    expect(codeOf(silent, juror(1), { type: 'stop-speaking' })).toBe('unknown-spokesperson');
    const left = play(confirmedBy(offered, 'S01', 11), [
      [ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }],
    ]);
    expect(names(left)).toBeUndefined();
  });

  test('[V53] the journal holds the name as a salted hash only', () => {
    const [event] = eventsOf(decided, juror(9), offer('Aru'));
    expect(event).toMatchObject({ spokesperson: 'S09', name: { text: 'Aru' } });
    expect(Object.keys((event as { name: object }).name)).toEqual(['sha256', 'text']);
  });
});
