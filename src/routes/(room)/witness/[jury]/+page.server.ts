import { redirect } from '@sveltejs/kit';
import { LARGEST_FILE, submitExhibit } from '$lib/server/exhibit-files.ts';
import { hasLeft } from '$lib/server/left.ts';
import { openJury, refusedForm, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

const farewell = (jury: string): string => `/declined/${jury}`;

export const load: PageServerLoad = async (event) => {
  if (await hasLeft(event)) redirect(303, farewell(event.params.jury));
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
    submit(event, { only: ['accept-invitation', 'declare-interests', 'answer-question', 'hand-in-text'] }),
  /** Whoever does not come is nobody here from that moment on, so they are thanked elsewhere. */
  leave: async (event) => {
    const left = await submit(event, { only: ['refuse-invitation', 'withdraw-witness'] });
    if (!('done' in left)) return left;
    redirect(303, farewell(event.params.jury));
  },
  file: async (event) => {
    const form = await event.request.formData();
    const handedIn = await submitExhibit(event, form, ['hand-in-file']);
    return handedIn.ok ? { type: 'hand-in-file', done: true } : refusedForm(form, handedIn.error);
  },
};
