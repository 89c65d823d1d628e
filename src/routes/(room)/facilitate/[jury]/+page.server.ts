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
        'extend-item',
        'drop-item',
        'pause-session',
        'resume-session',
        'close-session',
        'raise-hand-for',
        'grant-floor',
        'pause-turn',
        'resume-turn',
        'extend-turn',
        'end-turn',
        'return-to-front',
        'move-turn',
        'set-queue',
        'clear-signals',
        'open-tables',
        'extend-tables',
        'tell-tables',
        'recall-tables',
        'close-tables',
        'move-juror',
        'give-help',
        'post-at-table',
        'open-sounding',
        'close-sounding',
        'post-message',
        'nudge-juror',
        'hold-juror',
        'release-juror',
        'approve-message',
        'return-message',
        'hide-message',
        'mute-juror',
        'unmute-juror',
        'remove-juror',
        'readmit-juror',
        'open-hearing',
        'close-hearing',
        'approve-question',
        'decline-question',
        'merge-question',
        'put-question',
        'defer-question',
        'answer-question',
        'draw-writing-group',
        'freeze-recommendation',
        'reopen-recommendation',
        'open-round',
        'close-round',
        'settle-point',
      ],
    }),
};
