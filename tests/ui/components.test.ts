import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { readAppearance } from '../../src/lib/ui/appearance.ts';
import ConfirmAct from '../../src/lib/ui/ConfirmAct.svelte';
import Field from '../../src/lib/ui/Field.svelte';
import Button from '../../src/lib/ui/Button.svelte';
import ChanceHistogram from '../../src/lib/ui/charts/ChanceHistogram.svelte';
import CompositionChart from '../../src/lib/ui/charts/CompositionChart.svelte';
import LeastChances from '../../src/lib/ui/charts/LeastChances.svelte';
import VoteSeats from '../../src/lib/ui/charts/VoteSeats.svelte';
import { widestLane } from '../../src/lib/ui/charts/composition.ts';
import { sameSitePath } from '../../src/lib/ui/same-site-path.ts';

const children = createRawSnippet(() => ({ render: () => '<span>Go</span>' }));

describe('components without a script', () => {
  it('an irreversible act is a fold with a form that posts', () => {
    const { body } = render(ConfirmAct, {
      props: {
        label: 'Draw',
        title: 'Draw the jury',
        follows: ['It is drawn once.'],
        action: '?/draw',
        fields: { type: 'draw-panel' },
      },
    });
    expect(body).toMatch(
      /<details[\s\S]*<summary[^>]*>Draw<\/summary>[\s\S]*It is drawn once\.[\s\S]*<form method="post" action="\?\/draw"/,
    );
    expect(body).toContain('<input type="hidden" name="type" value="draw-panel"/>');
  });

  it('a field keeps its value and is tied to its label, hint and error', () => {
    const { body } = render(Field, {
      props: { name: 'title', label: 'Title', value: 'Park', hint: 'Short', error: 'Too long' },
    });
    const id = /<label[^>]* for="([^"]+)"/.exec(body)?.[1];
    expect(body).toContain(`aria-describedby="${id}-hint ${id}-error"`);
    expect(body).toMatch(/<input[^>]*value="Park"/);
    expect(body).toContain('aria-invalid="true"');
  });

  it('no component writes an inline style, which the content policy would refuse', () => {
    const rows = [
      {
        category: 'Age',
        values: [
          { value: '18–29', population: 0.3, pool: { count: 9, share: 0.2 }, panel: { count: 7 }, min: 6, max: 8 },
        ],
      },
    ];
    const bodies = [
      render(Button, { props: { children } }).body,
      render(CompositionChart, { props: { rows, seats: 24 } }).body,
      render(VoteSeats, { props: { votes: { for: 18, against: 3, abstain: 2 }, seats: 24 } }).body,
      render(ChanceHistogram, { props: { chances: [0, 0.1, 0.3], equal: 0.15 } }).body,
      render(LeastChances, { props: { here: 0.04, legacy: 0, equal: 0.1 } }).body,
    ];
    for (const body of bodies) expect(body).not.toContain('style=');
  });
});

describe('charts', () => {
  it('draw one mark a seat and say the same in a sentence', () => {
    const { body } = render(VoteSeats, {
      props: { votes: { for: 18, against: 3, abstain: 2 }, seats: 24, needed: 13 },
    });
    const [marks] = body.split('<ul');
    expect(marks?.match(/<svg/g)).toHaveLength(24);
    expect(body).toContain('Of 24 jurors 18 supported this, 3 voted against, 2 abstained and 1 did not vote.');
    expect(body).toContain('13 votes were needed.');
  });

  it('draw one dot a juror and name the group that misses its target', () => {
    const value = { value: '18–29', panel: { count: 9 }, min: 6, max: 8 };
    const { body } = render(CompositionChart, { props: { rows: [{ category: 'Age', values: [value] }], seats: 24 } });
    expect(body.match(/r="4\.2"/g)).toHaveLength(9);
    expect(body).toContain('0 of 1 groups are within their targets.');
    expect(body).toContain('outside the target');
  });

  it('draw a bar for each band of chances, name those who have none and say the same in a sentence', () => {
    const { body } = render(ChanceHistogram, { props: { chances: [0, 0.04, 0.1, 0.1], equal: 0.06 } });
    expect(body.match(/<rect/g)).toHaveLength(3);
    expect(body).toContain('Of those who can be drawn, the least likely has a chance of 4%, the likeliest 10%');
    expect(body).toContain('1 person cannot be drawn at all');
    expect(body.match(/same for everyone: 6%/g)).toHaveLength(1);
  });

  it('set two ways of drawing side by side', () => {
    const { body } = render(LeastChances, { props: { here: 0.04, legacy: 0.0017, equal: 0.998 } });
    expect(body.match(/<rect/g)).toHaveLength(3);
    expect(body).toContain('would have a chance of 0.17%; with this lottery it is 4%.');
    expect(body).toContain('99%');
  });

  it('are as wide as their longest lane', () => {
    expect(widestLane([], 24)).toBe(1);
    expect(widestLane([{ category: 'Age', values: [{ value: 'a', population: 0.51, min: 3, max: 5 }] }], 24)).toBe(13);
  });
});

describe('what comes from cookies and addresses', () => {
  it('is only what we know', () => {
    expect(readAppearance('dark', 'more')).toEqual({ theme: 'dark', contrast: 'more' });
    expect(readAppearance('"><script>', undefined)).toEqual({ theme: 'system', contrast: 'system' });
  });

  it('leads back to this site only', () => {
    expect(sameSitePath('/juries/J1?tab=2')).toBe('/juries/J1?tab=2');
    for (const text of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\\b', '/a\nb', '', null, 7]) {
      expect(sameSitePath(text)).toBe('/');
    }
  });
});
