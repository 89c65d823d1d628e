import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import type { PublicRecord } from '../../src/lib/jury/publication/record.ts';
import { responseBlocks } from '../../src/routes/juries/response-manuscript.ts';
import Verdict from '../../src/routes/juries/[jury]/Verdict.svelte';
import { AUTHORITY, answer, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const recordOf = ({ jury }: Played): PublicRecord => publicRecord(jury, {})!;
const published = juryAt('published');
const textsOf = (played: Played, now = Date.UTC(2027, 4, 1)): string[] => {
  const { charter, verdict } = recordOf(played);
  const blocks = responseBlocks(verdict!.recommendations[0]!, charter.mandate?.respondBy, now);
  return blocks.flatMap((block) => ('text' in block ? [block.text] : []));
};

describe('[P85] the printed verdict', () => {
  test('carries every answer and report in the order in which they came', () => {
    const followed = play(published, [
      [AUTHORITY, { type: 'acknowledge-recommendation', recommendation: 'R1' }],
      [AUTHORITY, { ...answer('R1'), position: 'needs-more-time', reasons: 'We count first.', until: '2027-09-01' }],
      [AUTHORITY, { ...answer('R1'), reasons: 'We have counted.' }],
      [
        AUTHORITY,
        {
          type: 'report-progress',
          recommendation: 'R1',
          progress: 'in-development',
          text: 'Tender is out.',
          correction: false,
        },
      ],
      [AUTHORITY, { ...answer('R1'), position: 'rejected', reasons: 'The money is gone.' }],
    ]);
    const texts = textsOf(followed);
    const order = [
      'The authority says that it has',
      'We count first.',
      'We have counted.',
      'Tender is out.',
      'The money is gone.',
    ];
    const places = order.map((part) => texts.findIndex((text) => text.startsWith(part)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(texts.filter((text) => text.startsWith('Responsible'))).toHaveLength(3);
  });

  test('says by when an answer is due while there is none, also where the authority has said that it has it', () => {
    const received = play(published, [[AUTHORITY, { type: 'acknowledge-recommendation', recommendation: 'R1' }]]);
    for (const played of [published, received]) expect(textsOf(played).at(-1)).toMatch(/30 June 2027/);
    expect(textsOf(published, Date.UTC(2028, 0, 1)).at(-1)).not.toBe(textsOf(published).at(-1));
  });
});

describe('[P86] a verdict that is shown before it is out', () => {
  const record = recordOf(published);
  const shown = (goesOut?: number | null): string => {
    const props = { record, verdict: record.verdict!, now: record.verdict!.publishedAt };
    return render(Verdict, { props: goesOut === undefined ? props : { ...props, goesOut } }).body;
  };
  const day = /1 March 2027/;

  test('says when it will be published, and no day of publication before one is agreed', () => {
    expect(shown()).toContain('Published: ');
    const planned = shown(Date.UTC(2027, 2, 1, 9));
    expect(planned).toMatch(/Will be published: [^<]*1 March 2027/);
    expect(planned).not.toContain('>Published: ');
    expect(shown(null)).not.toMatch(day);
    expect(shown(null)).not.toMatch(/ublished: /);
  });
});
