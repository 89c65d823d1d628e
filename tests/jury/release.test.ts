import { describe, expect, test } from 'vitest';
import { publicRecord, recordIfPublished } from '../../src/lib/jury/publication/record.ts';
import { unseenIn } from '../../src/lib/jury/verdict/release-rules.ts';
import { seenByJurorsFrom } from '../../src/lib/jury/verdict/release.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import {
  FACILITATOR,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  RELEASE,
  START,
  approve,
  approvedByAll,
  codeOf,
  eventsOf,
  juror,
  juryAfter,
  juryAt,
  play,
  publish,
  refusalOf,
  vote,
  wording,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const approved = approvedByAll(juryAfter('voting'));
const propose = { type: 'propose-release', notice: 60, language: 'kk' } as const;
const agree = { type: 'agree-release' } as const;
const withdraw = { type: 'withdraw-release', reason: 'A word is wrong.' } as const;
const out = { type: 'publish-verdict' } as const;
const clockOf = ({ log }: Played): number => START + log.length * 1_000;
const releaseOf = ({ jury }: Played) => jury.verdict.release;

const proposed = play(approved, [[ORGANISER, propose]]);
const agreed = play(proposed, [[OVERSIGHT, agree]]);

describe('the release', () => {
  test('[P15] goes out on the word of two, and only of these two', () => {
    expect(codeOf(approved, ORGANISER, out)).toBe('release-missing');
    expect(codeOf(approved, OVERSIGHT, agree)).toBe('release-missing');
    expect(codeOf(proposed, ORGANISER, out)).toBe('release-not-agreed');
    for (const actor of [ORGANISER, FACILITATOR, OFFICER, juror(1)])
      expect(codeOf(proposed, actor, agree)).toBe('not-allowed');
    for (const actor of [OVERSIGHT, FACILITATOR, juror(1)])
      expect(codeOf(approved, actor, propose)).toBe('not-allowed');
    expect(codeOf(proposed, ORGANISER, propose)).toBe('release-proposed-already');
    expect(codeOf(agreed, OVERSIGHT, agree)).toBe('release-agreed-already');
  });

  test.each([ORGANISER, OVERSIGHT])('[P15] is withdrawn by either', (actor) => {
    const withdrawn = play(agreed, [[actor, withdraw]]);
    expect(releaseOf(withdrawn)).toBeNull();
    expect(codeOf(withdrawn, ORGANISER, out)).toBe('release-missing');
    expect(codeOf(withdrawn, actor, withdraw)).toBe('release-missing');
  });

  test('[P15] does not outlast a change of the verdict', () => {
    const stated = play(agreed, [
      [juror(20), { type: 'write-minority-statement', recommendation: 'R1', text: 'We fear the cost.' }],
    ]);
    expect(releaseOf(stated)).toBeNull();
    expect(codeOf(stated, ORGANISER, out)).toBe('not-approved');
    expect(codeOf(approve(stated, 11), ORGANISER, out)).toBe('release-missing');
  });

  test('[P16] gives the jurors their whole notice, however late the second agrees', () => {
    const at = clockOf(approved) + 61 * 60_000;
    const inTime = play(approved, [
      [ORGANISER, { ...propose, goesOut: at }],
      [OVERSIGHT, agree],
    ]);
    expect(releaseOf(inTime)).toMatchObject({ at, agreed: true });
    expect(seenByJurorsFrom(releaseOf(inTime))).toBe(at - 3_600_000);
    const late = play(approved, [
      [ORGANISER, { ...propose, goesOut: clockOf(approved) }],
      [OVERSIGHT, agree],
    ]);
    expect(releaseOf(late)?.at).toBe(clockOf(proposed) + 3_600_000);
    expect(seenByJurorsFrom(releaseOf(proposed))).toBeNull();
  });

  test('[P17] is not early by a second', () => {
    expect(codeOf(agreed, ORGANISER, out)).toBe('release-not-due');
    const at = clockOf(approved) + 3_000;
    const waiting = play(approved, [
      [ORGANISER, { ...propose, notice: 0, goesOut: at }],
      [OVERSIGHT, agree],
    ]);
    expect(codeOf(waiting, ORGANISER, out)).toBe('release-not-due');
    const aSecondLater = play(waiting, [[FACILITATOR, { type: 'mute-juror', seat: 'S01', rule: 'insult' }]]);
    expect(eventsOf(aSecondLater, ORGANISER, out)).toHaveLength(2);
  });

  test('[P17] shows nothing to the public until it is out, whoever looks at it before', () => {
    expect(publicRecord(agreed.jury, {})?.verdict).toBeNull();
    const before = recordIfPublished(agreed.jury, {}, clockOf(agreed));
    expect(before.verdict?.recommendations).toHaveLength(2);
    expect(publicRecord(publish(approved).jury, {})?.verdict).toMatchObject({ language: 'en' });
  });

  test('[P17] waits where a source fell after the wording was frozen', () => {
    const drafted = play(juryAt('drafting'), [
      [juror(1), { type: 'propose-recommendation', ...wording('Run buses', [{ kind: 'message', id: 'M1' }]) }],
      [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
      [ORGANISER, { type: 'advance-stage', to: 'voting' }],
    ]);
    const ready = approve(vote(drafted, 'R1', { for: 18, against: 2 }), 11);
    const hidden = play(ready, [[FACILITATOR, { type: 'hide-message', message: 'M1', rule: 'insult' }]]);
    expect(refusalOf(hidden, ORGANISER, propose)).toEqual({ code: 'source-fallen', params: { id: 'R1' } });
    expect(releaseOf(play(ready, [[ORGANISER, propose]]))).not.toBeNull();
  });

  test('[P18] what the scan found is explained, and looked at again when there is more of it', () => {
    const found = (findings: number) => ({ facts: { findings } });
    expect(refusalOf(approved, ORGANISER, propose, found(2))).toEqual({
      code: 'findings-unexplained',
      params: { count: 2 },
    });
    const explained = play(approved, [[ORGANISER, { ...propose, notice: 0, note: 'A street.' }]], found(2));
    expect(codeOf(explained, OVERSIGHT, agree, found(3))).toBe('findings-changed');
    const both = play(explained, [[OVERSIGHT, agree]], found(2));
    expect(codeOf(both, ORGANISER, out, found(3))).toBe('findings-changed');
    expect(play(both, [[ORGANISER, out]], found(1)).jury.charter.stage).toBe('published');
  });

  test('[P89] another place in the stead of one that was looked at is not taken for it', () => {
    const found = (...places: readonly string[]) => ({ facts: { findings: places.length, places } });
    const explained = play(approved, [[ORGANISER, { ...propose, notice: 0, note: 'A street.' }]], found('aa', 'bb'));
    expect(codeOf(explained, OVERSIGHT, agree, found('aa', 'cc'))).toBe('findings-changed');
    const both = play(explained, [[OVERSIGHT, agree]], found('bb', 'aa'));
    expect(codeOf(both, ORGANISER, out, found('cc'))).toBe('findings-changed');
    expect(play(both, [[ORGANISER, out]], found('bb')).jury.charter.stage).toBe('published');
    const clean = play(approved, [[ORGANISER, { ...propose, notice: 0 }]]);
    expect(codeOf(clean, OVERSIGHT, agree, found('aa'))).toBe('findings-changed');
    // A journal from before hashes were kept.
    expect(unseenIn({}, ['aa'])).toBe(false);
    for (const role of ['organiser', 'oversight', 'juror'] as const)
      expect(JSON.stringify(viewJury(both.jury, { role, seat: 'S01' }).verdict?.release)).not.toContain('aa bb');
  });

  test('[P18] why a place may stand is read by the two alone', () => {
    const [event] = eventsOf(approved, ORGANISER, { ...propose, note: 'It is a street.' }, { facts: { findings: 1 } });
    const after = play(approved, [[ORGANISER, { ...propose, note: 'It is a street.' }]]);
    const seen = (role: 'organiser' | 'oversight' | 'juror' | 'returning-officer' | 'facilitator') =>
      JSON.stringify([viewJury(after.jury, { role }), event && viewEvent(event, { role })]).includes('It is a street.');
    expect([seen('organiser'), seen('oversight')]).toEqual([true, true]);
    expect([seen('juror'), seen('facilitator'), seen('returning-officer')]).toEqual([false, false, false]);
  });

  test('[P19] the record says in which language the jurors wrote', () => {
    const published = play(approved, [[ORGANISER, { ...propose, notice: 0 }], ...RELEASE.slice(1)]);
    expect(publicRecord(published.jury, {})?.verdict?.language).toBe('kk');
  });
});
