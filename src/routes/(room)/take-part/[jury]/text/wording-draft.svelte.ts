import * as v from 'valibot';
import { readKept, writeKept } from '../../../kept.ts';
import { asCited } from '../../../../../lib/jury/verdict/citation.ts';
import { EXTRAS } from '../../../../../lib/jury/verdict/extras.ts';
import type { Extra } from '../../../../../lib/jury/verdict/extras.ts';
import { citeOf } from './cite.ts';
import type { Wording } from '../../../../../lib/jury/verdict/verdict.ts';

const keptSchema = v.object({
  /** The version that these words are meant to follow; 0 for a new recommendation. */
  base: v.number(),
  title: v.string(),
  text: v.string(),
  rationale: v.string(),
  addressee: v.string(),
  // Absent in what was kept before there were such fields.
  byWhen: v.optional(v.string(), ''),
  cost: v.optional(v.string(), ''),
  act: v.optional(v.string(), ''),
  lawNow: v.optional(v.string(), ''),
  lawNew: v.optional(v.string(), ''),
  judgement: v.optional(v.string(), ''),
  /** As `citeOf` writes them. */
  citations: v.array(v.string()),
});

export type WordingFields = v.InferOutput<typeof keptSchema>;

const extraFields = (say: (extra: Extra) => string | undefined): Record<Extra, string> =>
  Object.fromEntries(EXTRAS.map((extra) => [extra, say(extra) ?? ''])) as Record<Extra, string>;

const NOTHING = { title: '', text: '', rationale: '', addressee: '', ...extraFields(() => '') };
export const EMPTY: WordingFields = { base: 0, ...NOTHING, citations: [] };

export function fieldsFrom(
  { title, text, rationale, addressee, citations, ...rest }: Wording,
  base: number,
): WordingFields {
  return {
    base,
    title: title.text ?? '',
    text: text.text ?? '',
    rationale: rationale.text ?? '',
    addressee,
    ...extraFields((extra) => rest[extra]?.text ?? ''),
    citations: citations.map((one) => citeOf(asCited(one))),
  };
}

/** The same from a form that came back refused: flat, citations as `citations.0.kind`. */
export function fieldsReturned(values: Readonly<Record<string, string>>): WordingFields {
  const rows = Object.keys(values).filter((name) => /^citations\.\d+\.kind$/.test(name));
  return {
    base: Number(values['base'] ?? 0),
    title: values['title'] ?? '',
    text: values['text'] ?? '',
    rationale: values['rationale'] ?? '',
    addressee: values['addressee'] ?? '',
    ...extraFields((extra) => values[extra]),
    citations: rows.map((row) => {
      const [kind, id, version, quote] = ['kind', 'id', 'version', 'quote'].map(
        (part) => values[row.replace(/kind$/, part)],
      );
      if (quote !== undefined) return `${kind}:${id}:${version ?? '1'}:${quote}`;
      return version === undefined || version === '1' ? `${kind}:${id}` : `${kind}:${id}:${version}`;
    }),
  };
}

/** A recommendation in the writing, kept on the device with the version it was begun from. */
export class WordingDraft {
  fields: WordingFields;
  readonly #key: string;
  readonly #start: string;

  constructor(key: string, start: WordingFields) {
    this.#key = `alqa.draft.${key}`;
    this.#start = JSON.stringify(start);
    this.fields = $state({ ...start, citations: [...start.citations] });
  }

  /** Call once in the browser, before anything is typed. */
  restore(): void {
    const kept = readKept(this.#key);
    if (kept === '') return;
    const parsed = v.safeParse(keptSchema, JSON.parse(kept));
    if (parsed.success) this.fields = parsed.output;
  }

  /** Call whenever something changes. Words that nobody touched are not worth keeping. */
  keep(): void {
    const now = JSON.stringify(this.fields);
    writeKept(this.#key, now === this.#start ? '' : now);
  }

  forget(): void {
    writeKept(this.#key, '');
  }
}
