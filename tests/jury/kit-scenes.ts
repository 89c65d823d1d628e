/** What jurors and the organiser do with the information kit. */
import { ORGANISER, sitting } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

/** Six jurors have an opinion on every exhibit. */
export const marked = (played: Played): Step[] =>
  played.jury.evidence.exhibits.flatMap(({ id }) =>
    sitting(played)
      .slice(0, 6)
      .map((actor, index): Step => {
        return [actor, { type: 'mark-exhibit', exhibit: id, mark: index % 2 === 0 ? 'useful' : 'doubtful' }];
      }),
  );

/** Every exhibit is corrected. */
export const corrected = (played: Played): Step[] =>
  played.jury.evidence.exhibits.map(({ id }) => [
    ORGANISER,
    { type: 'correct-exhibit', exhibit: id, correction: 'It was last year.' },
  ]);
