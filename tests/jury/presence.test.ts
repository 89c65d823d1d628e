/** Who may vote where the decision rule asks for presence. */
import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { activeJurors } from '../../src/lib/jury/recruitment/seats.ts';
import type { Seat } from '../../src/lib/jury/recruitment/seats.ts';
import { presenceOf } from '../../src/lib/jury/verdict/entitlement.ts';
import { viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  START,
  advance,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  play,
  sitting,
  vote,
} from '../support/jury.ts';
import type { Played, Step, Wanted } from '../support/jury.ts';

const seatIn = ({ jury }: Played, id: string): Seat => jury.seats[id] as Seat;
const SESSION = { title: 'One', startsAt: 0, agenda: [{ title: 'Round', minutes: 30 }] };
/** A session to which these come, opened and closed. */
const session = (id: string, came: readonly number[]): readonly Step[] => [
  [FACILITATOR, { type: 'plan-session', ...SESSION }],
  [FACILITATOR, { type: 'open-session', session: id }],
  ...came.map((number): Step => [juror(number), { type: 'check-in', session: id }]),
  [FACILITATOR, { type: 'close-session', session: id }],
];

describe('who may vote', () => {
  const toTheVote = (presence: Wanted['rule'], came: readonly (readonly number[])[]): Played => {
    const held = play(
      juryAfter('learning', presence ? { rule: presence } : {}),
      came.flatMap((numbers, index) => session(`D${index + 1}`, numbers)),
    );
    const drafted = play(held, [
      advance('deliberating'),
      advance('drafting'),
      [juror(1), { type: 'propose-recommendation', title: 'A', text: 'A.', rationale: 'A.', addressee: 'A', citations: [{ kind: 'exhibit', id: 'E1' }] }], // prettier-ignore
      [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
      advance('voting'),
    ]);
    return drafted;
  };
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
  const rule = { presence: 60 };
  const openBallot = { type: 'open-ballot', recommendation: 'R1' } as const;
  const came = [upTo(20), upTo(18), upTo(17)];
  const voting = toTheVote(rule, came);

  test('[V105] is everybody who is seated where the rule asks for no presence', () => {
    const opened = play(toTheVote(undefined, came), [[OFFICER, openBallot]]);
    expect(opened.jury.verdict.ballots[0]?.electorate).toHaveLength(20);
    expect(opened.jury.charter.rule).not.toHaveProperty('presence');
  });

  test('[V105] is who came to the share of the sessions, rounded up', () => {
    expect(presenceOf(voting.jury, 'S18', 60)).toEqual({ held: 3, attended: 2, needed: 2 });
    expect(presenceOf(voting.jury, 'S19', 60)).toEqual({ held: 3, attended: 1, needed: 2 });
    expect([1, 33, 34, 66, 67, 100].map((percent) => presenceOf(voting.jury, 'S01', percent).needed)).toEqual([
      1, 1, 2, 2, 3, 3,
    ]);
    const opened = play(voting, [[OFFICER, openBallot]]);
    const [ballot] = opened.jury.verdict.ballots;
    expect(ballot?.electorate).toEqual(activeJurors(voting.jury.seats).map(({ id }) => id).slice(0, 18)); // prettier-ignore
    expect(ballot?.rule).toMatchObject({ presence: 60 });
    expect(codeOf(opened, juror(19), { type: 'cast-paper', ballot: 'B1', choice: 'for' })).toBe('not-an-elector');
    expect(eventsOf(opened, juror(18), { type: 'cast-paper', ballot: 'B1', choice: 'for' })).toHaveLength(1);
  });

  test('[V105] is reckoned by each juror from what they see', () => {
    const viewed = viewJury(voting.jury, viewerOf(voting.jury, juror(19))) as typeof voting.jury;
    expect(presenceOf(viewed, 'S19', 60)).toEqual({ held: 3, attended: 1, needed: 2 });
  });

  test('[V105] [W13] who is entitled is read by those who keep the roll; each juror knows of themselves and how many', () => {
    const opened = play(voting, [[OFFICER, openBallot]]);
    const electors = (actor: Parameters<typeof viewerOf>[1]) => {
      const viewer = viewerOf(opened.jury, actor);
      const told = viewEvent(opened.log.at(-1)!.event, viewer) as { electorate: readonly string[] };
      const seen = viewJury(opened.jury, viewer).verdict?.ballots[0]?.electorate ?? [];
      expect(told.electorate).toEqual(seen);
      return [seen.length, seen.filter((seat) => seat !== '')] as const;
    };
    expect(electors(juror(2))).toEqual([18, ['S02']]);
    expect(electors(juror(19))).toEqual([18, []]);
    expect(electors(OVERSIGHT)).toEqual([18, []]);
    for (const actor of [ORGANISER, FACILITATOR, OFFICER]) expect(electors(actor)[1]).toHaveLength(18);
    const everybody = play(toTheVote(undefined, came), [[OFFICER, openBallot]]);
    const viewed = viewJury(everybody.jury, viewerOf(everybody.jury, juror(2)));
    expect(viewed.verdict?.ballots[0]?.electorate).toContain('S20');
  });

  test('[V105] is fixed when the ballot opens: a later session changes nothing', () => {
    const opened = play(voting, [[OFFICER, openBallot], ...session('D4', [1])]);
    expect(opened.jury.verdict.ballots[0]?.electorate).toHaveLength(18);
    expect(codeOf(opened, juror(19), { type: 'cast-paper', ballot: 'B1', choice: 'for' })).toBe('not-an-elector');
  });

  test('[V105] counts neither sessions without attendance nor those before a juror was called', () => {
    const untaken = toTheVote(rule, [upTo(20), []]);
    expect(presenceOf(untaken.jury, 'S20', 60)).toEqual({ held: 1, attended: 1, needed: 1 });
    const seats = { ...voting.jury.seats, S19: { ...seatIn(voting, 'S19'), heldBefore: ['D1', 'D2', 'D3'] } };
    expect(presenceOf({ ...voting.jury, seats }, 'S19', 60)).toEqual({ held: 0, attended: 0, needed: 0 });
  });

  test('[V105] there is somebody to vote', () => {
    const scattered = toTheVote({ presence: 100 }, [upTo(10), [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]]);
    expect(codeOf(scattered, OFFICER, openBallot)).toBe('nobody-entitled');
    const asked = play(scattered, [
      [FACILITATOR, { type: 'write-poll', form: 'one-of', text: 'Which?', options: ['A', 'B'] }],
    ]);
    expect(codeOf(asked, OFFICER, { type: 'open-poll', poll: 'P1' })).toBe('nobody-entitled');
  });

  test('[V105] the public reads the rule and the number, and no names', () => {
    const counted = vote(voting, 'R1', { for: 16, against: 1 });
    const approved = play(
      counted,
      sitting(counted).map((actor): Step => [actor, { type: 'approve-verdict' }]),
    );
    const shown = publicRecord({ ...approved.jury, verdict: { ...approved.jury.verdict, publishedAt: START } }, {});
    expect(shown?.verdict?.recommendations[0]?.ballot).toMatchObject({ electorate: 18, rule: { presence: 60 } });
    expect(JSON.stringify(shown?.verdict)).not.toMatch(/"S\d\d"/);
  });
});
