import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shuffled } from '../../src/lib/jury/chance.ts';
import { mayFollow, mayWriteDraft } from '../../src/lib/jury/verdict/draft-rules.ts';
import { nextParagraphIds, paragraphIds } from '../../src/lib/jury/verdict/paragraphs.ts';
import { currentVersion } from '../../src/lib/jury/verdict/verdict.ts';
import type { Version } from '../../src/lib/jury/verdict/verdict.ts';
import { wordingHash } from '../../src/lib/jury/verdict/wording.ts';
import type { DraftWords } from '../../src/lib/jury/verdict/writing-rules.ts';
import { writingGroupOf } from '../../src/lib/jury/verdict/writing-group.ts';
import {
  AUTHORITY,
  FACILITATOR,
  OBSERVER,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  refusalOf,
  witness,
  wording,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const proposed = play(juryAt('drafting'), [
  [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night') }],
  [juror(2), { type: 'propose-recommendation', ...wording('Raise the fare') }],
]);
const join = (recommendation = 'R1') => ({ type: 'join-writing-group', recommendation }) as const;
const leave = (recommendation = 'R1') => ({ type: 'leave-writing-group', recommendation }) as const;
const draw = (among: 'volunteers' | 'everybody', size: number, recommendation = 'R1') =>
  ({ type: 'draw-writing-group', recommendation, among, size }) as const;
const revise = (base: number) =>
  ({ type: 'revise-recommendation', recommendation: 'R1', base, ...wording('Run buses until three') }) as const;
const file = (base: number) => ({ type: 'file-draft', recommendation: 'R1', base }) as const;
const freeze: Step = [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }];
const joined = (...numbers: readonly number[]): Played =>
  play(
    proposed,
    numbers.map((number): Step => [juror(number), join()]),
  );
const groupIn = ({ jury }: Played) => {
  const found = jury.verdict.recommendations[0];
  return found ? writingGroupOf(jury, found) : [];
};

describe('writing groups', () => {
  test('[V38] jurors volunteer and leave', () => {
    expect(groupIn(joined(4, 7))).toEqual(['S04', 'S07']);
    expect(groupIn(play(joined(4, 7, 9), [[juror(7), leave()]]))).toEqual(['S04', 'S09']);
    expect(codeOf(joined(4), juror(4), join())).toBe('already-in-group');
    expect(codeOf(joined(4), juror(5), leave())).toBe('not-in-group');
    expect(codeOf(proposed, juror(4), join('R9'))).toBe('unknown-recommendation');
    expect(codeOf(play(proposed, [freeze]), juror(4), join())).toBe('recommendation-not-open');
    expect(codeOf(proposed, FACILITATOR, join())).toBe('not-allowed');
  });

  test('[V38] each in one group at a time, until its words are settled', () => {
    expect(refusalOf(joined(4, 7), juror(4), join('R2'))).toEqual({ code: 'in-another-group', params: { id: 'R1' } });
    expect(eventsOf(play(joined(4, 7), [freeze]), juror(4), join('R2'))).not.toEqual([]);
    const both = play(joined(4, 7), [
      [juror(5), join('R2')],
      [juror(6), join('R2')],
    ]);
    expect(both.jury.verdict.recommendations.map((one) => writingGroupOf(both.jury, one))).toEqual([
      ['S04', 'S07'],
      ['S05', 'S06'],
    ]);
  });

  test('[V39] from two on the group writes, and nobody else', () => {
    expect(eventsOf(proposed, juror(9), revise(1))).not.toEqual([]);
    expect(eventsOf(joined(4), juror(9), revise(1))).not.toEqual([]);
    expect(codeOf(joined(4, 7), juror(9), revise(1))).toBe('not-in-group');
    expect(codeOf(joined(4, 7), juror(1), revise(1))).toBe('not-in-group');
    expect(eventsOf(joined(4, 7), juror(7), revise(1))).not.toEqual([]);
    // Seven are no group until lots are drawn.
    expect(groupIn(joined(4, 5, 6, 7, 8, 9, 10))).toEqual([]);
    expect(eventsOf(joined(4, 5, 6, 7, 8, 9, 10), juror(1), revise(1))).not.toEqual([]);
  });

  test('[V39] whoever leaves the jury does not hold the pen', () => {
    const left = play(joined(4, 7), [[ORGANISER, { type: 'vacate-seat', seat: 'S07', reason: 'illness' }]]);
    expect(groupIn(left)).toEqual([]);
    expect(eventsOf(left, juror(9), revise(1))).not.toEqual([]);
  });

  test('[V40] the lot can be drawn again by anyone, and falls on volunteers only where only they are in it', () => {
    const [event] = eventsOf(joined(4, 5, 6, 7, 8, 9, 10), FACILITATOR, draw('volunteers', 3));
    if (event?.type !== 'writing-group-drawn') throw new Error('No lot was drawn.');
    expect(event.pool).toEqual(['S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10']);
    expect(event.seats).toEqual(shuffled(event.pool, event.seed).slice(0, 3));
    const drawn = play(joined(4, 5, 6, 7, 8, 9, 10), [[FACILITATOR, draw('volunteers', 3)]]);
    expect(groupIn(drawn)).toEqual(event.seats);
    expect(codeOf(drawn, FACILITATOR, draw('everybody', 3))).toBe('group-drawn');
    expect(codeOf(drawn, juror(11), join())).toBe('group-drawn');
    const [first, second] = event.seats as [string, string];
    const gone = play(drawn, [
      [{ kind: 'seat', id: first }, leave()],
      [{ kind: 'seat', id: second }, leave()],
    ]);
    expect(groupIn(gone)).toEqual([]);
    expect(eventsOf(gone, FACILITATOR, draw('everybody', 3))).not.toEqual([]);
  });

  test('[V40] nobody is drawn out of another group, and too few are no choice', () => {
    const other = play(proposed, [
      [juror(5), join('R2')],
      [juror(6), join('R2')],
    ]);
    const [event] = eventsOf(other, FACILITATOR, draw('everybody', 6));
    if (event?.type !== 'writing-group-drawn') throw new Error('No lot was drawn.');
    expect(event.among).toBe('everybody');
    expect(event.pool).not.toContain('S05');
    expect(refusalOf(joined(4), FACILITATOR, draw('volunteers', 2))).toEqual({
      code: 'too-few-to-draw',
      params: { count: 1 },
    });
    expect(codeOf(proposed, juror(1), draw('everybody', 3))).toBe('not-allowed');
    expect(codeOf(proposed, ORGANISER, draw('everybody', 3))).toBe('not-allowed');
  });

  test('[V41] the group decides on suggestions', () => {
    const suggested = play(joined(4, 7), [
      [
        juror(9),
        {
          type: 'suggest-change',
          recommendation: 'R1',
          field: 'title',
          paragraph: 1,
          base: 1,
          instead: 'Run',
          why: 'Short.',
        },
      ],
    ]);
    const accept = { type: 'accept-suggestion', suggestion: 'G1' } as const;
    expect(codeOf(suggested, juror(1), accept)).toBe('not-allowed');
    expect(eventsOf(suggested, juror(7), accept)).not.toEqual([]);
    expect(eventsOf(suggested, juror(4), { type: 'reject-suggestion', suggestion: 'G1', reason: 'No.' })).not.toEqual(
      [],
    );
  });
});

const DRAFT: DraftWords = {
  title: 'Run buses till two',
  text: '## When\n\nTill two.\n\n- On weekdays\n- On Sundays',
  rationale: 'Shifts end late.',
  addressee: 'The transport department',
  citations: [{ kind: 'exhibit', id: 'E1' }],
  paragraphs: [null, null, null, null],
};

describe('filing the shared draft', () => {
  const given = (draft?: DraftWords) => ({ facts: draft ? { draft } : {} });
  const filed = play(joined(4, 7), [[juror(7), file(1)]], given(DRAFT));

  test('[V42] makes the next version, which names the group', () => {
    const [recommendation] = filed.jury.verdict.recommendations;
    const version = recommendation && currentVersion(recommendation);
    expect(version).toMatchObject({ number: 2, author: 'S07', group: ['S04', 'S07'], addressee: DRAFT.addressee });
    expect(version?.text.text).toBe(DRAFT.text);
    expect(filed.jury.verdict.recommendations[0]?.versions[0]).not.toHaveProperty('group');
  });

  test('[V42] is compared and set', () => {
    expect(codeOf(filed, juror(4), file(1), given(DRAFT))).toBe('recommendation-changed');
    expect(codeOf(filed, juror(4), file(2), given(DRAFT))).toBe('nothing-to-file');
  });

  test('[V42] is for whoever writes, when there is something to file', () => {
    expect(codeOf(joined(4, 7), juror(9), file(1), given(DRAFT))).toBe('not-in-group');
    expect(eventsOf(proposed, juror(9), file(1), given(DRAFT))).not.toEqual([]);
    for (const actor of [ORGANISER, FACILITATOR, OVERSIGHT, AUTHORITY, OFFICER, OBSERVER, witness(1)])
      expect(codeOf(proposed, actor, file(1), given(DRAFT))).toBe('not-allowed');
    expect(codeOf(proposed, juror(9), file(1), given())).toBe('nothing-to-file');
    expect(codeOf(proposed, juror(9), file(1), given({ ...DRAFT, text: '', paragraphs: [] }))).toBe('draft-incomplete');
    expect(codeOf(proposed, juror(9), file(1), given({ ...DRAFT, text: 'x'.repeat(4_001) }))).toBe('text-too-long');
    const unknown = { ...DRAFT, citations: [{ kind: 'exhibit', id: 'E99' } as const] };
    expect(codeOf(proposed, juror(9), file(1), given(unknown))).toBe('citation-unknown');
    expect(codeOf(play(proposed, [freeze]), juror(9), file(1), given(DRAFT))).toBe('recommendation-not-open');
  });

  test('[V42] ends a round that was open on the words before', () => {
    const asked = play(proposed, [[FACILITATOR, { type: 'open-round', recommendation: 'R1' }]]);
    expect(eventsOf(asked, juror(9), file(1), given(DRAFT)).map((event) => event.type)).toEqual([
      'recommendation-revised',
      'round-abandoned',
    ]);
  });
});

describe('paragraphs', () => {
  const [recommendation] = proposed.jury.verdict.recommendations;
  const version = (text: string, paragraphs?: readonly string[]): Version => {
    if (!recommendation) throw new Error('Nothing was proposed.');
    const { paragraphs: _known, ...bare } = currentVersion(recommendation);
    return { ...bare, text: { sha256: '', text }, ...(paragraphs ? { paragraphs } : {}) };
  };
  const first = version('Buses run all night.\n\nTheir fare stays low.\n\nDrivers are asked first.', [
    'p1',
    'p2',
    'p3',
  ]);

  test('[V43] keep their id when they are moved, reworded or joined by others', () => {
    expect(nextParagraphIds([], 'One.\n\nTwo.')).toEqual(['p1', 'p2']);
    const next =
      'Drivers are asked first.\n\nSomething else entirely happens here.\n\nBuses run all night and all day.';
    expect(nextParagraphIds([first], next)).toEqual(['p3', 'p4', 'p1']);
  });

  test('[V43] a number is not given out twice', () => {
    const second = version('Buses run all night.', ['p1']);
    expect(nextParagraphIds([first, second], 'Buses run all night.\n\nQuite new words.')).toEqual(['p1', 'p4']);
  });

  test('[V43] what the writers know goes before what the words look like, and nonsense is not believed', () => {
    expect(nextParagraphIds([first], 'Wholly different.\n\nTheir fare stays low.', ['p3', 'p2'])).toEqual(['p3', 'p2']);
    expect(nextParagraphIds([first], 'New here.\n\nAlso new.', ['p9', '__proto__'])).toEqual(['p4', 'p5']);
    expect(nextParagraphIds([first], 'Green.\n\nBlue.', ['p2', 'p2'])).toEqual(['p2', 'p4']);
  });

  test('[V43] versions from before there were ids have them by the same rule', () => {
    const old = [version('One thing.\n\nAnother thing.'), version('Another thing.\n\nA third matter.')];
    expect(paragraphIds(old)).toEqual(['p2', 'p3']);
  });

  test('[V43] ids are unique, one a paragraph, whatever was written before', () => {
    const text = fc.array(fc.constantFrom('a b c', 'a b d', 'x', 'x y', 'long words here', ''), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const versions = texts.map((lines) => version(lines.join('\n\n')));
        const ids = paragraphIds(versions);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength((texts.at(-1) ?? []).filter((line) => line !== '').length);
      }),
    );
  });

  test('[V43] are no part of the hash', () => {
    expect(wordingHash(first)).toBe(wordingHash(version(first.text.text ?? '')));
    expect(eventsOf(proposed, juror(9), revise(1))).toMatchObject([{ paragraphs: ['p1'] }]);
  });
});

describe('who follows and writes a shared draft', () => {
  test('[V44] jurors and alternates follow, whoever may change the words writes, and no office does', () => {
    const { jury } = joined(4, 7);
    expect(mayWriteDraft(jury, juror(4), 'R1')).toMatchObject({ ok: true, value: { seat: 'S04' } });
    expect(mayFollow(jury, juror(9), 'R1').ok).toBe(true);
    expect(mayWriteDraft(jury, juror(9), 'R1')).toEqual({ ok: false, error: { code: 'not-in-group' } });
    expect(mayFollow(jury, { kind: 'seat', id: 'A01' }, 'R1').ok).toBe(true);
    expect(mayWriteDraft(proposed.jury, { kind: 'seat', id: 'A01' }, 'R1').ok).toBe(false);
    for (const actor of [ORGANISER, FACILITATOR, OVERSIGHT, AUTHORITY, OFFICER, OBSERVER, witness(1)])
      expect(mayFollow(jury, actor, 'R1')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(mayFollow(jury, { kind: 'public' }, 'R1').ok).toBe(false);
    expect(mayFollow(jury, { kind: 'seat', id: '__proto__' }, 'R1').ok).toBe(false);
  });

  test('[V44] what is frozen, unknown or out of time is not written', () => {
    expect(mayWriteDraft(play(proposed, [freeze]).jury, juror(4), 'R1')).toMatchObject({
      error: { code: 'recommendation-not-open' },
    });
    expect(mayFollow(proposed.jury, juror(4), 'R9')).toMatchObject({ error: { code: 'unknown-recommendation' } });
    expect(mayFollow(juryAt('deliberating').jury, juror(4), 'R1')).toMatchObject({ error: { code: 'wrong-stage' } });
  });
});
