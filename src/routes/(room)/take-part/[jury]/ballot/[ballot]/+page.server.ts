import { error, fail, redirect } from '@sveltejs/kit';
import { submit } from '$lib/server/pages.ts';
import { CHOICES } from '$lib/jury/verdict/commands.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  if (!view.verdict?.ballots.some((one) => one.id === params.ballot)) error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  review: async ({ request }) => {
    const chosen = (await request.formData()).get('choice');
    const review = CHOICES.find((choice) => choice === chosen);
    return review ? { review } : fail(400, { unchosen: true as const });
  },

  cast: async (event) => {
    const result = await submit(event, { only: ['cast-paper'] });
    // Neither the page nor the browser's history keeps what was chosen.
    if (!('done' in result)) return fail(result.status, { refused: result.data.refused, type: result.data.type });
    redirect(303, event.url.pathname);
  },

  act: (event) => submit(event, { only: ['write-minority-statement', 'join-minority-statement'] }),
};
