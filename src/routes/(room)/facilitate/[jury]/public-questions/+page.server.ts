import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, names } = await openJury(event, ['facilitator']);
  const { fromPublic, questions, witnesses } = jury.evidence;
  const nameOf = (witness: string): string => names[witness] ?? witness;
  return {
    id: jury.id,
    title: jury.charter.title,
    box: fromPublic.box,
    admitted: fromPublic.admitted.map((asked) => {
      const question = questions.find((one) => one.id === asked.question);
      return { asked, witness: question ? nameOf(question.witness) : null, answer: question?.answer?.text ?? null };
    }),
    witnesses: witnesses.filter((one) => !one.withdrawn).map(({ id }) => ({ value: id, label: nameOf(id) })),
  };
};

export const actions: Actions = {
  act: (event) => submit(event, { only: ['admit-public-question', 'decline-public-question', 'pass-public-question'] }),
};
