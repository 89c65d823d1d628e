import { error } from '@sveltejs/kit';
import { submit, submitForm } from '$lib/server/pages.ts';
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
        'answer-extension',
        'choose-topic',
        'mark-ready',
        'unmark-ready',
        'post-message',
        'edit-message',
        'react-to-message',
        'report-message',
        'confirm-contribution',
        'refuse-contribution',
        'check-in',
        'check-out',
        'propose-statement',
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
  /** The button of a reaction that was given: the form is the same as that which gives it. */
  takeBack: async (event) => {
    const form = await event.request.formData();
    form.set('type', 'take-back-reaction');
    return submitForm(event, form, { only: ['take-back-reaction'] });
  },
};
