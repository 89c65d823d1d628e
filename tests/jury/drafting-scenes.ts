/** What happens around the words of a recommendation: an example of each command, and a life in which all of it happens. */
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import { AUTHORITY, FACILITATOR, sitting } from '../support/jury.ts';
import type { Actor, Played, Step } from '../support/jury.ts';

export const SAID_BESIDES = {
  byWhen: 'By the end of 2028.',
  cost: 'Forty million a year, taken from parking.',
  act: 'Rules for public transport, article 12',
  lawNow: 'Buses run until eleven.',
  lawNew: 'Buses run all night.',
  judgement: 'Nobody should have to walk home.',
};

type Drafting = 'open-review' | 'undo-suggestion' | 'object-to-change' | 'ask-authority' | 'note-feasibility';

export const SAMPLES_OF_DRAFTING: { readonly [T in Drafting]: CommandOf<T> } = {
  'open-review': { type: 'open-review', about: 'R1', until: Date.UTC(2028, 0, 1) },
  'undo-suggestion': { type: 'undo-suggestion', suggestion: 'G1' },
  'object-to-change': { type: 'object-to-change', suggestion: 'G1', because: 'It costs too much.' },
  'ask-authority': { type: 'ask-authority', recommendation: 'R1', version: 1 },
  'note-feasibility': { type: 'note-feasibility', recommendation: 'R1', version: 1, text: 'The law allows it.' },
};

/** A review, a decision that is undone, and a note of the authority on the version that came of it. */
export function noted(
  played: Played,
  recommendation: string,
  tried: (from: Played, steps: readonly Step[]) => Played,
): Played {
  const [first, second] = sitting(played) as [Actor, Actor];
  const { suggestions, recommendations } = played.jury.verdict;
  const base = recommendations.find((one) => one.id === recommendation)?.versions.length ?? 1;
  const suggestion = { suggestion: `G${suggestions.length + 1}` };
  const change = { field: 'text', paragraph: 0, base, instead: 'And on holidays.', why: 'Clearer.' } as const;
  return tried(played, [
    [FACILITATOR, { ...SAMPLES_OF_DRAFTING['open-review'], about: recommendation }],
    [second, { type: 'suggest-change', recommendation, ...change }],
    [first, { type: 'reject-suggestion', ...suggestion, reason: 'Too late.' }],
    [first, { type: 'undo-suggestion', ...suggestion }],
    [first, { type: 'accept-suggestion', ...suggestion }],
    [second, { ...SAMPLES_OF_DRAFTING['object-to-change'], ...suggestion }],
    [first, { type: 'undo-suggestion', ...suggestion }],
    [first, { type: 'ask-authority', recommendation, version: base + 2 }],
    [AUTHORITY, { ...SAMPLES_OF_DRAFTING['note-feasibility'], recommendation, version: base + 2 }],
  ]);
}
