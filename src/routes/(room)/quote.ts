import * as m from '../../lib/i18n/compiled/messages.js';
import { term } from '../../lib/i18n/terms.ts';
import type { Message } from '../../lib/jury/deliberation/room.ts';

const LONGEST = 120;

/** The beginning of a message, as it is quoted in a reply or in a list. */
export function quoteOf({ hidden, text }: Pick<Message, 'hidden' | 'text'>): string {
  if (hidden) return m.room_hidden({ rule: term('moderation_rule', hidden.rule) });
  return shortened(text?.text ?? m.common_tombstone_erased());
}

export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
