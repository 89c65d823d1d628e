/** What decided a draw, as names and values. */
import { formatList } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import type { Outcome } from '$lib/jury/recruitment/draws.ts';
import { ticketOf } from '$lib/lottery/index.ts';

/** @param panels the length of the list that was drawn from. */
export function outcomeFacts({ seed, number, witnesses }: Outcome, panels: number) {
  const seen = witnesses.map((witness) => witness.text ?? m.public_text_removed());
  const ticket = number === undefined ? null : ticketOf(number, panels);
  return [
    ...(seed === null
      ? [{ name: m.public_chosen_dice(), value: ticket ?? '–', code: true }]
      : [{ name: m.public_chosen_seed(), value: seed, code: true }]),
    ...(seed === null || ticket === null ? [] : [{ name: m.public_chosen_number(), value: ticket, code: true }]),
    { name: m.public_chosen_witnesses(), value: formatList(seen) },
  ];
}
