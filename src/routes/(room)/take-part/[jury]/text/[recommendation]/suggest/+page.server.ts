import { error, redirect } from '@sveltejs/kit';
import { submitForm } from '$lib/server/pages.ts';
import { withSource } from '../../cite.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  const found = view.verdict?.recommendations.find((one) => one.id === params.recommendation);
  if (!found || found.state === 'withdrawn') error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  act: async (event) => {
    const result = await submitForm(event, withSource(await event.request.formData()), {
      only: ['suggest-change', 'rebase-suggestion'],
    });
    if ('done' in result) redirect(303, event.url.pathname.replace(/\/suggest$/, '#suggestions'));
    return result;
  },
};
