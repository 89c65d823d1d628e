import { redirect } from '@sveltejs/kit';
import { submit } from '$lib/server/pages.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  act: (event) => submit(event, { only: ['accept-seat'] }),
  /** Whoever declined is nobody here from that moment on, so they are thanked elsewhere. */
  decline: async (event) => {
    const declined = await submit(event, { only: ['decline-seat'] });
    if (!('done' in declined)) return declined;
    redirect(303, '/declined');
  },
};
