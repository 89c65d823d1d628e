import { error } from '@sveltejs/kit';
import { submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  if (!view.verdict?.recommendations.some((one) => one.id === params.recommendation)) {
    error(404, { message: 'Not Found' });
  }
};

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: [
        'withdraw-recommendation',
        'join-writing-group',
        'leave-writing-group',
        'answer-round',
        'judge-suggestion',
        'unjudge-suggestion',
        'withdraw-suggestion',
        'accept-suggestion',
        'reject-suggestion',
        'undo-suggestion',
        'object-to-change',
        'ask-authority',
      ],
    }),
};
