import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/lib/ui/tokens.css', import.meta.url), 'utf8');

type Colours = ReadonlyMap<string, readonly [light: string, dark: string]>;

/** The colours that one rule of tokens.css sets. */
function coloursOf(selector: string): Colours {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  const found = [...rule.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)];
  return new Map(found.map(([, name, light, dark]) => [name!, [light!, dark!]]));
}

/** Relative luminance: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = 4.5;
const SHAPES = 3;
const HIGH = 7;
const PAIRS: [ink: string, ground: string, least: number][] = [
  ...['ground', 'surface', 'sunken', 'accent-soft', 'urgent-soft', 'done-soft'].flatMap(
    (ground): [string, string, number][] => [
      ['ink', ground, TEXT],
      ['ink-soft', ground, TEXT],
    ],
  ),
  ...['ground', 'surface', 'sunken'].flatMap((ground): [string, string, number][] => [
    ['accent', ground, TEXT],
    ['accent-strong', ground, TEXT],
    ['urgent', ground, TEXT],
    ['done', ground, TEXT],
    ['edge', ground, SHAPES],
  ]),
  ['accent', 'accent-soft', TEXT],
  ['accent-strong', 'accent-soft', TEXT],
  ['urgent', 'urgent-soft', TEXT],
  ['done', 'done-soft', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['on-urgent', 'urgent', TEXT],
  ['on-done', 'done', TEXT],
];

const normal = coloursOf(':root');
const more = new Map([...normal, ...coloursOf(":root[data-contrast='more']")]);

describe('colours', () => {
  it('measures as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(PAIRS)('%s on %s stand out at least %d to 1, light and dark', (ink, ground, least) => {
    for (const mode of [0, 1] as const) {
      expect(contrast(normal.get(ink)![mode], normal.get(ground)![mode])).toBeGreaterThanOrEqual(least);
      expect(contrast(more.get(ink)![mode], more.get(ground)![mode])).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(['ink', 'ink-soft', 'accent', 'urgent', 'done', 'edge'])('%s reaches 7 to 1 at high contrast', (ink) => {
    for (const mode of [0, 1] as const) {
      for (const ground of ['ground', 'surface', 'sunken']) {
        expect(contrast(more.get(ink)![mode], more.get(ground)![mode])).toBeGreaterThanOrEqual(HIGH);
      }
    }
  });

  it('mean the same whether high contrast comes from the device or from the page', () => {
    expect(coloursOf(":root:not([data-contrast='normal'])")).toEqual(coloursOf(":root[data-contrast='more']"));
  });

  it('stand nowhere but in tokens.css', () => {
    for (const file of ['base.css', 'button.css', 'field.css', 'dialog.css']) {
      const text = readFileSync(new URL(`../../src/lib/ui/${file}`, import.meta.url), 'utf8').split('@media print')[0]!;
      expect(text, file).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i);
    }
  });
});
