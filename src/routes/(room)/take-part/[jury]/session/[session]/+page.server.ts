import { error } from '@sveltejs/kit';
import { submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  if (!view.sessions?.some((one) => one.id === params.session)) error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: [
        'start-item',
        'cancel-countdown',
        'choose-topic',
        'mark-ready',
        'unmark-ready',
        'post-message',
        'answer-sounding',
        'join-table',
        'call-help',
        'post-at-table',
        'file-note',
        'raise-hand',
        'lower-hand',
        'end-turn',
        'give-signal',
        'take-back-signal',
        'ask-question',
        'support-question',
        'unsupport-question',
        'withdraw-question',
        'resubmit-question',
        'judge-answer',
      ],
    }),
};
