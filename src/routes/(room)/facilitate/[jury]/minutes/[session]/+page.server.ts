import { error } from '@sveltejs/kit';
import { minutesFacts } from '$lib/jury/minutes/facts.ts';
import { lastVersion, minutesOf } from '$lib/jury/minutes/minutes.ts';
import { minutesText } from '$lib/jury/publication/minutes.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, names } = await openJury(event, ['facilitator']);
  const facts = minutesFacts(await event.locals.app.juries.entriesAfter(jury.id, 0), event.params.session);
  if (!facts) error(404, { message: 'Not Found' });
  const minutes = minutesOf(jury.minutes, event.params.session);
  const sent = lastVersion(minutes);
  const approved = minutes.approvedAt === null ? undefined : sent;
  return {
    id: jury.id,
    title: jury.charter.title,
    session: event.params.session,
    // As they would be sent now; approved ones as they were sent.
    text: minutesText(jury, approved ?? { facts, additions: minutes.draft, objections: sent?.objections ?? [] }),
    people: (approved?.facts ?? facts).people.map((one) => ({ ...one, name: names[one.seat] ?? one.seat })),
    sent: sent && {
      number: sent.number,
      at: sent.at,
      backed: sent.backed.count,
      electors: sent.electors.count,
      // Who objects is known to nobody.
      objections: sent.objections.map(({ seat: _seat, ...objection }) => objection),
    },
    approvedAt: minutes.approvedAt,
  };
};

export const actions: Actions = {
  act: (event) => submit(event, { only: ['note-in-minutes', 'send-minutes', 'print-objection'] }),
};
