import { formatList } from '../../lib/i18n/format.ts';
import * as m from '../../lib/i18n/compiled/messages.js';
import { term } from '../../lib/i18n/terms.ts';
import type { Board } from './course.ts';

/** 13 adopted, 9 in development. */
export function sayCounts({ counts }: Board): string {
  const said = formatList(
    counts.map(({ standing, count }) =>
      m.response_board_count({ count, standing: first(term('standing', standing), 'toLocaleLowerCase') }),
    ),
  );
  return first(said, 'toLocaleUpperCase');
}

const first = (words: string, how: 'toLocaleLowerCase' | 'toLocaleUpperCase'): string =>
  words.charAt(0)[how]() + words.slice(1);

/** How much is late, and how much of that is promised and has gone quiet; null where nothing is. */
export function sayOverdue({ overdue, stalled }: Board): string | null {
  if (overdue === 0) return null;
  const late = m.response_board_overdue({ count: overdue });
  return stalled === 0 ? late : `${late}. ${m.response_board_stalled({ count: stalled })}`;
}
