import { error, fail, redirect } from '@sveltejs/kit';
import { hasCodedPapers } from '$lib/jury/verdict/ballot-keeping-rules.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import { freshCode } from '$lib/server/survey-codes.ts';
import { marksOn } from '$lib/jury/charter/papers.ts';
import { choicesOn } from '$lib/jury/verdict/poll-rules.ts';
import type { Verdict } from '$lib/jury/verdict/verdict.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  const ballots = [...(view.verdict?.ballots ?? []), ...(view.verdict?.pollBallots ?? [])];
  if (!ballots.some((one) => one.id === params.ballot)) error(404, { message: 'Not Found' });
};

export const actions: Actions = {
  review: async (event) => {
    const { jury } = await openJury(event, ['juror']);
    const chosen = (await event.request.formData()).get('choice');
    const review = choicesIn(jury.verdict, event.params.ballot).find((choice) => choice === chosen);
    if (!review) return fail(400, { unchosen: true as const });
    // [V54] Made up for each look at the paper, and forgotten with it.
    return isCoded(jury.verdict, event.params.ballot) ? { review, code: freshCode() } : { review };
  },

  rank: async ({ request }) => {
    const fields = [...(await request.formData())].filter(
      ([name, value]) => name.startsWith('places.') && value !== '',
    );
    const places = Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
    return fields.length > 0 ? { places } : fail(400, { unranked: true as const });
  },

  cast: async (event) => {
    const result = await submit(event, { only: ['cast-paper', 'cast-ranking', 'change-paper'] });
    // Neither the page nor the browser's history keeps what was chosen.
    if (!('done' in result)) return fail(result.status, { refused: result.data.refused, type: result.data.type });
    redirect(303, result.type === 'change-paper' ? `${event.url.pathname}?changed` : event.url.pathname);
  },

  act: (event) => submit(event, { only: ['write-minority-statement', 'join-minority-statement'] }),
};

/** What may be marked on the paper of a ballot, be it on a recommendation or on a poll. */
function choicesIn(verdict: Verdict, id: string): readonly string[] {
  const ballot = verdict.ballots.find((one) => one.id === id);
  if (ballot) return marksOn(ballot.rule);
  const poll = verdict.pollBallots.find((one) => one.id === id);
  return poll ? choicesOn(poll, verdict) : [];
}

function isCoded(verdict: Verdict, id: string): boolean {
  const ballot = [...verdict.ballots, ...verdict.pollBallots].find((one) => one.id === id);
  return ballot !== undefined && hasCodedPapers(ballot, verdict);
}
