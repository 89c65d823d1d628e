/** All records of one jury in one file, `record.json`: easier to download than five files a draw. */
import * as v from 'valibot';
import { canonicalJson } from '../canonical.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { RecordFiles } from './files.ts';

export const BUNDLE_FILE = 'record.json';
export const BUNDLE_FORMAT = 'alqa-lottery-1';

const Files = v.strictObject({
  'pool.json': v.string(),
  'targets.json': v.string(),
  'list.json': v.string(),
  'commitment.json': v.string(),
  'draw.json': v.exactOptional(v.string()),
  SHA256SUMS: v.string(),
});
const Bundle = v.strictObject({ format: v.literal(BUNDLE_FORMAT), records: v.pipe(v.array(Files), v.minLength(1)) });

/** The first draw and the replacements after it, in order; each file is kept as text, to the letter. */
export const bundleOf = (records: readonly RecordFiles[]): string => canonicalJson({ format: BUNDLE_FORMAT, records });

/** The records in a bundle, or in English why the text is none. Whether they hold is not asked. */
export function readBundle(text: string): Result<readonly RecordFiles[], string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(`not JSON (${error.message})`);
  }
  const parsed = v.safeParse(Bundle, json, { abortEarly: true });
  if (parsed.success) return ok(parsed.output.records);
  const [first] = parsed.issues;
  return err(`${v.getDotPath(first) ?? 'the content'}: ${first.message}`);
}
