/** What a recommendation rests on: something that stands in the jury, and of an exhibit perhaps one passage. */
import * as v from 'valibot';
import type { Asked } from '../context.ts';
import { noteCalled } from '../deliberation/tables/tables.ts';
import { editionOf, wordsOf } from '../evidence/exhibit.ts';
import { timesIn } from '../evidence/passage.ts';
import { id, line, whole } from '../fields.ts';
import { refuse } from '../result.ts';
import type { Refusal } from '../result.ts';
import type { Content } from '../terms.ts';

/** `statement` is one that the jury was asked about, `submission` a question that the public sent. */
export const CITED = ['exhibit', 'answer', 'check', 'message', 'table-note', 'statement', 'submission'] as const;

/** Characters of a passage. */
export const LONGEST_PASSAGE = 600;

/** How many things one recommendation may rest on. */
export const MOST_CITED = 30;

/** `version`, of an exhibit: the one that was read; without it the newest. `quote`: a passage in it. */
export const citationSchema = v.object({
  kind: v.picklist(CITED),
  id,
  version: v.optional(whole(1, 10_000)),
  quote: v.optional(line(LONGEST_PASSAGE)),
});

/** The same as a form sends it: in one word, as `keyOf` writes it; left out or empty for none. */
export const optionalCitation = v.optional(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    citationSchema,
    v.pipe(
      v.string(),
      v.maxLength(1_000),
      v.transform(citedIn),
      v.check((cited) => cited !== null),
      v.transform((cited) => cited ?? undefined),
    ),
  ]),
);

export interface Citation {
  readonly kind: (typeof CITED)[number];
  readonly id: string;
  /** Of an exhibit: the version that was read. Absent in old journals, where there was one only. */
  readonly version?: number;
  /** [V73] Of an exhibit: the passage. */
  readonly quote?: Content;
}

/** A citation while it is written. */
export interface Cited {
  readonly kind: Citation['kind'];
  readonly id: string;
  readonly version?: number | undefined;
  readonly quote?: string | undefined;
}

/** As one word: `answer:Q1`, `exhibit:E1` for the first version, `exhibit:E1:2` for the second, `exhibit:E1:1:a passage`. */
export function keyOf({ kind, id, version = 1, quote }: Cited): string {
  if (quote !== undefined) return `${kind}:${id}:${version}:${quote}`;
  return version === 1 ? `${kind}:${id}` : `${kind}:${id}:${version}`;
}

const KEY = /^([a-z-]+):([A-Za-z0-9_-]{1,64})(?::([1-9]\d{0,3})(?::(\S.{0,599}))?)?$/u;

/** The same backwards; null for what is none. */
export function citedIn(key: string): Cited | null {
  const [, kind, cited, version, quote] = KEY.exec(key) ?? [];
  const read = version ?? (kind === 'exhibit' ? 1 : undefined);
  const parsed = v.safeParse(citationSchema, { kind, id: cited, version: read, quote });
  return parsed.success ? parsed.output : null;
}

/** A citation that stands, as it was while it was written. */
export const asCited = ({ quote, ...rest }: Citation): Cited =>
  quote === undefined ? rest : { ...rest, quote: quote.text ?? '' };

export const keysOf = (cited: readonly Cited[]): string => cited.map(keyOf).toSorted().join('\n');

/** [E30] A citation of an exhibit says which version was read. */
export function withVersion(cited: Cited, { jury }: Pick<Asked, 'jury'>): Cited {
  const { kind, id, version, quote } = cited;
  const passage = quote === undefined ? {} : { quote };
  if (kind !== 'exhibit') return { kind, id, ...passage };
  const newest = jury.evidence.exhibits.find((one) => one.id === id)?.version;
  return { kind, id, version: version ?? newest ?? 1, ...passage };
}

export const sealedCitation = ({ kind, id, version, quote }: Cited, seal: Asked['seal']): Citation => ({
  kind,
  id,
  ...(version === undefined ? {} : { version }),
  ...(quote === undefined ? {} : { quote: seal(quote) }),
});

/** The first that cannot be cited, or whose passage does not stand in what is cited. */
export function faultIn(citations: readonly Cited[], asked: Pick<Asked, 'jury'>): Refusal | null {
  const unknown = citations.find((one) => !isCitable(asked, one));
  if (unknown) return refuse('citation-unknown', { id: unknown.id }).error;
  const misquoted = citations.find((one) => one.quote !== undefined && !isPassage(asked, one));
  return misquoted ? refuse('passage-not-cited', { id: misquoted.id }).error : null;
}

/** [V73] Word for word, in the version that is cited. */
function isPassage({ jury }: Pick<Asked, 'jury'>, { kind, id, version = 1, quote = '' }: Cited): boolean {
  const exhibit = kind === 'exhibit' && jury.evidence.exhibits.find((one) => one.id === id);
  const edition = exhibit && editionOf(exhibit, version);
  return !!edition && timesIn(wordsOf(edition)?.text ?? '', quote) > 0;
}

/**
 * [V4] [D82] [E54] [V74] What can be cited: exhibits that stand, questions and fact checks that were answered, messages that were not hidden, notes
 * of tables, statements that the jury has answered, questions of the public that were let in.
 */
function isCitable({ jury }: Pick<Asked, 'jury'>, { kind, id, version = 1 }: Cited): boolean {
  switch (kind) {
    case 'exhibit':
      return jury.evidence.exhibits.some((one) => one.id === id && !one.withdrawn && version <= one.version);
    case 'answer':
      return jury.evidence.questions.some((question) => question.id === id && question.answer !== undefined);
    case 'check':
      return jury.evidence.checks.some((check) => check.id === id && check.answer !== undefined);
    case 'message':
      return jury.room.messages.some((message) => message.id === id && message.hidden === undefined);
    case 'table-note':
      return noteCalled(jury.tables, id) !== undefined;
    case 'statement':
      return jury.soundings.some((one) => one.id === id && one.kind === 'statement' && one.state === 'closed');
    case 'submission':
      return jury.evidence.fromPublic.admitted.some((one) => one.id === id);
  }
}
