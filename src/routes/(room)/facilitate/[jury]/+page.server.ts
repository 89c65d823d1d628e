import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view, seq, names, serverNow } = await openJury(event, ['facilitator']);
  return { shell: 'room' as const, view, seq, names, serverNow };
};

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: [
        'open-session',
        'start-item',
        'close-session',
        'grant-floor',
        'end-turn',
        'post-message',
        'hide-message',
        'mute-juror',
        'unmute-juror',
        'open-hearing',
        'close-hearing',
        'decline-question',
        'answer-question',
        'freeze-recommendation',
        'reopen-recommendation',
        'open-round',
        'close-round',
        'settle-point',
      ],
    }),
};
