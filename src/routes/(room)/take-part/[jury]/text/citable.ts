/** Everything that a recommendation can rest on, as this juror chooses from it. */
import * as m from '../../../../../lib/i18n/compiled/messages.js';
import type { Message } from '../../../../../lib/jury/deliberation/room.ts';
import { filedNotes, wordsOf } from '../../../../../lib/jury/deliberation/tables/tables.ts';
import { nameOf } from '../../../names.ts';
import { quoteOf, shortened } from '../../../quote.ts';
import type { TakingPart } from '../taking-part.ts';
import { citeOf } from './cite.ts';

export interface Source {
  /** As `citeOf` writes it. */
  readonly value: string;
  readonly label: string;
}

export interface Citable {
  readonly exhibits: readonly Source[];
  readonly answers: readonly Source[];
  readonly checks: readonly Source[];
  readonly statements: readonly Source[];
  readonly submissions: readonly Source[];
  readonly notes: readonly Source[];
  /** Own messages, and those of others. */
  readonly own: readonly Source[];
  readonly others: readonly Source[];
}

/** `chosen`: what is cited already, so that an exhibit's older version stays on the list beside what has come since. */
export function citable({ jury, live, seat }: TakingPart, chosen: readonly string[]): Citable {
  const { evidence } = jury;
  const messages = jury.room.messages.filter((one) => !one.hidden);
  const ofMessage = (message: Message): Source => ({
    value: `message:${message.id}`,
    label: `${nameOf(live.names, message.by)}: ${quoteOf(message)}`,
  });
  return {
    exhibits: evidence.exhibits
      .filter((one) => !one.withdrawn)
      .flatMap(({ id, title, version: newest }) =>
        Array.from({ length: newest }, (_, index) => index + 1)
          .filter((version) => version === newest || chosen.includes(citeOf({ kind: 'exhibit', id, version })))
          .map((version) => ({
            value: citeOf({ kind: 'exhibit', id, version }),
            label: newest === 1 ? `${id}. ${title}` : m.exhibit_cited({ id, number: version, title }),
          })),
      ),
    answers: evidence.questions
      .filter((one) => one.answer)
      .map((one) => ({
        value: `answer:${one.id}`,
        label: `${nameOf(live.names, one.witness)}: ${shortened(one.text.text ?? one.id)}`,
      })),
    checks: evidence.checks
      .filter((one) => one.answer)
      .map((one) => ({ value: `check:${one.id}`, label: `${one.id}. ${shortened(one.claim.text ?? one.id)}` })),
    statements: jury.soundings
      .filter((one) => one.kind === 'statement' && one.state === 'closed')
      .map((one) => ({ value: `statement:${one.id}`, label: `${one.id}. ${shortened(one.text.text ?? one.id)}` })),
    submissions: evidence.fromPublic.admitted.map((one) => ({
      value: `submission:${one.id}`,
      label: `${one.id}. ${shortened(one.text.text ?? one.id)}`,
    })),
    notes: filedNotes(jury.tables).map(({ id, note }) => ({
      value: `table-note:${id}`,
      label: `${m.room_table_number({ table: id.split('-')[1] ?? '' })}: ${shortened(wordsOf(note))}`,
    })),
    own: messages.filter((one) => one.by === seat).map(ofMessage),
    others: messages.filter((one) => one.by !== seat).map(ofMessage),
  };
}

/** How each kind is called. */
export const CITABLE_NAMES: Readonly<Record<keyof Citable, () => string>> = {
  exhibits: m.verdict_cite_exhibits,
  answers: m.verdict_cite_answers,
  checks: m.hearing_checks,
  statements: m.drafting_cite_statements,
  submissions: m.drafting_cite_submissions,
  notes: m.verdict_cite_notes,
  own: m.verdict_cite_own,
  others: m.verdict_cite_others,
};
