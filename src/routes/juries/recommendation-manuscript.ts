/** What a recommendation says besides its four texts, and what it rests on, as parts of the printed verdict. */
import { dayAt } from '$lib/i18n/deadline.ts';
import { formatDay } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import type { PublishedCitation, PublishedRecommendation } from '$lib/jury/publication/record.ts';
import type { Extras } from '$lib/jury/verdict/extras.ts';
import { wordDiff } from '$lib/ui/word-diff.ts';
import type { Block } from '$lib/server/typesetting/manuscript.ts';
import { languageOf } from './language.ts';
import { heading, list, soft, words } from './manuscript-blocks.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, language: languageOf(text) });

const asHeading = (text: string): Block => heading(3, text);

/** `label` stands over each part. */
export function extraBlocks({ byWhen, cost, act, lawNow, lawNew }: Extras<string>, label = asHeading): Block[] {
  return [
    ...(byWhen ? [label(m.drafting_by_when()), ...words(byWhen)] : []),
    ...(cost ? [label(m.drafting_cost()), ...words(cost)] : []),
    ...(act ? [label(m.drafting_amends()), ...words(act), ...amendment(lawNow, lawNew, label)] : []),
  ];
}

/** One text under the other; the difference in brackets, for print has no colours to lean on. */
function amendment(now: string | undefined, proposed: string | undefined, label: typeof asHeading): Block[] {
  const text = (said: string | undefined): Block[] => (said ? words(said) : [soft(m.drafting_law_nothing())]);
  return [
    label(m.drafting_law_now()),
    ...text(now),
    label(m.drafting_law_new()),
    ...text(proposed),
    ...(now && proposed ? [label(m.drafting_difference()), paragraph(difference(now, proposed))] : []),
  ];
}

const difference = (now: string, proposed: string): string =>
  wordDiff(now, proposed)
    .map(({ kind, text }) => {
      if (kind === 'same' || text.trim() === '') return text;
      return `[${kind === 'added' ? m.verdict_diff_added() : m.verdict_diff_removed()}: ${text.trim()}]`;
    })
    .join('');

export function restsOn({ citations, judgement }: PublishedRecommendation): Block[] {
  if (citations.length === 0 && !judgement) return [];
  return [
    heading(3, m.public_rec_rests_on()),
    ...(citations.length > 0 ? [list(citations.map(sayCitation))] : []),
    ...(judgement ? [{ kind: 'paragraph', text: m.drafting_judgement_says() } as const, ...words(judgement)] : []),
  ];
}

export const feasibilityBlocks = ({ feasibility = [] }: PublishedRecommendation): Block[] =>
  feasibility.length === 0
    ? []
    : [
        heading(3, m.drafting_feasibility()),
        soft(m.drafting_feasibility_theirs()),
        ...feasibility.flatMap(({ version, text, at }) => [
          paragraph(text),
          soft(m.drafting_feasibility_on({ number: version, when: formatDay(dayAt(at)) })),
        ]),
      ];

function sayCitation({ kind, id, title, quote }: PublishedCitation): string {
  const said = quote ?? m.common_tombstone_erased();
  switch (kind) {
    case 'exhibit':
      return `${m.public_cited_exhibit({ id })}: ${title}${quote ? ` — «${quote}»` : ''}`;
    case 'answer':
      return `${m.public_cited_answer({ id })}: ${title} — ${said}`;
    case 'check':
      return `${m.verdict_cited_check({ id, title })} — ${said}`;
    case 'table-note':
      return `${m.public_cited_note({ id })}: ${said}`;
    case 'statement':
      return m.drafting_cited_statement({ id, title: said });
    case 'submission':
      return m.drafting_cited_submission({ id, title: said });
    case 'message':
      return `${m.public_cited_message({ id })}: ${said}`;
  }
}
