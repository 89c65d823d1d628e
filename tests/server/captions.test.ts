import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaptions } from '../../src/lib/server/captions.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readCaptions(bytes(text));
const CUE = '00:01.000 --> 00:04.000\nThe air in January.';

describe('[E32] captions', () => {
  test('say what is said, a cue a line, with who speaks and without marks for the eye', () => {
    const text = `WEBVTT - Air\nLanguage: en\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n1\n${CUE}\n\n00:00:04.000 --> 01:00:05.500 align:start\n<v Aigerim>5 &lt; 6 <b>is</b>\ntrue.</v>\n`;
    expect(read(text)).toEqual({ words: 'The air in January.\nAigerim: 5 < 6 is true.' });
  });

  test.each([
    ['a mark of byte order', `\uFEFFWEBVTT\n\n${CUE}`],
    ['lines as Windows ends them', `WEBVTT\r\n\r\n${CUE.replace('\n', '\r\n')}`],
    ['hours of three digits', 'WEBVTT\n\n100:00:00.000 --> 100:00:01.000\nLate.'],
  ])('are read with %s', (_what, text) => expect(read(text)).not.toBeNull());

  test.each([
    ['nothing', ''],
    ['another format', '1\n00:00:01,000 --> 00:00:04,000\nSubRip'],
    ['a web page', '<html>WEBVTT</html>'],
    ['no cue', 'WEBVTT\n\n'],
    ['no words', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>'],
    ['a cue without a time', 'WEBVTT\n\nwords'],
    ['a cue that ends before it begins', 'WEBVTT\n\n00:04.000 --> 00:01.000\nBack.'],
    ['minutes that are none', 'WEBVTT\n\n00:61.000 --> 00:62.000\nx'],
    ['control characters', `WEBVTT\n\n${CUE}\u0007`],
    ['words that run backwards', `WEBVTT\n\n${CUE}\u202Eabc`],
  ])('are refused with %s', (_what, text) => expect(read(text)).toBeNull());

  test('are refused when they are not UTF-8', () => {
    expect(readCaptions(new Uint8Array([...bytes(`WEBVTT\n\n${CUE}`), 0xff, 0xfe]))).toBeNull();
  });

  test('never trouble the reader, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => void readCaptions(any)));
    const line = fc.constantFrom('WEBVTT', '', '00:01.000 --> 00:02.000', '-->', '<v', '<v a>', 'x', 'NOTE');
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => void read(lines.join('\n'))));
  });
});
