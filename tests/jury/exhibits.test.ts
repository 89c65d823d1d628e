/** The information kit: versions, corrections in their place, what each kind must bring, and what jurors make of it. */
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import { editionOf, editionsOf, wordsOf } from '../../src/lib/jury/evidence/exhibit.ts';
import type { Exhibit } from '../../src/lib/jury/evidence/exhibit.ts';
import { evolve } from '../../src/lib/jury/jury.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import type { Viewer } from '../../src/lib/jury/view.ts';
import {
  EXHIBIT,
  FACILITATOR,
  ORGANISER,
  OVERSIGHT,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  wording,
} from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const learning = juryAt('learning');
const exhibitOf = ({ jury }: Played, id = 'E1') => jury.evidence.exhibits.find((one) => one.id === id) as Exhibit;
const { type: _type, body: _body, ...source } = EXHIBIT;
const revise = (body: string, base = 1): CommandOf<'revise-text-exhibit'> => ({
  type: 'revise-text-exhibit',
  exhibit: 'E1',
  base,
  reason: 'The figures of 2027 are out.',
  body,
});
const NEW = 'A night bus costs **41 million** a year, says the *city*.';
const revised = play(learning, [[ORGANISER, revise(NEW)]]);

describe('versions', () => {
  test('[E2] [E27] a new version comes after the old one, which stays as it was, with its corrections', () => {
    const corrected = play(learning, [
      [ORGANISER, { type: 'correct-exhibit', exhibit: 'E1', correction: 'It is 41.', quote: '40 million' }],
      [ORGANISER, revise(NEW)],
      [ORGANISER, { type: 'correct-exhibit', exhibit: 'E1', correction: 'Of tenge.', quote: '41 million' }],
    ]);
    const exhibit = exhibitOf(corrected);
    expect(exhibit).toMatchObject({
      version: 2,
      body: { text: NEW },
      revised: { reason: 'The figures of 2027 are out.' },
    });
    expect(editionsOf(exhibit).map((one) => [one.number, wordsOf(one)?.text])).toEqual([
      [1, EXHIBIT.body],
      [2, NEW],
    ]);
    expect(editionOf(exhibit, 1)).not.toHaveProperty('reason');
    expect(editionOf(exhibit, 3)).toBeUndefined();
    expect(exhibit.corrections.map((one) => [one.version, one.quote?.text])).toEqual([
      [1, '40 million'],
      [2, '41 million'],
    ]);
  });

  test('[E28] nobody replaces a version that they have not seen, or with the same', () => {
    expect(codeOf(revised, ORGANISER, revise('Other words.'))).toBe('exhibit-changed');
    expect(codeOf(revised, ORGANISER, revise(NEW, 2))).toBe('nothing-new');
    expect(codeOf(learning, ORGANISER, { ...revise(NEW), exhibit: 'E9' })).toBe('unknown-exhibit');
    const gone = play(learning, [[ORGANISER, { type: 'withdraw-exhibit', exhibit: 'E1', reason: 'Wrong.' }]]);
    expect(codeOf(gone, ORGANISER, revise(NEW))).toBe('exhibit-withdrawn');
  });

  test('[E28] a version may be of another kind, and leaves nothing of the one before behind', () => {
    const { reason, exhibit } = revise(NEW);
    const file = play(revised, [
      [ORGANISER, { type: 'revise-file-exhibit', exhibit, reason, base: 2, file: 'file-1', words: 'The same.' }],
    ]);
    expect(exhibitOf(file)).toMatchObject({ version: 3, kind: 'file', words: { text: 'The same.' } });
    expect(exhibitOf(file)).not.toHaveProperty('body');
    const link = { type: 'revise-link-exhibit', exhibit, reason, address: 'https://example.org' } as const;
    const text = play(file, [[ORGANISER, { ...link, base: 3, body: 'Its words.', copy: 'image-1' }]]);
    expect(exhibitOf(text)).toMatchObject({ kind: 'link', copy: { file: 'image-1', mediaType: 'image/png' } });
    expect(exhibitOf(text)).not.toHaveProperty('file');
    expect(codeOf(file, ORGANISER, { ...link, base: 2, body: 'x' })).toBe('exhibit-changed');
  });

  test('a correction in an old journal is of the version that stood then', () => {
    const old = evolve(revised.jury, {
      type: 'exhibit-corrected',
      exhibit: 'E1',
      correction: { sha256: 'a'.repeat(64), text: 'Old.' },
      at: 5,
    });
    expect(old.evidence.exhibits[0]?.corrections).toEqual([
      { text: { sha256: 'a'.repeat(64), text: 'Old.' }, at: 5, version: 2 },
    ]);
  });
});

describe('corrections', () => {
  const correct = (quote: string) =>
    ({ type: 'correct-exhibit', exhibit: 'E1', correction: 'It is 42.', quote }) as const;

  test('[E29] a passage is quoted as it is read, without the signs of Markdown', () => {
    for (const quote of ['41 million a year', '**41 million** a\n year', 'says the city'])
      expect(eventsOf(revised, ORGANISER, correct(quote))).toMatchObject([{ version: 2, quote: { text: quote } }]);
  });

  test('[E29] a passage that stands nowhere or twice is refused', () => {
    expect(codeOf(revised, ORGANISER, correct('40 million'))).toBe('passage-not-found');
    expect(codeOf(revised, ORGANISER, correct('***'))).toBe('passage-not-found');
    const twice = play(revised, [[ORGANISER, revise('It costs 41. It costs 41.', 2)]]);
    expect(codeOf(twice, ORGANISER, correct('costs 41'))).toBe('passage-unclear');
    expect(eventsOf(twice, ORGANISER, correct('costs 41. It'))).toHaveLength(1);
  });

  test('[E29] of a file a correction names the page', () => {
    const file = play(learning, [[ORGANISER, { type: 'add-file-exhibit', ...source, file: 'file-1' }]]);
    const correction = { type: 'correct-exhibit', exhibit: 'E2', correction: 'It is 41.' } as const;
    expect(eventsOf(file, ORGANISER, { ...correction, place: 'page 4' })).toMatchObject([{ place: 'page 4' }]);
    expect(codeOf(file, ORGANISER, { ...correction, quote: 'a page' })).toBe('passage-not-found');
  });
});

describe('citations', () => {
  const drafting = juryAt('drafting');
  const cite = (version?: number) =>
    ({
      type: 'propose-recommendation',
      ...wording('Run buses', [{ kind: 'exhibit', id: 'E1', ...(version ? { version } : {}) }]),
    }) as const;
  const cited = (from: Played, version?: number) =>
    eventsOf(from, juror(1), cite(version)).flatMap((event) =>
      event.type === 'recommendation-proposed' ? event.citations : [],
    );

  test('[E30] a citation names the version that was read', () => {
    expect(cited(drafting)).toEqual([{ kind: 'exhibit', id: 'E1', version: 1 }]);
    const later = play(drafting, [[ORGANISER, revise(NEW)]]);
    expect(cited(later)).toEqual([{ kind: 'exhibit', id: 'E1', version: 2 }]);
    expect(cited(later, 1)).toEqual([{ kind: 'exhibit', id: 'E1', version: 1 }]);
    expect(codeOf(later, juror(1), cite(3))).toBe('citation-unknown');
  });

  test('[E30] what was cited stays cited when a newer version comes', () => {
    const frozen = play(drafting, [
      [juror(1), cite()],
      [ORGANISER, revise(NEW)],
      [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
    ]);
    expect(frozen.jury.verdict.recommendations[0]).toMatchObject({
      state: 'frozen',
      versions: [{ citations: [{ id: 'E1', version: 1 }] }],
    });
  });
});

describe('what each kind brings', () => {
  const file = (id: string, more: object = {}) => ({ type: 'add-file-exhibit', ...source, file: id, ...more }) as const;
  const link = (more: object = {}) =>
    ({ type: 'add-link-exhibit', ...source, address: 'https://example.org', body: 'Its words.', ...more }) as const;
  const NO_FACTS = { facts: {} };

  test('[E31] a picture says what it shows', () => {
    expect(codeOf(learning, ORGANISER, file('image-1'))).toBe('description-missing');
    expect(eventsOf(learning, ORGANISER, file('image-1', { alt: 'A bus.' }))).toMatchObject([{ alt: 'A bus.' }]);
  });

  test.each(['audio-1', 'video-1'])('[E32] a recording has captions or says why not: %s', (id) => {
    expect(codeOf(learning, ORGANISER, file(id))).toBe('captions-missing');
    expect(eventsOf(learning, ORGANISER, file(id, { uncaptioned: 'Nobody speaks.' }))).toMatchObject([
      { uncaptioned: 'Nobody speaks.' },
    ]);
    const [added] = eventsOf(learning, ORGANISER, file(id, { captions: 'vtt-1', words: 'Dropped.', uncaptioned: 'x' }));
    expect(added).toMatchObject({
      captions: { file: 'vtt-1' },
      words: { text: 'A night bus costs 40 million.' },
    });
    expect(added).not.toHaveProperty('uncaptioned');
  });

  test('[E32] captions that were not taken in or cannot be read are refused', () => {
    const facts = { file: { id: 'video-1', sha256: '', mediaType: 'video/mp4', size: 1 } };
    expect(codeOf(learning, ORGANISER, file('video-1', { captions: 'vtt-1' }), { facts })).toBe('captions-unreadable');
  });

  test('[E33] a link has the day of its copy, which is not to come, and may have a picture of the page', () => {
    expect(eventsOf(learning, ORGANISER, link({ copiedOn: '2027-01-01', copy: 'image-1' }))).toMatchObject([
      { copiedOn: '2027-01-01', copy: { file: 'image-1' } },
    ]);
    expect(eventsOf(learning, ORGANISER, link())[0]).toHaveProperty('copiedOn');
    expect(codeOf(learning, ORGANISER, link({ copiedOn: '2099-01-01' }))).toBe('day-is-to-come');
    expect(codeOf(learning, ORGANISER, link({ copy: 'file-9' }), NO_FACTS)).toBe('file-not-accepted');
    expect(codeOf(learning, ORGANISER, link({ copy: 'video-1' }))).toBe('file-not-accepted');
  });
});

describe('marks', () => {
  const mark = (given: CommandOf<'mark-exhibit'>['mark'], exhibit = 'E1') =>
    ({ type: 'mark-exhibit', exhibit, mark: given }) as const;
  const marks = (from: Played, useful: number, doubtful: number): Played =>
    play(
      from,
      Array.from({ length: useful + doubtful }, (_, index): Step => {
        return [juror(index + 1), mark(index < useful ? 'useful' : 'doubtful')];
      }),
    );
  const session: Step[] = [
    [FACILITATOR, { type: 'plan-session', title: 'Reading', startsAt: 0, agenda: [{ title: 'Reading', minutes: 30 }] }],
  ];
  const held = (from: Played, id: string): Played =>
    play(from, [
      ...session,
      [FACILITATOR, { type: 'open-session', session: id }],
      [FACILITATOR, { type: 'close-session', session: id }],
    ]);

  test('[E37] one mark each, which may be changed and taken back', () => {
    const marked = play(learning, [
      [juror(1), mark('useful')],
      [juror(1), mark('doubtful')],
    ]);
    expect(exhibitOf(marked).marks.seats).toEqual({ S01: 'doubtful' });
    expect(codeOf(marked, juror(1), mark('doubtful'))).toBe('already-marked');
    expect(codeOf(marked, juror(2), mark('none'))).toBe('already-marked');
    expect(codeOf(marked, juror(1), mark('useful', 'E9'))).toBe('unknown-exhibit');
    expect(exhibitOf(play(marked, [[juror(1), mark('none')]])).marks.seats).toEqual({});
    expect(codeOf(marked, ORGANISER, mark('useful'))).toBe('not-allowed');
  });

  test('[E37] each juror knows their own mark; nobody else is told of it', () => {
    const marked = marks(learning, 1, 1);
    const seen = (viewer: Viewer) => viewJury(marked.jury, viewer).evidence?.exhibits[0]?.marks.seats;
    expect(seen({ role: 'juror', seat: 'S01' })).toEqual({ S01: 'useful' });
    expect(seen({ role: 'juror', seat: 'S03' })).toEqual({});
    for (const role of ['organiser', 'facilitator', 'oversight', 'observer'] as const) {
      expect(seen({ role })).toEqual({});
      expect(viewEvent({ type: 'exhibit-marked', exhibit: 'E1', mark: 'useful', seat: 'S01' }, { role })).toBeNull();
    }
    expect(JSON.stringify(publicRecord(marked.jury, {})?.exhibits)).not.toMatch(/S0[12]|useful/);
  });

  test('[E38] the numbers are told when a session ends, from five marks on', () => {
    expect(exhibitOf(held(marks(learning, 3, 1), 'D1')).marks.told).toBeNull();
    const told = held(marks(learning, 3, 2), 'D1');
    expect(exhibitOf(told).marks.told).toEqual({ useful: 3, doubtful: 2 });
    expect(publicRecord(told.jury, {})?.exhibits[0]?.marks).toEqual({ useful: 3, doubtful: 2 });
    const silent = held(told, 'D2').log.filter(({ event }) => event.type === 'marks-told');
    expect(silent).toHaveLength(1);
    const again = held(play(told, [[juror(1), mark('doubtful')]]), 'D2');
    expect(exhibitOf(again).marks.told).toEqual({ useful: 2, doubtful: 3 });
  });

  test('[E38] whoever has left is not counted', () => {
    const fewer = play(marks(learning, 3, 2), [[ORGANISER, { type: 'vacate-seat', seat: 'S01', reason: 'illness' }]]);
    expect(exhibitOf(held(fewer, 'D1')).marks.told).toBeNull();
    expect(viewJury(fewer.jury, { role: 'oversight' }).evidence?.exhibits[0]?.marks.seats).toEqual({});
    expect(codeOf(fewer, OVERSIGHT, mark('useful'))).toBe('not-allowed');
  });
});
