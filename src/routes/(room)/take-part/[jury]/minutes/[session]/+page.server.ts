import { error } from '@sveltejs/kit';
import { submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  if (!view.minutes || !Object.hasOwn(view.minutes, params.session)) error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  act: (event) => submit(event, { only: ['back-minutes', 'object-to-minutes'] }),
};
