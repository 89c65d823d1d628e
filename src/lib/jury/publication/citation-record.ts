import type { Jury } from '../state.ts';
import { noteCalled, wordsOf } from '../deliberation/tables/tables.ts';
import type { Citation } from '../verdict/verdict.ts';

/** A citation with the words that it points to, where they are not a page of their own. */
export interface PublishedCitation extends Citation {
  readonly title: string;
  readonly quote?: string;
  /** Of an exhibit: how many versions there are by now. */
  readonly versions?: number;
}

/** With the title or the words of what it points to, as they stand now. */
export function publishedCitation({ evidence, room, tables }: Jury, citation: Citation): PublishedCitation {
  switch (citation.kind) {
    case 'exhibit': {
      const exhibit = evidence.exhibits.find((one) => one.id === citation.id);
      return { ...citation, title: exhibit?.title ?? citation.id, versions: exhibit?.version ?? 1 };
    }
    case 'answer': {
      const question = evidence.questions.find((one) => one.id === citation.id);
      return { ...citation, title: question?.text.text ?? citation.id, quote: question?.answer?.text.text ?? '' };
    }
    case 'check': {
      const check = evidence.checks.find((one) => one.id === citation.id);
      return { ...citation, title: check?.claim.text ?? citation.id, quote: check?.answer?.text.text ?? '' };
    }
    case 'message': {
      const message = room.messages.find((one) => one.id === citation.id);
      return { ...citation, title: citation.id, quote: message?.text?.text ?? '' };
    }
    case 'table-note': {
      const cited = noteCalled(tables, citation.id);
      return { ...citation, title: citation.id, quote: cited ? wordsOf(cited.note) : '' };
    }
  }
}
