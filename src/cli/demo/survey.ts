/** Invented opinions: what people think at first, and how hearing the evidence moves some of them. */
import { ITEMS, LEVELS } from '../../lib/jury/surveys/items.ts';
import type { Answers, SurveyId } from '../../lib/jury/surveys/items.ts';
import type { Actor } from '../../lib/jury/terms.ts';
import { steadyId } from './hands.ts';
import type { Hands } from './hands.ts';

/** Holds a survey from its opening to its close, with everybody answering. */
export async function askJurors(
  hands: Hands,
  organiser: Actor,
  survey: SurveyId,
  jurors: readonly Actor[],
  about?: string,
): Promise<void> {
  await hands.give(organiser, { type: 'open-survey', survey, about });
  await answerSurvey(hands, survey, jurors);
  await hands.give(organiser, { type: 'close-survey', survey });
}

export async function answerSurvey(hands: Hands, survey: SurveyId, jurors: readonly Actor[]): Promise<void> {
  for (const [at, juror] of jurors.entries()) {
    const own = survey === 'evaluation' ? 'evaluation' : 'opinion';
    const code = steadyId(hands.jury, own, at).slice(0, 12).toUpperCase();
    await hands.give(juror, { type: 'answer-survey', survey, code, again: false, answers: answersOf(survey, at) });
  }
}

/** How many steps up the scale the evidence has moved the third of them who move at all. */
const STEPS: Readonly<Record<SurveyId, number>> = { before: 0, midway: 1, after: 2, evaluation: 2 };
/** So many of eight start below the middle, item by item. */
const DOUBTERS = [5, 5, 5, 3, 3, 5, 3, 5, 3];

function answersOf(survey: SurveyId, juror: number): Answers {
  const answers = ITEMS[survey].map((item, at) => {
    const doubts = (juror * 3 + at) % 8 < (DOUBTERS[at % DOUBTERS.length] ?? 0);
    const moves = (juror + at) % 3 === 0;
    const place = Math.min(4, (doubts ? 1 : 3) + (moves ? STEPS[survey] : 0));
    return [item, LEVELS[place]] as const;
  });
  return Object.fromEntries(answers) as Answers;
}
