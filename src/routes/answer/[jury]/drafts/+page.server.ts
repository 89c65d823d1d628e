import { shownToAuthority } from '$lib/jury/verdict/drafting-events.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** [V79] The authority reads the versions that the jurors showed it, and nothing else of their drafts. */
export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['authority']);
  const { stage, title } = jury.charter;
  return {
    id: jury.id,
    title,
    recommendations: shownToAuthority(jury.verdict),
    open: stage === 'drafting' || stage === 'voting',
  };
};

export const actions: Actions = {
  note: (event) => submit(event, { only: ['note-feasibility'] }),
};
