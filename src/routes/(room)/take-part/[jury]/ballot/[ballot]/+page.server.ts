import { error, fail, redirect } from '@sveltejs/kit';
import { openJury, submit } from '$lib/server/pages.ts';
import { marksOn } from '$lib/jury/charter/papers.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  if (!view.verdict?.ballots.some((one) => one.id === params.ballot)) error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  review: async (event) => {
    const { jury } = await openJury(event, ['juror']);
    const ballot = jury.verdict.ballots.find((one) => one.id === event.params.ballot);
    const chosen = (await event.request.formData()).get('choice');
    const review = ballot && marksOn(ballot.rule).find((mark) => mark === chosen);
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
