/** What a picture of a jury says, wherever it is shown. */
import { pick } from '../../lib/i18n/format.ts';
import type { PublicRecord } from '../../lib/jury/publication/record.ts';
import type { Instant } from '../../lib/jury/terms.ts';
import { sayCounts, sayOverdue } from './board-words.ts';
import { boardOf } from './course.ts';
import { statusSentences } from './status.ts';

export interface CardWords {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What is late; null where nothing is. */
  readonly urgent: string | null;
}

export function cardWords(record: PublicRecord, now: Instant): CardWords {
  const board = boardOf(record, now);
  const overdue = sayOverdue(board);
  return {
    title: pick(record.charter.title),
    sentences: [...statusSentences(record, now), ...(board.rows.length > 0 ? [`${sayCounts(board)}.`] : [])],
    urgent: overdue === null ? null : `${overdue}.`,
  };
}

/** All of it, for whoever does not see the picture. */
export const cardInWords = ({ title, sentences, urgent }: CardWords): string =>
  [`${title}.`, ...(urgent === null ? [] : [urgent]), ...sentences].join(' ');
