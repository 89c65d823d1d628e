/** All that the authority said of a recommendation, in the order in which it said it, as part of the printed verdict. */
import { dayAt, formatLastDay, isOver } from '$lib/i18n/deadline.ts';
import { formatDay } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import { term } from '$lib/i18n/terms.ts';
import type { Answer } from '$lib/jury/response/response.ts';
import type { Instant } from '$lib/jury/terms.ts';
import type { Block } from '$lib/server/typesetting/manuscript.ts';
import { entriesOf } from './entries.ts';
import type { Answered, Entry } from './entries.ts';
import { soft, words } from './manuscript-blocks.ts';

/** [P85] Until there is an answer, also by when it is due. */
export function responseBlocks(one: Answered, respondBy: string | undefined, now: Instant): Block[] {
  const answers = new Map(one.answers.map((answer, index) => [`${one.id}-answer-${index + 1}`, answer]));
  const said = entriesOf(one).flatMap((entry) => entryBlocks(entry, answers.get(entry.id)));
  return [...said, ...(one.answers.length === 0 && respondBy ? [due(respondBy, now)] : [])];
}

const entryBlocks = ({ at, label, text }: Entry, answer: Answer | undefined): Block[] => [
  { kind: 'paragraph', tone: 'strong', text: answer ? term('position', answer.position) : label },
  soft(answer ? m.public_answer_given({ date: formatDay(dayAt(at)) }) : formatDay(dayAt(at))),
  ...(text === null ? [] : words(text)),
  ...(answer ? promised(answer) : []),
];

const promised = ({ responsible, until }: Answer): Block[] => [
  { kind: 'paragraph', text: `${m.public_answer_responsible()}: ${responsible}` },
  ...(until ? [{ kind: 'paragraph', text: `${m.public_answer_until()}: ${formatLastDay(until)}` } as const] : []),
];

function due(respondBy: string, now: Instant): Block {
  const date = formatLastDay(respondBy);
  const text = isOver(respondBy, now) ? m.public_answer_overdue({ date }) : m.public_answer_due({ date });
  return { kind: 'paragraph', text };
}
