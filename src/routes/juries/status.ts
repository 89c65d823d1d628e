/** Where a jury stands, in a sentence or two that a journalist can quote. */
import { formatLastDay, isOver } from '$lib/i18n/deadline.ts';
import { formatDueDay } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import type { PublicRecord } from '$lib/jury/publication/record.ts';
import type { Instant } from '$lib/jury/terms.ts';

/** How many recommendations were voted on, adopted and answered. */
export function tallyOf({ verdict }: Pick<PublicRecord, 'verdict'>) {
  const recommendations = verdict?.recommendations ?? [];
  const adopted = recommendations.filter((one) => one.ballot.decision.outcome === 'adopted');
  return {
    total: recommendations.length,
    adopted: adopted.length,
    answered: adopted.filter((one) => one.answers.length > 0).length,
  };
}

export function statusSentences(record: PublicRecord, now: Instant): readonly string[] {
  const { charter, selection, seating } = record;
  const count = seating.seated;
  const { seats } = charter;
  const begins = formatDueDay(charter.starts);
  const due = formatDueDay(charter.ends);
  switch (charter.stage) {
    case 'designing':
    case 'inviting':
      return [m.public_status_inviting({ seats, date: begins })];
    case 'selecting':
      if (selection.draw) return [m.public_status_drawn({ seats })];
      return [selection.frozen ? m.public_status_frozen({ seats }) : m.public_status_selecting({ seats })];
    case 'onboarding':
      return [m.public_status_onboarding({ count, date: begins })];
    case 'learning':
      return [m.public_status_learning({ count, date: due })];
    case 'deliberating':
      return [m.public_status_deliberating({ count, date: due })];
    case 'drafting':
      return [m.public_status_drafting({ count, date: due })];
    case 'voting':
      return [m.public_status_voting({ count, date: due })];
    case 'published':
    case 'responding':
      return [m.public_status_published(tallyOf(record)), ...answerSentences(record, now)];
    case 'closed':
      return [m.public_status_closed(), m.public_status_published(tallyOf(record))];
  }
}

function answerSentences(record: PublicRecord, now: Instant): readonly string[] {
  const { adopted, answered } = tallyOf(record);
  const respondBy = record.charter.mandate?.respondBy;
  if (adopted === 0 || respondBy === undefined) return [];
  if (answered === adopted) return [m.public_status_answered({ answered, adopted })];
  if (isOver(respondBy, now)) return [m.public_status_overdue({ answered, adopted, date: formatLastDay(respondBy) })];
  const given = answered > 0 ? [m.public_status_answered({ answered, adopted })] : [];
  return [...given, m.public_status_answer_due({ date: formatLastDay(respondBy) })];
}

/** What comes after the present stage; null once there is a verdict. */
export function whatComesNext(stage: PublicRecord['charter']['stage']): string | null {
  switch (stage) {
    case 'designing':
    case 'inviting':
      return m.public_next_inviting();
    case 'selecting':
      return m.public_next_selecting();
    case 'onboarding':
      return m.public_next_onboarding();
    case 'learning':
      return m.public_next_learning();
    case 'deliberating':
      return m.public_next_deliberating();
    case 'drafting':
      return m.public_next_drafting();
    case 'voting':
      return m.public_next_voting();
    case 'published':
    case 'responding':
    case 'closed':
      return null;
  }
}
