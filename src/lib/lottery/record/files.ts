/** The files of a public record: what is in each, and how their texts are read. */
import * as v from 'valibot';
import { canonicalJson } from '../canonical.ts';
import { sha256Hex } from '../chance.ts';
import { OBJECTIVES } from '../lottery.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

/** Name and version of the lottery. A change of anything that could change a panel is a new name. */
export const RECORD_METHOD = 'alqa-list-1';

/** What the commitment is made of, in the order in which `SHA256SUMS` names them. `draw.json` follows it. */
export const COMMITTED_FILES = ['pool.json', 'targets.json', 'list.json', 'commitment.json'] as const;
export const RECORD_FILES = [...COMMITTED_FILES, 'draw.json', 'SHA256SUMS'] as const;
export type RecordFileName = (typeof RECORD_FILES)[number];

/**
 * The texts of the files by their names. Without `draw.json` it is a commitment that has not been drawn from yet. Each
 * is RFC 8785 JSON without a line feed at the end, but for `SHA256SUMS`, which `sha256sum --check` reads.
 */
export type RecordFiles = Readonly<Record<Exclude<RecordFileName, 'draw.json'>, string>> & {
  readonly 'draw.json'?: string;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();
const text = v.custom<string>(isText, 'Expected text in well-formed Unicode');
/** Not `v.record`, which refuses some names that a category may have. */
const texts = v.custom<Readonly<Record<string, string>>>(
  (value) => value !== null && typeof value === 'object' && Object.entries(value).flat().every(isText),
  'Expected one text a category',
);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Expected a SHA-256 in lower-case hex'));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(whole, v.minValue(1));
const ids = v.pipe(v.array(text), v.readonly());

const Pool = v.array(v.strictObject({ id: text, values: texts, household: v.exactOptional(text) }));

const Targets = v.array(
  v.strictObject({
    category: text,
    value: text,
    min: whole,
    max: whole,
    minFlex: v.exactOptional(whole),
    maxFlex: v.exactOptional(whole),
  }),
);

const List = v.strictObject({ panels: v.pipe(v.array(ids), v.minLength(1)) });

const Replacement = v.strictObject({
  of: hash,
  leaving: v.pipe(ids, v.minLength(1)),
  left: ids,
  seated: ids,
  deviations: v.pipe(
    v.array(v.strictObject({ category: text, value: text, bound: v.picklist(['min', 'max']), from: whole, to: whole })),
    v.readonly(),
  ),
});

const Commitment = v.strictObject({
  method: text,
  objective: v.picklist(OBJECTIVES),
  pool: hash,
  targets: hash,
  list: hash,
  size: count,
  seats: count,
  alternates: whole,
  replacement: v.exactOptional(Replacement),
});

const drawn = {
  commitment: hash,
  number: whole,
  panel: ids,
  alternates: ids,
  drawnAt: v.exactOptional(text),
  witnesses: v.exactOptional(ids),
};
const Draw = v.union([v.strictObject({ ...drawn, seed: text }), v.strictObject({ ...drawn, ticket: text })]);

/**
 * What is fixed before the seed exists: the hashes of pool, targets and list, how many panels and seats there are, and how
 * many alternates will be drawn. Its own SHA-256 is the commitment that is published.
 */
export type Commitment = Readonly<v.InferOutput<typeof Commitment>>;

/**
 * What a replacement draw follows from. `of` is the SHA-256 of the `draw.json` before it; `leaving` are those who leave
 * now, `left` those who had left before, none of whom may be drawn; `seated` keep their seats. `deviations` are the
 * targets' bounds that no panel with the seated could meet, and how far each had to give way.
 */
export type ReplacementTerms = Readonly<v.InferOutput<typeof Replacement>>;

/** What the seed or the dice decided: the number, the panel there, and the alternates in the order they are asked. */
export type PanelDraw = Readonly<v.InferOutput<typeof Draw>>;

/** A file of a record is larger than any that this library makes. */
export const MAX_RECORD_BYTES = 128 * 1024 * 1024;

/** The text of a file to the byte, a byte order mark included; null where it is not UTF-8 and so no file of a record. */
export function recordText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The commitment, SHA-256 of `commitment.json`: what is published before the seed exists. */
export const commitmentHash = (files: RecordFiles): string => sha256Hex(files['commitment.json']);

const SCHEMAS = {
  'pool.json': Pool,
  'targets.json': Targets,
  'list.json': List,
  'commitment.json': Commitment,
  'draw.json': Draw,
} as const;
export type JsonFileName = keyof typeof SCHEMAS;

/** The content of a record's file, or in English why the text cannot be one. The text must be RFC 8785 to the letter. */
export function readRecordFile<Name extends JsonFileName>(
  name: Name,
  content: string,
): Result<v.InferOutput<(typeof SCHEMAS)[Name]>, string> {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(`not JSON (${error.message})`);
  }
  const parsed = v.safeParse(SCHEMAS[name] as v.GenericSchema<unknown, v.InferOutput<(typeof SCHEMAS)[Name]>>, json, {
    abortEarly: true,
  });
  if (!parsed.success) {
    const [first] = parsed.issues;
    return err(`${v.getDotPath(first) ?? 'the content'}: ${first.message}`);
  }
  if (canonicalJson(parsed.output) !== content) return err('JSON that is not in its canonical form (RFC 8785)');
  return ok(parsed.output);
}

/** The text of `SHA256SUMS`: the hash of each file, as `sha256sum` prints it. */
export function sumsOf(files: Omit<RecordFiles, 'SHA256SUMS'>): string {
  const names = files['draw.json'] === undefined ? COMMITTED_FILES : ([...COMMITTED_FILES, 'draw.json'] as const);
  return names.map((name) => `${sha256Hex(files[name] ?? '')}  ${name}\n`).join('');
}
