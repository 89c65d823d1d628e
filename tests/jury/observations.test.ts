import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { draftSchema, mayKeepDraft } from '../../src/lib/jury/response/drafts.ts';
import type { DraftFields } from '../../src/lib/jury/response/drafts.ts';
import { MOST_WAITING } from '../../src/lib/jury/response/observation-rules.ts';
import { PUBLIC } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import * as v from 'valibot';
import {
  AUTHORITY,
  FACILITATOR,
  ORGANISER,
  OVERSIGHT,
  answer,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  member,
  play,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const observe = (text = 'The lane was painted in May.', recommendation = 'R1') =>
  ({ type: 'observe-implementation', recommendation, text }) as const;
const show = (observation: string) => ({ type: 'show-observation', observation }) as const;
const refuse = (observation: string) => ({ type: 'refuse-observation', observation, rule: 'advertising' }) as const;

const published = juryAt('published');
const answered = play(published, [[AUTHORITY, answer('R1')]]);
const sent = play(answered, [[PUBLIC, observe()]]);
const boxOf = ({ jury }: Played) => jury.response.observations;
const id = boxOf(sent).waiting[0]?.id ?? '';
const recordOf = ({ jury }: Played) => publicRecord(jury, {})?.verdict?.recommendations[0];

describe('observations of the public', () => {
  test('[P26] anybody writes what they see of an answer that was given, and nobody writes as anything else', () => {
    expect(boxOf(sent).waiting).toMatchObject([
      { recommendation: 'R1', text: { text: 'The lane was painted in May.' } },
    ]);
    expect(JSON.stringify(sent.log.at(-1)?.event)).not.toMatch(/seat|member|email/);
    expect(codeOf(published, PUBLIC, observe())).toBe('nothing-to-observe');
    expect(codeOf(answered, PUBLIC, observe('x', 'R2'))).toBe('not-adopted');
    expect(codeOf(juryAfter('voting'), PUBLIC, observe())).toBe('wrong-stage');
    for (const actor of [ORGANISER, AUTHORITY, FACILITATOR, juror(1)])
      expect(codeOf(answered, actor, observe())).toBe('not-allowed');
  });

  test('[P26] a box that nobody empties takes no more', () => {
    const full = play(
      answered,
      Array.from({ length: MOST_WAITING }, (_, index) => [PUBLIC, observe(`Seen ${index}`)] as const),
    );
    expect(codeOf(full, PUBLIC, observe('One more'))).toBe('observations-full');
    const read = play(full, [[FACILITATOR, show(boxOf(full).waiting[0]?.id ?? '')]]);
    expect(eventsOf(read, PUBLIC, observe('One more'))).toHaveLength(1);
  });

  test('[P27] it is read by facilitator and oversight, and by nobody else before it is shown', () => {
    for (const actor of [ORGANISER, AUTHORITY, PUBLIC, juror(1)]) {
      expect(codeOf(sent, actor, show(id))).toBe('not-allowed');
      expect(codeOf(sent, actor, refuse(id))).toBe('not-allowed');
    }
    for (const role of ['organiser', 'authority', 'juror', 'observer', 'public'] as const) {
      expect(JSON.stringify(viewJury(sent.jury, { role }))).not.toContain('painted');
      expect(viewEvent(sent.log.at(-1)!.event, { role })).toBeNull();
    }
    for (const role of ['facilitator', 'oversight'] as const)
      expect(JSON.stringify(viewJury(sent.jury, { role }))).toContain('painted');
    expect(JSON.stringify(recordOf(sent))).not.toContain('painted');
    expect(codeOf(sent, FACILITATOR, show('O0'))).toBe('unknown-observation');
    expect(codeOf(sent, FACILITATOR, refuse('O0'))).toBe('unknown-observation');
  });

  test('[P27] what the facilitator kept back, oversight can still show; what is shown can be kept back later', () => {
    const kept = play(sent, [[FACILITATOR, refuse(id)]]);
    expect(codeOf(kept, FACILITATOR, show(id))).toBe('unknown-observation');
    expect(viewEvent(kept.log.at(-1)!.event, { role: 'public' })).not.toHaveProperty('text');
    const shown = play(kept, [[OVERSIGHT, show(id)]]);
    expect(recordOf(shown)?.observations).toMatchObject([{ text: { text: 'The lane was painted in May.' } }]);
    expect(recordOf(shown)?.observationsRefused).toEqual({});
    expect(codeOf(shown, OVERSIGHT, show(id))).toBe('observation-shown-already');
    const later = play(shown, [[OVERSIGHT, refuse(id)]]);
    expect(recordOf(later)?.observations).toEqual([]);
  });

  test('[P28] the record tells them apart from the answer, and counts what was kept back by rule', () => {
    const two = play(sent, [[PUBLIC, observe('Buy paint.')]]);
    const advert = boxOf(two).waiting[1]?.id ?? '';
    const read = play(two, [
      [FACILITATOR, show(id)],
      [FACILITATOR, refuse(advert)],
    ]);
    const record = recordOf(read);
    expect(record?.observations).toHaveLength(1);
    expect(record?.observationsRefused).toEqual({ advertising: 1 });
    expect(record?.answers).toEqual(recordOf(answered)?.answers);
    expect(JSON.stringify(record)).not.toContain('Buy paint');
  });
});

describe('drafts of an answer', () => {
  const draft = (fields: Partial<Record<keyof DraftFields, string>> = {}): DraftFields =>
    v.parse(draftSchema, { recommendation: 'R1', version: '0', reasons: 'We may.', ...fields });

  test('[P29] are kept by the authority’s members alone, of what was adopted and published', () => {
    expect(mayKeepDraft(published.jury, AUTHORITY, draft(), 0)).toEqual({ ok: true, value: 'Akimat' });
    for (const actor of [ORGANISER, OVERSIGHT, FACILITATOR, PUBLIC, juror(1), member('Stranger')])
      expect(mayKeepDraft(published.jury, actor, draft(), 0)).toMatchObject({ error: { code: 'not-allowed' } });
    const of = (recommendation: string) => mayKeepDraft(published.jury, AUTHORITY, draft({ recommendation }), 0);
    expect(of('R2')).toMatchObject({ error: { code: 'not-adopted' } });
    expect(mayKeepDraft(juryAfter('voting').jury, AUTHORITY, draft(), 0)).toMatchObject({
      error: { code: 'not-adopted' },
    });
  });

  test('[P29] name one of them as who writes it, and overwrite nobody', () => {
    const by = (writer: string) => mayKeepDraft(published.jury, AUTHORITY, draft({ writer }), 0);
    expect(by('Akimat')).toMatchObject({ ok: true });
    expect(by('Aigerim')).toMatchObject({ error: { code: 'unknown-writer' } });
    expect(mayKeepDraft(published.jury, AUTHORITY, draft(), 1)).toMatchObject({ error: { code: 'draft-changed' } });
  });

  test('[P29] may be unfinished, and hold no more than an answer may', () => {
    expect(draft({ reasons: '', position: '', until: '', responsible: '' })).toMatchObject({
      reasons: '',
      position: '',
    });
    const accepts = (fields: object) =>
      v.safeParse(draftSchema, { recommendation: 'R1', version: 0, ...fields }).success;
    expect(accepts({})).toBe(true);
    for (const bad of [
      { reasons: 'x'.repeat(4_001) },
      { reasons: 'a\u202eb' },
      { until: '2027-02-31' },
      { position: 'perhaps' },
      { version: -1 },
      { recommendation: '../R1' },
    ])
      expect([bad, accepts(bad)]).toEqual([bad, false]);
  });
});
