import { NO_OBSERVATIONS } from '$lib/jury/response/observations.ts';
import { currentVersion } from '$lib/jury/verdict/verdict.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** [P27] The box of observations, for the two offices that read it. */
export const load: PageServerLoad = async (event) => {
  const { jury, view, role } = await openJury(event, ['facilitator', 'oversight']);
  const titles = jury.verdict.recommendations.map((one) => [one.id, currentVersion(one).title.text ?? ''] as const);
  return {
    id: jury.id,
    title: jury.charter.title,
    role,
    titles: Object.fromEntries(titles),
    observations: view.response?.observations ?? NO_OBSERVATIONS,
  };
};

export const actions: Actions = {
  default: (event) => submit(event, { only: ['show-observation', 'refuse-observation'] }),
};
