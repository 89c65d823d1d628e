import { error } from '@sveltejs/kit';
import { submitForm } from '$lib/server/pages.ts';
import { withCitations } from '../../cite.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  const found = view.verdict?.recommendations.find((one) => one.id === params.recommendation);
  if (!found || found.state !== 'open') error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  default: async (event) =>
    submitForm(event, withCitations(await event.request.formData()), { only: ['revise-recommendation'] }),
};
