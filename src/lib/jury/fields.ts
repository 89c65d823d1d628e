/** The field shapes that commands share. Forms send text only, so whole numbers and yes/no also arrive as strings. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import type { LOCALES } from './terms.ts';

/** One line of text, trimmed, 1 to `max` characters. Control characters, halves of characters and direction overrides are not text ([A6]). */
export const line = (max: number = LIMITS.line) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(max),
    v.regex(/^[^\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]*$/u),
  );

/** Text in paragraphs, trimmed, 1 to `max` characters. */
export const prose = (max: number = LIMITS.paragraph) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
    v.minLength(1),
    v.maxLength(max),
    v.regex(/^(?:[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\n|\t)*$/u),
  );

/** Text that may be left out; an empty field is left out too. */
export const optionalLine = (max: number = LIMITS.line) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      line(max),
    ]),
  );

/** The same in paragraphs. */
export const optionalProse = (max: number = LIMITS.paragraph) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      prose(max),
    ]),
  );

export const whole = (min: number, max: number) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^-?\d{1,9}$/), v.transform(Number))]),
    v.integer(),
    v.minValue(min),
    v.maxValue(max),
  );

/** A whole number that may be left out; an empty field is left out too. */
export const optionalWhole = (min: number, max: number) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      whole(min, max),
    ]),
  );

export const yes = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['on', 'true', 'false', '']),
    v.transform((text) => text === 'on' || text === 'true'),
  ),
]);

/** A calendar day that exists. */
export const day = v.pipe(v.string(), v.isoDate(), v.check(existsInTheCalendar));

/** A day that may be left open; an empty field is left open too. */
export const optionalDay = v.optional(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    day,
  ]),
);

/** A moment in milliseconds since 1970, or as a form sends it: `2027-03-31T18:00`, taken as UTC. */
export const instant = v.union([
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)),
  v.pipe(
    v.string(),
    v.isoDateTime(),
    v.check(existsInTheCalendar),
    v.transform((text) => Date.parse(`${text}Z`)),
  ),
]);

/** An id: `S01`, `R3`, a member's. What every object answers to (`constructor`, `__proto__`) is nobody's id. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/),
  v.check((text) => !(text in Object.prototype)),
);

/** The code on a paper: 60 bits as 12 signs of Crockford's alphabet, which has no letter that looks like a digit. */
export const paperCode = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/),
);

/** The same as somebody types it from a slip of paper. One that is misread stays a text, which is no paper's code, and is refused as such. */
export const typedPaperCode = v.pipe(
  line(40),
  v.transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')),
);

export const translated = (max: number = LIMITS.line) =>
  v.object({ en: prose(max), ru: prose(max), kk: prose(max) } satisfies Record<(typeof LOCALES)[number], unknown>);

export const fraction = v.object({ num: whole(0, 1000), den: whole(1, 1000) });

/** A web address that a reader may follow. */
export const webAddress = v.pipe(line(2_000), v.url(), v.regex(/^https?:\/\//i));

/** `Date.parse` makes 3 March of 31 February. */
function existsInTheCalendar(text: string): boolean {
  const midnight = new Date(`${text.slice(0, 10)}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text.slice(0, 10));
}
