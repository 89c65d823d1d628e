import type { RequestEvent } from '@sveltejs/kit';
import { timeZone } from '$lib/i18n/time-zone.ts';
import type { Jury } from '$lib/jury/state.ts';
import { allDecided } from '$lib/jury/verdict/ballot-keeping-rules.ts';
import { submitMoment } from '../../organise/typed-moment.server.ts';

/** Until when statements are written, and whether that can be said now ([V51]). */
export const deadlineOf = (jury: Jury) => ({
  until: jury.verdict.statementsUntil,
  usual: jury.verdict.statementsUsual ?? false,
  may: jury.charter.stage === 'voting' && !jury.verdict.release && allDecided({ jury }).ok,
  zone: timeZone(),
});

/** Sets the end of statements. */
export const submitDeadline = (event: RequestEvent) => submitMoment(event, 'until', ['set-statement-deadline']);
