import { describe, expect, test } from 'vitest';
import { PICTURE, drawPicture, svgOf } from '../../src/lib/server/typesetting/picture.ts';
import type { Notice } from '../../src/lib/server/typesetting/picture.ts';
import { createTypesetter } from '../../src/lib/server/typesetting/typesetter.ts';

const notice = (over: Partial<Notice> = {}): Notice => ({
  language: 'kk',
  kicker: 'Тапсырыс беруші орган: Көкөзек қаласының әкімдігі',
  title: 'Қыстағы таза ауа: не істеу керек?',
  sentences: ['Ұсыныс: 27, қабылданғаны: 20, жауап берілгені: 9.'],
  urgent: '3 жазбаның мерзімі өтіп кетті.',
  address: 'https://jury.example.org/juries/winter-air',
  ...over,
});

const words = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1] as string);
const sizeOf = (png: Uint8Array): number[] => {
  const bytes = Buffer.from(png);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the picture beside a link', () => {
  test('[P47] is a PNG of 1200 by 630, the same whenever it is drawn, other for other words', async () => {
    const png = await drawPicture(notice());
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    expect(sizeOf(png)).toEqual([PICTURE.width, PICTURE.height]);
    expect(Buffer.from(await drawPicture(notice())).equals(Buffer.from(png))).toBe(true);
    expect(Buffer.from(await drawPicture(notice({ urgent: null }))).equals(Buffer.from(png))).toBe(false);
  });

  test('[P47] has the Kazakh letters: each leaves its own mark', async () => {
    const drawn = await Promise.all(
      [...'әғқңөұүһі '].map(async (letter) => {
        const title = letter;
        return Buffer.from(await drawPicture(notice({ title, kicker: '', sentences: [], urgent: null }))).toString(
          'base64',
        );
      }),
    );
    expect(new Set(drawn).size).toBe(10);
  });

  test('keeps every word where there is room, what is late first', () => {
    const { title, urgent, sentences, address } = notice();
    const text = words(svgOf(notice())).join(' ');
    expect(text).toContain(`${title} ${urgent} ${sentences[0]}`);
    expect(text).toContain(address);
  });

  test('stays within its edges whatever is written, and marks what it leaves out', () => {
    const svg = svgOf(notice({ title: 'Ұзақсөз'.repeat(60), sentences: ['бес сөз бар мұнда '.repeat(80)] }));
    const heights = [...svg.matchAll(/ y="(\d+)"/g)].map((match) => Number(match[1]));
    expect(Math.max(...heights)).toBeLessThan(PICTURE.height);
    expect(words(svg).at(-2)).toMatch(/ …$/);
  });

  test('lets nothing that was written become a tag, and takes signs that no letter of the typeface has', async () => {
    const hostile = notice({ title: '</text><image href="file:///etc/passwd"/> & \u0000 \u{1F600}', language: '"><x' });
    expect(svgOf(hostile)).not.toContain('<image');
    expect(sizeOf(await drawPicture(hostile))).toEqual([PICTURE.width, PICTURE.height]);
  });

  test('is drawn in a thread, once for many who ask', async () => {
    const { draw } = createTypesetter();
    const [one, two] = await Promise.all([draw(notice()), draw(notice())]);
    expect(two).toBe(one);
    expect(sizeOf(one)).toEqual([PICTURE.width, PICTURE.height]);
  });
});
