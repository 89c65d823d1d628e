import { error } from '@sveltejs/kit';
import { submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  const found = view.verdict?.recommendations.find((one) => one.id === params.recommendation);
  if (!found || found.state === 'withdrawn') error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  act: (event) => submit(event, { only: ['file-draft'] }),
};
