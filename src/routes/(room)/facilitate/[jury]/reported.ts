/** What was reported and not yet dealt with, message by message, in the order of the first report. */
import type { Jury } from '../../../../lib/jury/state.ts';
import type { Message } from '../../../../lib/jury/deliberation/room.ts';
import type { ModerationRule } from '../../../../lib/jury/deliberation/moderation/policy.ts';

export interface ReportedMessage {
  readonly message: Pick<Message, 'id' | 'by' | 'at' | 'text'>;
  /** At which table it was said; null where it was said to the room. */
  readonly table: string | null;
  readonly count: number;
  readonly rules: readonly ModerationRule[];
}

export function reportedMessages({
  moderation,
  room,
  tables,
}: Pick<Jury, 'moderation' | 'room' | 'tables'>): readonly ReportedMessage[] {
  const open = moderation.reports.filter(({ left }) => !left);
  return [...new Set(open.map(({ message }) => message))].flatMap((id) => {
    const atTable = tables.talk.find((one) => one.id === id);
    const message = atTable ?? room.messages.find((one) => one.id === id);
    const own = open.filter((report) => report.message === id);
    const rules = [...new Set(own.map(({ rule }) => rule))];
    return message ? [{ message, table: atTable?.table ?? null, count: own.length, rules }] : [];
  });
}
