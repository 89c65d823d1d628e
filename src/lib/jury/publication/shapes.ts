/** The small shapes that all parts of `record.json` share. */
import * as v from 'valibot';

export const instant = v.pipe(v.number(), v.integer(), v.description('Milliseconds since 1970, UTC.'));
export const day = v.pipe(v.string(), v.isoDate(), v.description('A calendar day, such as 2027-03-31.'));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const content = v.pipe(
  v.object({ sha256, text: v.nullable(v.string()) }),
  v.description('A text with its salted SHA-256, as the journal holds it. `text` is null once it was erased.'),
);
