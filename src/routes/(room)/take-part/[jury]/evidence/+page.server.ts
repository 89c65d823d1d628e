import { submit } from '$lib/server/pages.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: [
        'ask-question',
        'support-question',
        'unsupport-question',
        'withdraw-question',
        'resubmit-question',
        'judge-answer',
        'call-witness',
        'sign-call',
        'rate-balance',
        'request-fact-check',
        'support-fact-check',
      ],
    }),
};
