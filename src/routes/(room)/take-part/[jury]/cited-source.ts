/** How a source is called, and the way to it. */
import * as m from '../../../../lib/i18n/compiled/messages.js';
import { noteCalled, wordsOf } from '../../../../lib/jury/deliberation/tables/tables.ts';
import type { Jury } from '../../../../lib/jury/state.ts';
import type { Content } from '../../../../lib/jury/terms.ts';
import { passageId } from '../../../../lib/jury/verdict/uses.ts';
import type { Citation } from '../../../../lib/jury/verdict/verdict.ts';
import { quoteOf, shortened } from '../../quote.ts';

/** Of a draft in the making too, whose passage is not sealed yet. */
export type ShownSource = Omit<Citation, 'quote' | 'version'> & {
  readonly version?: number | undefined;
  readonly quote?: Pick<Content, 'text'> | undefined;
};

export interface SourceWords {
  readonly label: string;
  readonly href: string;
  /** An exhibit of which there is a newer version. */
  readonly newer?: boolean;
}

export function describeSource(jury: Jury, { kind, id, version = 1, quote }: ShownSource): SourceWords {
  const home = `/take-part/${jury.id}`;
  switch (kind) {
    case 'exhibit': {
      const exhibit = jury.evidence.exhibits.find((one) => one.id === id);
      const title = exhibit?.title ?? id;
      if (quote?.text)
        return {
          label: `${id}: «${quote.text}»`,
          href: `${home}/evidence/${id}/${version}#${passageId(quote.text)}`,
        };
      if (!exhibit || exhibit.version === 1)
        return { label: m.verdict_cited_exhibit({ id, title }), href: `${home}/evidence/${id}` };
      return {
        label: m.exhibit_cited({ id, number: version, title }),
        href: `${home}/evidence/${id}/${version}`,
        newer: version < exhibit.version,
      };
    }
    case 'answer': {
      const question = jury.evidence.questions.find((one) => one.id === id);
      const title = shortened(question?.text.text ?? id);
      return { label: m.verdict_cited_answer({ id, title }), href: `${home}/evidence#${id}` };
    }
    case 'check': {
      const check = jury.evidence.checks.find((one) => one.id === id);
      const title = shortened(check?.claim.text ?? id);
      return { label: m.verdict_cited_check({ id, title }), href: `${home}/evidence#${id}` };
    }
    case 'message': {
      const message = jury.room.messages.find((one) => one.id === id);
      const title = message ? quoteOf(message) : id;
      return {
        label: m.verdict_cited_message({ id, title }),
        href: `${home}/session/${message?.session ?? ''}#${id}`,
      };
    }
    case 'statement': {
      const statement = jury.soundings.find((one) => one.id === id);
      const title = shortened(statement?.text.text ?? id);
      return {
        label: m.drafting_cited_statement({ id, title }),
        href: `${home}/session/${statement?.session ?? ''}`,
      };
    }
    case 'submission': {
      const sent = jury.evidence.fromPublic.admitted.find((one) => one.id === id);
      const title = shortened(sent?.text.text ?? id);
      return { label: m.drafting_cited_submission({ id, title }), href: `${home}/evidence#${id}` };
    }
    case 'table-note': {
      const cited = noteCalled(jury.tables, id);
      const title = cited ? shortened(wordsOf(cited.note)) : id;
      return {
        label: m.verdict_cited_note({ table: cited?.table.id ?? id, title }),
        href: `${home}/session/${cited?.round.session ?? ''}#${id}`,
      };
    }
  }
}
