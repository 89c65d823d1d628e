import * as v from 'valibot';
import type { Draw } from './draw.ts';
import type { Pool, Targets } from '../pool.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const PublishedTargets = v.array(
  v.strictObject({
    category: v.string(),
    value: v.string(),
    min: whole,
    max: whole,
    minFlex: v.exactOptional(whole),
    maxFlex: v.exactOptional(whole),
  }),
);

const PublishedPool = v.array(v.strictObject({ id: v.string(), values: v.record(v.string(), v.string()) }));

const PublishedDraw = v.strictObject({
  method: v.string(),
  poolHash: v.string(),
  targetsHash: v.string(),
  seats: v.pipe(whole, v.minValue(1)),
  commitment: v.string(),
  seed: v.string(),
  orderHash: v.string(),
  panel: v.array(v.string()),
  alternates: v.array(v.string()),
});

/** Each parser takes the text of a published file and gives its content, or what is wrong with it in English. */
export const parsePool = (text: string): Result<Pool, string> => parseWith(PublishedPool, text);
export const parseTargets = (text: string): Result<Targets, string> => parseWith(PublishedTargets, text);
export const parseDraw = (text: string): Result<Draw, string> => parseWith(PublishedDraw, text);

function parseWith<T>(schema: v.GenericSchema<unknown, T>, text: string): Result<T, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(`It is not JSON: ${error.message}.`);
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return ok(parsed.output);
  const [first] = parsed.issues;
  return err(`${v.getDotPath(first) ?? 'The content'}: ${first.message}.`);
}
