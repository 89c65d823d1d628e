import { LARGEST_FILE, submitExhibit } from '$lib/server/exhibit-files.ts';
import { openJury, refusedForm, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view, seq, names, serverNow, actor } = await openJury(event, ['witness']);
  return {
    shell: 'room' as const,
    view,
    seq,
    names,
    serverNow,
    witness: actor.kind === 'witness' ? actor.id : '',
    largestFile: LARGEST_FILE,
  };
};

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: ['accept-invitation', 'refuse-invitation', 'declare-interests', 'answer-question', 'hand-in-text'],
    }),
  file: async (event) => {
    const form = await event.request.formData();
    const handedIn = await submitExhibit(event, form, ['hand-in-file']);
    return handedIn.ok ? { type: 'hand-in-file', done: true } : refusedForm(form, handedIn.error);
  },
};
