import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { recommendationRows } from '../../src/lib/jury/publication/csv.ts';
import { leftToDecide } from '../../src/lib/jury/verdict/left-to-decide.ts';
import { shownToAuthority } from '../../src/lib/jury/verdict/drafting-events.ts';
import { viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import {
  AUTHORITY,
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
import { SAID_BESIDES } from './drafting-scenes.ts';

type Citations = Parameters<typeof wording>[1];
const propose = (citations?: Citations, more: object = {}) =>
  ({ type: 'propose-recommendation', ...wording('Run buses', citations), ...more }) as const;
const freeze = (version = 1) => ({ type: 'freeze-recommendation', recommendation: 'R1', version }) as const;
const first = ({ jury }: Played) =>
  jury.verdict.recommendations[0] as NonNullable<(typeof jury.verdict.recommendations)[0]>;

const drafting = juryAt('drafting');
const plain = play(drafting, [[juror(1), propose()]]);
const full = play(drafting, [[juror(1), propose(undefined, SAID_BESIDES)]]);

describe('rounds of review', () => {
  const LATER = START + 86_400_000;
  const review = (about?: string, until = LATER) =>
    ({ type: 'open-review', ...(about ? { about } : {}), until }) as const;
  const suggest = (base = 1) =>
    ({
      type: 'suggest-change',
      recommendation: 'R1',
      field: 'text',
      paragraph: 0,
      base,
      instead: 'And on Sundays.',
      why: 'All days.',
    }) as const;
  const two = play(plain, [[juror(2), propose()]]);
  const reviewed = play(two, [[FACILITATOR, review('R1')]]);

  test('[V76] of one open recommendation or of all, with an end to come', () => {
    expect(first(reviewed).review).toEqual({ version: 1, until: LATER });
    expect(eventsOf(two, FACILITATOR, review())).toHaveLength(2);
    expect(codeOf(two, FACILITATOR, review('R1', START))).toBe('review-ends-too-early');
    expect(codeOf(two, FACILITATOR, review('R9'))).toBe('unknown-recommendation');
    expect(codeOf(drafting, FACILITATOR, review())).toBe('recommendation-not-open');
    expect(codeOf(play(two, [[FACILITATOR, freeze()]]), FACILITATOR, review('R1'))).toBe('recommendation-not-open');
    expect(codeOf(two, juror(1), review('R1'))).toBe('not-allowed');
  });

  test('[V76] after the end nothing new is suggested to that version', () => {
    expect(eventsOf(reviewed, juror(3), suggest(), { now: LATER - 1 })).toHaveLength(1);
    expect(codeOf(reviewed, juror(3), suggest(), { now: LATER })).toBe('review-over');
    expect(eventsOf(reviewed, juror(3), { ...suggest(), recommendation: 'R2' }, { now: LATER })).toHaveLength(1);
    const waiting = play(reviewed, [[juror(3), suggest()]]);
    expect(eventsOf(waiting, juror(1), { type: 'accept-suggestion', suggestion: 'G1' }, { now: LATER })).toHaveLength(
      2,
    );
  });

  test('[V76] until there is another version, or the review is opened again', () => {
    const again = play(reviewed, [[FACILITATOR, review('R1', LATER + 1_000)]]);
    expect(eventsOf(again, juror(3), suggest(), { now: LATER })).toHaveLength(1);
    const revised = play(reviewed, [
      [juror(1), { type: 'revise-recommendation', recommendation: 'R1', base: 1, ...wording('Run trams') }],
    ]);
    expect(eventsOf(revised, juror(3), suggest(2), { now: LATER })).toHaveLength(1);
    expect(codeOf(revised, juror(3), suggest(1), { now: LATER })).not.toBe('nothing-suggested');
  });

  test('[V77] it is on the list of what is left to decide', () => {
    const kinds = ({ jury }: Played) => leftToDecide(jury.verdict).map((one) => `${one.kind} ${one.recommendation}`);
    expect(kinds(reviewed)).toContain('review R1');
    expect(kinds(reviewed)).not.toContain('review R2');
    expect(kinds(play(reviewed, [[FACILITATOR, freeze()]]))).not.toContain('review R1');
  });
});

describe('undoing', () => {
  const undo = { type: 'undo-suggestion', suggestion: 'G1' } as const;
  const suggest = {
    type: 'suggest-change',
    recommendation: 'R1',
    field: 'title',
    paragraph: 1,
    base: 1,
    instead: 'Run more buses',
    why: 'More.',
  } as const;
  const suggested = play(full, [[juror(2), suggest]]);
  const accepted = play(suggested, [[juror(1), { type: 'accept-suggestion', suggestion: 'G1' }]]);
  const rejected = play(suggested, [[juror(1), { type: 'reject-suggestion', suggestion: 'G1', reason: 'No.' }]]);
  const at = accepted.jury.verdict.suggestions[0]?.decided?.at ?? 0;

  test('[V78] ten seconds by the server’s clock, and not one more', () => {
    expect(eventsOf(accepted, juror(1), undo, { now: at + 10_000 })).toHaveLength(2);
    expect(codeOf(accepted, juror(1), undo, { now: at + 10_001 })).toBe('undo-too-late');
    expect(codeOf(rejected, juror(1), undo, { now: at + 10_001 })).toBe('undo-too-late');
  });

  test('[V78] only by whoever decided, and only what was decided', () => {
    expect(codeOf(accepted, juror(3), undo)).toBe('not-allowed');
    expect(codeOf(suggested, juror(1), undo)).toBe('nothing-to-undo');
    expect(codeOf(suggested, juror(1), { ...undo, suggestion: 'G9' })).toBe('unknown-suggestion');
    const undone = play(accepted, [[juror(1), undo]]);
    expect(codeOf(undone, juror(1), undo)).toBe('nothing-to-undo');
  });

  test('[V78] the words are again as they were, in a version of their own', () => {
    const undone = play(accepted, [[juror(1), undo]]);
    const { versions } = first(undone);
    expect(versions.map(({ title, author }) => [title.text, author])).toEqual([
      ['Run buses', 'S01'],
      ['Run more buses', 'S02'],
      ['Run buses', 'S01'],
    ]);
    expect(versions[2]).toMatchObject({ cost: versions[0]?.cost, paragraphs: versions[0]?.paragraphs });
    expect(undone.jury.verdict.suggestions[0]).toMatchObject({ state: 'pending' });
    expect(play(rejected, [[juror(1), undo]]).jury.verdict.suggestions).toEqual(suggested.jury.verdict.suggestions);
  });

  test('[V78] not over somebody’s newer words', () => {
    const revised = play(accepted, [
      [juror(1), { type: 'revise-recommendation', recommendation: 'R1', base: 2, ...wording('Run trams') }],
    ]);
    expect(codeOf(revised, juror(1), undo)).toBe('recommendation-changed');
    const frozen = play(accepted, [[FACILITATOR, freeze(2)]]);
    expect(codeOf(frozen, juror(1), undo)).toBe('recommendation-not-open');
  });
});

describe('notes of the authority', () => {
  const ask = (version = 1) => ({ type: 'ask-authority', recommendation: 'R1', version }) as const;
  const note = (version = 1) =>
    ({ type: 'note-feasibility', recommendation: 'R1', version, text: 'The law allows it.' }) as const;
  const shown = play(full, [[juror(1), ask()]]);
  const noted = play(shown, [[AUTHORITY, note()]]);

  test('[V79] shown by whoever writes it, once a version, and by nobody else', () => {
    expect(codeOf(shown, juror(1), ask())).toBe('already-shown');
    expect(codeOf(full, juror(1), ask(2))).toBe('recommendation-changed');
    for (const actor of [ORGANISER, FACILITATOR, AUTHORITY]) expect(codeOf(full, actor, ask())).toBe('not-allowed');
    const grouped = play(full, [
      [juror(1), { type: 'join-writing-group', recommendation: 'R1' }],
      [juror(2), { type: 'join-writing-group', recommendation: 'R1' }],
    ]);
    expect(codeOf(grouped, juror(3), ask())).toBe('not-in-group');
  });

  test('[V79] the authority reads the words without names, and no other draft', () => {
    const more = play(shown, [
      [juror(2), propose()],
      [juror(1), { type: 'revise-recommendation', recommendation: 'R1', base: 1, ...wording('Run trams') }],
    ]);
    const read = shownToAuthority(more.jury.verdict);
    expect(read.map(({ id, versions }) => [id, versions.map((one) => one.number)])).toEqual([['R1', [1]]]);
    expect(JSON.stringify(read)).not.toMatch(/S0\d|Run trams/);
    const viewer = viewerOf(more.jury, AUTHORITY);
    expect(viewJury(more.jury, viewer)).not.toHaveProperty('verdict');
    for (const { event } of more.log.slice(-3)) expect(viewEvent(event, viewer)).toBeNull();
  });

  test('[V80] on what it was shown, and no word of the jurors changes', () => {
    expect(first(noted).feasibility?.notes).toMatchObject([{ version: 1, text: { text: 'The law allows it.' } }]);
    expect(first(noted).versions).toEqual(first(full).versions);
    expect(codeOf(full, AUTHORITY, note())).toBe('not-shown');
    expect(codeOf(shown, AUTHORITY, note(2))).toBe('not-shown');
    expect(codeOf(shown, ORGANISER, note())).toBe('not-allowed');
    expect(codeOf(shown, juror(1), note())).toBe('not-allowed');
  });

  test('[V80] [V70] published with the verdict, and in the table', () => {
    const published = juryAfter('voting');
    const [one, ...others] = published.jury.verdict.recommendations;
    const [version] = first(full).versions;
    if (!one || !version) throw new Error('Nothing was published.');
    const { feasibility } = first(noted);
    const told = { ...one, versions: [version], ...(feasibility ? { feasibility } : {}) };
    const verdict = { ...published.jury.verdict, recommendations: [told, ...others], publishedAt: START };
    const record = publicRecord({ ...published.jury, verdict }, {});
    const [shownOne] = record?.verdict?.recommendations ?? [];
    expect(shownOne).toMatchObject({ ...SAID_BESIDES, feasibility: [{ version: 1, text: 'The law allows it.' }] });
    const [columns = [], row = []] = record ? recommendationRows(record) : [];
    expect(row[columns.indexOf('law_proposed')]).toBe(SAID_BESIDES.lawNew);
    expect(row).toHaveLength(columns.length);
  });
});
