import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view, seq, names, serverNow, actor } = await openJury(event, ['witness']);
  return { shell: 'room' as const, view, seq, names, serverNow, witness: actor.kind === 'witness' ? actor.id : '' };
};

export const actions: Actions = {
  act: (event) =>
    submit(event, { only: ['accept-invitation', 'refuse-invitation', 'declare-interests', 'answer-question'] }),
};
