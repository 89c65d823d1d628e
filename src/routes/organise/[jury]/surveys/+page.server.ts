import { activeJurors } from '$lib/jury/recruitment/seats.ts';
import { SURVEYS } from '$lib/jury/surveys/items.ts';
import { ASKED_IN } from '$lib/jury/surveys/rules.ts';
import { surveyOf } from '$lib/jury/surveys/surveys.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const { surveys, charter, seats } = jury;
  return {
    statement: surveys.statement?.text ?? null,
    results: surveys.results,
    jurors: activeJurors(seats).length,
    surveys: SURVEYS.map((id) => {
      const held = surveyOf(surveys, id);
      const asked = ASKED_IN[id].includes(charter.stage);
      return { id, state: held?.state ?? (asked ? 'ready' : 'later'), answered: held?.answered.count ?? 0 } as const;
    }),
  };
};

export const actions: Actions = { default: (event) => submit(event, { only: ['open-survey', 'close-survey'] }) };
