/** A poll in words: its question, and what it waits for. */
import type { Poll } from '../jury/verdict/poll.ts';
import * as m from './compiled/messages.js';
import { term } from './terms.ts';

/** The order of the recommendations asks itself, in the reader's language. */
export const sayPoll = ({ question }: Pick<Poll, 'question'>): string =>
  question === null ? m.common_poll_priorities() : (question.text ?? m.common_tombstone_erased());

export const sayOption = ({ options }: Pick<Poll, 'options'>, id: string): string =>
  id === 'none' ? m.common_poll_none() : (options.find((option) => option.id === id)?.text.text ?? id);

/** What must come out before this one is put to the vote; empty where it waits for nothing. */
export function sayCondition({ after }: Pick<Poll, 'after'>, polls: readonly Poll[]): string {
  if (!after) return '';
  const poll = polls.find((one) => one.id === after.on);
  const outcome = poll
    ? sayOption(poll, after.outcome)
    : term('outcome', after.outcome === 'adopted' ? 'adopted' : 'not-adopted');
  return m.common_poll_after({ vote: after.on, outcome });
}
