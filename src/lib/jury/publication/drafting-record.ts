/** What the record tells of a recommendation besides its four texts: the other texts, the authority's notes, and what is cited. */
import { noteCalled, wordsOf } from '../deliberation/tables/tables.ts';
import type { Jury } from '../state.ts';
import type { Instant } from '../terms.ts';
import type { Citation } from '../verdict/citation.ts';
import { extraTexts } from '../verdict/extras.ts';
import type { Extras } from '../verdict/extras.ts';
import { currentVersion } from '../verdict/verdict.ts';
import type { Recommendation } from '../verdict/verdict.ts';

export interface PublishedExtras extends Extras<string> {
  /** [V80] The authority's words on versions that it was shown; absent where there are none. */
  readonly feasibility?: readonly {
    readonly version: number;
    readonly text: string;
    readonly at: Instant;
  }[];
}

export function publishedExtras(recommendation: Recommendation): PublishedExtras {
  const notes = recommendation.feasibility?.notes ?? [];
  return {
    ...extraTexts(currentVersion(recommendation)),
    ...(notes.length > 0
      ? { feasibility: notes.map(({ version, text, at }) => ({ version, text: text.text ?? '', at })) }
      : {}),
  };
}

/** A citation with the words that it points to, where they are not a page of their own; of an exhibit `quote` is the passage. */
export interface PublishedCitation extends Omit<Citation, 'quote'> {
  readonly title: string;
  readonly quote?: string;
  /** Of an exhibit: how many versions there are by now. */
  readonly versions?: number;
  /** [V74] Of a statement: how many answered what; absent where so few answered that it would tell who. */
  readonly counts?: Readonly<Record<string, number>>;
}

export function publishedCitation({ evidence, room, tables, soundings }: Jury, citation: Citation): PublishedCitation {
  const { quote, ...cited } = citation;
  switch (cited.kind) {
    case 'exhibit': {
      const exhibit = evidence.exhibits.find((one) => one.id === cited.id);
      const passage = quote ? { quote: quote.text ?? '' } : {};
      return { ...cited, title: exhibit?.title ?? cited.id, versions: exhibit?.version ?? 1, ...passage };
    }
    case 'answer': {
      const question = evidence.questions.find((one) => one.id === cited.id);
      return { ...cited, title: question?.text.text ?? cited.id, quote: question?.answer?.text.text ?? '' };
    }
    case 'check': {
      const check = evidence.checks.find((one) => one.id === cited.id);
      return { ...cited, title: check?.claim.text ?? cited.id, quote: check?.answer?.text.text ?? '' };
    }
    case 'message': {
      const message = room.messages.find((one) => one.id === cited.id);
      return { ...cited, title: cited.id, quote: message?.text?.text ?? '' };
    }
    case 'table-note': {
      const note = noteCalled(tables, cited.id);
      return { ...cited, title: cited.id, quote: note ? wordsOf(note.note) : '' };
    }
    case 'statement': {
      const statement = soundings.find((one) => one.id === cited.id);
      const counts = statement?.counts ? { counts: statement.counts } : {};
      return { ...cited, title: cited.id, quote: statement?.text.text ?? '', ...counts };
    }
    case 'submission': {
      const sent = evidence.fromPublic.admitted.find((one) => one.id === cited.id);
      return { ...cited, title: cited.id, quote: sent?.text.text ?? '' };
    }
  }
}
