import { dayAt, formatLastDay, isOver } from '$lib/i18n/deadline.ts';
import { formatDay } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import type { Answer } from '$lib/jury/response/response.ts';
import type { Day, Instant } from '$lib/jury/terms.ts';
import type { AnswerStep } from '$lib/ui/charts/AnswerSteps.svelte';

interface Course {
  readonly newest: Answer | undefined;
  /** Null where it is shown before it is out. */
  readonly publishedAt: Instant | null;
  readonly respondBy: Day;
  readonly now: Instant;
}

/** Published, answered or due, carried out: only what the record knows. A rejected recommendation is not carried out. */
export function answerSteps({ newest, publishedAt, respondBy, now }: Course): readonly AnswerStep[] {
  if (publishedAt === null)
    return [
      { label: m.common_answer_step_published(), state: 'now' },
      { label: m.common_answer_step_due(), state: 'later', when: formatLastDay(respondBy) },
      { label: m.common_answer_step_answered(), state: 'later' },
    ];
  const published: AnswerStep = {
    label: m.common_answer_step_published(),
    state: 'done',
    when: formatDay(dayAt(publishedAt)),
  };
  if (!newest) {
    const state = isOver(respondBy, now) ? 'blocked' : 'now';
    const due: AnswerStep = { label: m.common_answer_step_due(), state, when: formatLastDay(respondBy) };
    return [published, due, { label: m.common_answer_step_answered(), state: 'later' }];
  }
  const answered: AnswerStep = {
    label: m.common_answer_step_answered(),
    state: 'done',
    when: formatDay(dayAt(newest.at)),
  };
  if (newest.position === 'rejected' || !newest.until) return [published, answered];
  const state = isOver(newest.until, now) ? 'blocked' : 'now';
  const label = newest.position === 'needs-more-time' ? m.common_answer_step_due() : m.public_answer_step_promised();
  return [published, answered, { label, state, when: formatLastDay(newest.until) }];
}
