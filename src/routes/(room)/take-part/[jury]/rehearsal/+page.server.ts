import { fail } from '@sveltejs/kit';
import { openJury, submit } from '$lib/server/pages.ts';
import { CHOICES } from './paper.ts';
import type { Actions } from './$types';

/** The paper of the rehearsal goes through the same two forms as a real one and is thrown away on arrival. */
export const actions: Actions = {
  review: async (event) => {
    await openJury(event, ['juror', 'alternate']);
    const chosen = (await event.request.formData()).get('choice');
    const review = CHOICES.find((choice) => choice === chosen);
    return review ? { review } : fail(400, { unchosen: true as const });
  },

  cast: async (event) => {
    await openJury(event, ['juror', 'alternate']);
    return { thrownAway: true as const };
  },

  act: (event) => submit(event, { only: ['mark-rehearsed'] }),
};
