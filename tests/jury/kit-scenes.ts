/** What jurors and the organiser do with the information kit, and what they complain about. */
import { AUTHORITY, ORGANISER, OVERSIGHT, sitting, witness } from '../support/jury.ts';
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

/** A juror, a witness, the organiser and the authority complain; the first and the second get an answer. */
export const complained = (played: Played): Step[] => {
  const [juror] = sitting(played);
  const first = played.jury.complaints.length + 1;
  return [
    ...[juror, witness(1), ORGANISER, AUTHORITY].flatMap((actor, index): Step[] =>
      actor
        ? [[actor, { type: 'file-complaint', subject: 'conditions', text: `No break, says number ${index}.` }]]
        : [],
    ),
    ...[first, first + 1].map((number): Step => {
      const answer = { complaint: `J${number}`, summary: 'On breaks.', reply: 'There is one now.', note: 'A street.' };
      return [OVERSIGHT, { type: 'answer-complaint', ...answer }];
    }),
  ];
};
