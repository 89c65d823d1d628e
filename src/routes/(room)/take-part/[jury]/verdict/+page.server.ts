import { submit } from '$lib/server/pages.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: [
        'approve-verdict',
        'agree-outcome',
        'rate-answer',
        'write-minority-statement',
        'join-minority-statement',
        'write-jury-statement',
        'offer-to-speak',
        'confirm-spokesperson',
        'stop-speaking',
      ],
    }),
};
