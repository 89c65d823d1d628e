import { error, fail } from '@sveltejs/kit';
import { fillInAnswerCode } from '$lib/server/answer-codes.ts';
import { submitForm } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  if (!view.sessions?.some((one) => one.id === params.session)) error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  act: async (event) => {
    const form = await event.request.formData();
    const filled = fillInAnswerCode(event, form);
    const result = await submitForm(event, form, {
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
        'withdraw-statement',
        'answer-sounding',
        'change-answer',
        'join-table',
        'call-help',
        'post-at-table',
        'file-note',
        'name-reporter',
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
    });
    if (!filled || 'done' in result) return result;
    return fail(result.status, { ...result.data, values: { ...result.data.values, code: '' } });
  },
  /** The button of a reaction that was given: the form is the same as that which gives it. */
  takeBack: async (event) => {
    const form = await event.request.formData();
    form.set('type', 'take-back-reaction');
    return submitForm(event, form, { only: ['take-back-reaction'] });
  },
};
