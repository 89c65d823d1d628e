import type { RequestEvent } from '@sveltejs/kit';
import { callEnds } from '$lib/jury/recruitment/calls.ts';
import { activeJurors } from '$lib/jury/recruitment/seats.ts';
import type { Jury } from '$lib/jury/jury.ts';
import type { Instant, Translated } from '$lib/jury/terms.ts';
import { openJury, refusedForm } from '$lib/server/pages.ts';
import { newCommandId } from '$lib/live/outbox.ts';
import { issueLink, mailLinks, revokeLink } from '$lib/server/people.ts';
import { peopleOf } from '$lib/server/records/people.ts';
import { timeZone } from '$lib/i18n/time-zone.ts';
import type { Actions, PageServerLoad } from './$types';

/** Those who come in by a sheet: confirmed jurors and invited witnesses, with the name on the envelope. */
async function holdersIn({ locals: { app } }: RequestEvent, jury: Jury) {
  const people = new Map((await peopleOf(app.database, jury.id)).map((person) => [person.ref, person]));
  const holder = (ref: string, kind: 'juror' | 'witness') => {
    const { name = ref, locale = 'kk' as const, email = null } = people.get(ref) ?? {};
    return { ref, kind, name, locale, reached: Boolean(email) };
  };
  return {
    // [R22] Whoever was called answers by their link.
    jurors: [...activeJurors(jury.seats), ...Object.values(jury.seats).filter((seat) => callEnds(seat) !== null)].map(
      (seat) => holder(seat.id, 'juror'),
    ),
    witnesses: jury.evidence.witnesses
      .filter((witness) => !witness.withdrawn)
      .map((witness) => holder(witness.id, 'witness')),
  };
}

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  return { ...(await holdersIn(event, jury)), wish: newCommandId() };
};

/** Makes a fresh link for each of these people. Links are kept nowhere, so the sheets are the answer to this very request. */
async function makeSheets(event: RequestEvent, form: FormData, chosen: (ref: string, kind: string) => boolean) {
  const { jury } = await openJury(event, ['organiser']);
  const { jurors, witnesses } = await holdersIn(event, jury);
  const sheets = [];
  for (const holder of [...jurors, ...witnesses].filter(({ ref, kind }) => chosen(ref, kind))) {
    const issued = await issueLink(event, holder.ref);
    if (!issued.ok) return refusedForm(form, issued.error);
    const { url, expiresAt } = issued.value.link;
    sheets.push({ ...holder, url, until: dayInEveryLanguage(expiresAt) });
  }
  return sheets.length === 0 ? refusedForm(form, { code: 'unknown-seat' }) : { type: 'sheets', sheets };
}

/** Here and not in the page: many browsers do not know the Kazakh names of the months. */
function dayInEveryLanguage(at: Instant): Translated {
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: timeZone() } as const;
  const inLanguage = (tag: string): string => new Intl.DateTimeFormat(tag, style).format(at);
  return { en: inLanguage('en-GB'), ru: inLanguage('ru-RU'), kk: inLanguage('kk-KZ') };
}

export const actions: Actions = {
  sheet: async (event) => {
    const form = await event.request.formData();
    const asked = form.get('ref');
    return makeSheets(event, form, (ref) => ref === asked);
  },
  sheets: async (event) => makeSheets(event, await event.request.formData(), (_ref, kind) => kind === 'juror'),
  mail: async (event) => {
    const form = await event.request.formData();
    const queued = await mailLinks(event, [String(form.get('ref'))], String(form.get('wish')));
    return queued.ok ? { type: 'mail', queued: queued.value } : refusedForm(form, queued.error);
  },
  mails: async (event) => {
    const form = await event.request.formData();
    const { jury } = await openJury(event, ['organiser']);
    const refs = activeJurors(jury.seats).map((seat) => seat.id);
    const queued = await mailLinks(event, refs, String(form.get('wish')));
    return queued.ok ? { type: 'mail', queued: queued.value } : refusedForm(form, queued.error);
  },
  revoke: async (event) => {
    const form = await event.request.formData();
    const ref = String(form.get('ref'));
    const revoked = await revokeLink(event, ref);
    return revoked.ok ? { type: 'revoke', revoked: ref } : refusedForm(form, revoked.error);
  },
};
