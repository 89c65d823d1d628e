/** Votes with a planned close, and what they come to in words. */
import { START } from '../support/play.ts';
import { OFFICER, ORGANISER, sitting } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

const IN_A_YEAR = START + 365 * 24 * 60 * 60_000;

/** One plain example of every command around a ballot. */
export const SAMPLES_OF_DECIDING = {
  'open-ballot': { type: 'open-ballot', recommendation: 'R1' },
  'cast-paper': { type: 'cast-paper', ballot: 'B1', choice: 'for' },
  'change-paper': { type: 'change-paper', ballot: 'B1', choice: 'against', code: 'C0DEC0DE0001' },
  'close-ballot': { type: 'close-ballot', ballot: 'B1' },
  'void-ballot': { type: 'void-ballot', ballot: 'B1', reason: 'The power failed.' },
  'pause-ballot': { type: 'pause-ballot', ballot: 'B1', reason: 'The line is down.' },
  'resume-ballot': { type: 'resume-ballot', ballot: 'B1' },
  'remind-voters': { type: 'remind-voters', ballot: 'B1' },
  'certify-ballot': { type: 'certify-ballot', ballot: 'B1' },
  'reopen-ballot': { type: 'reopen-ballot', ballot: 'B1', reason: 'One could not vote.' },
  'plan-closing': { type: 'plan-closing', ballot: 'B1', closesAt: IN_A_YEAR },
  'state-outcome': {
    type: 'state-outcome',
    ballot: 'B1',
    base: 0,
    text: 'Buses run all night.',
    next: 'The city answers by June.',
    reviewOn: '2029-06-30',
  },
  'agree-outcome': { type: 'agree-outcome', ballot: 'B1', version: 1 },
} as const;

export const plannedToClose = (ballot: string): Step => [
  OFFICER,
  { type: 'plan-closing', ballot, closesAt: IN_A_YEAR },
];

/** Of every certified vote: stated, agreed with by some, stated otherwise and agreed with by others. */
export function statedInWords(played: Played, tried: (from: Played, steps: readonly Step[]) => Played): Played {
  const { ballots, pollBallots, outcomes } = played.jury.verdict;
  const jurors = sitting(played);
  const steps = [...ballots, ...pollBallots].flatMap(({ id: ballot }): readonly Step[] => {
    const base = outcomes.find((one) => one.ballot === ballot)?.versions.length ?? 0;
    const state = { ...SAMPLES_OF_DECIDING['state-outcome'], ballot };
    const agree = (version: number) => ({ type: 'agree-outcome', ballot, version }) as const;
    return [
      [OFFICER, { ...state, base }],
      ...jurors.slice(0, 3).map((actor): Step => [actor, agree(base + 1)]),
      [ORGANISER, { ...state, base: base + 1, next: 'The city answers by July.' }],
      ...jurors.slice(2, 6).map((actor): Step => [actor, agree(base + 2)]),
    ];
  });
  return tried(played, steps);
}
