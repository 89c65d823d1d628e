import { openJury, submit } from '$lib/server/pages.ts';
import { currentVersion, pollBallotOn } from '$lib/jury/verdict/verdict.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['facilitator']);
  const { verdict, charter } = jury;
  return {
    id: jury.id,
    title: charter.title,
    stage: charter.stage,
    polls: verdict.polls.map((poll) => ({ ...poll, voted: pollBallotOn(verdict, poll.id) !== undefined })),
    recommendations: verdict.recommendations
      .filter((one) => one.state !== 'withdrawn')
      .map((one) => ({ id: one.id, title: currentVersion(one).title.text ?? '' })),
  };
};

export const actions: Actions = { act: (event) => submit(event, { only: ['write-poll', 'withdraw-poll'] }) };
