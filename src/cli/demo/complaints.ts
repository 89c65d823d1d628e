/** What somebody complained of to oversight: one complaint is answered, one waits. */
import type { Actor } from '../../lib/jury/terms.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';

const COLD = `В первый день в зале было так холодно, что двое сидели в пальто, а просьбу включить отопление отложили до обеда.`;
const LATE = `Материалы ко второй сессии нам передали за час до начала, раздать их вовремя было нельзя.`;
const ANSWER = {
  summary: 'В первый день в зале было холодно, и на просьбу участников ответили не сразу.',
  reply:
    'Это подтвердилось. Со второго дня заседания шли в другом зале, а просьбы об условиях ведущий решает до перерыва.',
  // Who is drawn is left to chance, and so is what they are called.
  note: 'В тексте нет имён участников; совпадения случайны.',
} as const;

export async function complain(hands: Hands, { oversight, facilitator }: Company, juror: Actor): Promise<void> {
  await hands.give(juror, { type: 'file-complaint', subject: 'conditions', text: COLD });
  await hands.give(oversight, { type: 'answer-complaint', complaint: 'J1', ...ANSWER });
  await hands.give(facilitator, { type: 'file-complaint', subject: 'evidence', text: LATE });
}
