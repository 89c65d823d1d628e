import { fail } from '@sveltejs/kit';
import { activeJurors } from '$lib/jury/recruitment/seats.ts';
import { refuse } from '$lib/jury/result.ts';
import { organisedBy } from '$lib/server/organised.ts';
import { openJury } from '$lib/server/pages.ts';
import { attempt } from '$lib/server/records/attempt.ts';
import { followersOf } from '$lib/server/records/followers.ts';
import { whoseLetter } from '$lib/server/mail/whose-letter.ts';
import { mailCounts, troubledMail, tryAgainStatements } from '$lib/server/records/mail.ts';
import { peopleOf } from '$lib/server/records/people.ts';
import { WriteError } from '$lib/server/records/write-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, names } = await openJury(event, ['organiser']);
  const { app } = event.locals;
  const [counts, troubled, followers, people] = await Promise.all([
    mailCounts(app.database, jury.id),
    troubledMail(app.database, jury.id),
    followersOf(app.database, jury.id),
    peopleOf(app.database, jury.id),
  ]);
  const jurors = activeJurors(jury.seats);
  const reached = new Set(people.filter(({ email }) => email).map(({ ref }) => ref));
  return {
    mailTo: app.config.mail.to,
    counts,
    followers,
    jurors: jurors.length,
    withoutAddress: jurors.filter(({ id }) => !reached.has(id)).length,
    troubled: troubled.map(({ id, recipient, letter: { kind }, state, attempts, nextAt, problem }) => {
      const who = whoseLetter(recipient, kind, names);
      return { id, kind, who, state, attempts, nextAt, problem };
    }),
  };
};

export const actions: Actions = {
  again: async (event) => {
    const mine = await organisedBy(event);
    if (!mine.ok) return fail(403, { refused: mine.error });
    const form = await event.request.formData();
    const { app } = event.locals;
    try {
      const id = String(form.get('mail'));
      const written = await attempt(app.database, tryAgainStatements(mine.value.id, id, Date.now()));
      if (!written.ok) return fail(503, { refused: written.error });
    } catch (error) {
      // It has been settled otherwise in the meantime, or never was.
      if (error instanceof WriteError && error.code === 'conflict')
        return fail(409, { refused: refuse('invalid', { field: 'mail' }).error });
      throw error;
    }
    app.post.wake();
    return { tried: true };
  },
};
