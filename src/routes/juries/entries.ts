/** What became of a recommendation, entry by entry, in the reader's language. */
import * as m from '../../lib/i18n/compiled/messages.js';
import { formatDay } from '../../lib/i18n/format.ts';
import { term } from '../../lib/i18n/terms.ts';
import type { PublishedRecommendation } from '../../lib/jury/publication/record.ts';
import type { Content, Instant } from '../../lib/jury/terms.ts';

export interface Entry {
  /** The same each time, for feeds: `R1-answer-2`. */
  readonly id: string;
  readonly at: Instant;
  readonly label: string;
  readonly text: string | null;
  /** What is known besides, a line each. */
  readonly facts?: readonly string[];
}

const words = (content: Content): string => content.text ?? m.common_tombstone_erased();

/** What of a recommendation tells how it was received and followed up. */
export type Answered = Pick<PublishedRecommendation, 'id' | 'acknowledgedAt' | 'assignments' | 'answers' | 'reports'>;

/** Oldest first. */
export function entriesOf({ id, acknowledgedAt: at, assignments, answers, reports }: Answered): readonly Entry[] {
  const received =
    at === undefined ? [] : [{ id: `${id}-received`, at, label: m.response_entry_received(), text: null }];
  const assigned = assignments.map(({ at, responsible, reason }, index) => ({
    id: `${id}-responsible-${index + 1}`,
    at,
    label: reason
      ? m.response_entry_handed_over({ responsible, reason: words(reason) })
      : m.response_entry_assigned({ responsible }),
    text: null,
  }));
  const answered = answers.map(({ at, position, reasons, entered }, index) => ({
    id: `${id}-answer-${index + 1}`,
    at,
    label: m.response_entry_answered({ position: term('position', position) }),
    text: words(reasons),
    facts: entered
      ? [m.response_entered({ date: formatDay(entered.givenOn) }), `${m.response_entered_source()}: ${entered.source}`]
      : [],
  }));
  const reported = reports.map(({ at, progress, text, correction, percent, step }, index) => ({
    id: `${id}-report-${index + 1}`,
    at,
    label: (correction ? m.response_entry_correction : m.response_entry_report)({
      progress: term('standing', progress),
    }),
    text: words(text),
    facts: [
      ...(percent === undefined ? [] : [m.response_percent({ percent })]),
      ...(step ? [m.response_step({ step: step.text, date: formatDay(step.by) })] : []),
    ],
  }));
  return [...received, ...assigned, ...answered, ...reported].toSorted((a, b) => a.at - b.at);
}
