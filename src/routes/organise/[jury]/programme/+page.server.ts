import { newCommandId } from '$lib/live/outbox.ts';
import { linkable } from '$lib/jury/deliberation/agenda-links.ts';
import type { AgendaLink } from '$lib/jury/deliberation/agenda-links.ts';
import { openJury, refusedForm, runAs, submitForm } from '$lib/server/pages.ts';
import { dayAt } from '$lib/i18n/deadline.ts';
import { timeZone } from '$lib/i18n/time-zone.ts';
import { titleOf } from '../../../(room)/item-links.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { hoursOf } from './hours.ts';
import { instantOf, localOf } from './local-time.ts';
import { PROGRAMME_NAMES, programmeCalled } from './programmes.ts';
import { withLinks } from './links.ts';
import { withEveryAuto } from './every-auto.ts';
import { withoutEmptied } from './emptied-rows.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const DAY_MS = 86_400_000;

export const load: PageServerLoad = async (event) => {
  const { jury, view, names } = await openJury(event, ['organiser']);
  const linked = { ...jury, ...view };
  const titled = (link: AgendaLink) => ({ value: `${link.kind}:${link.id}`, title: titleOf(link, linked, names) });
  const sessions = jury.sessions.toSorted((a, b) => a.startsAt - b.startsAt);
  return {
    sessions: sessions.map(({ id, title, startsAt, state, agenda, call, cancelled }) => ({
      ...{ id, title, startsAt, state, local: localOf(startsAt, timeZone()), cancelled: cancelled?.reason },
      agenda: agenda.map(({ links = [], ...item }) => ({ ...item, links: links.map(titled) })),
      // To the organiser, who gave them, addresses are shown; a key is nobody's.
      call: call?.kind === 'room' ? ({ kind: 'room' } as const) : call,
    })),
    linkable: linkable(jury).map(titled),
    callHost: event.locals.app.config.callOrigin && new URL(event.locals.app.config.callOrigin).host,
    hours: hoursOf(sessions),
    starts: jury.charter.starts,
    open: belongsTo(jury.charter.stage, 'plan-session'),
  };
};

async function submitPlan(event: RequestEvent, sent: FormData, type: 'plan-session' | 'change-session') {
  const form = withEveryAuto(withoutEmptied(sent));
  const typed = String(form.get('startsAt') ?? '');
  const startsAt = instantOf(typed, timeZone());
  // The command counts in UTC; the organiser types the time on the wall.
  form.set('startsAt', startsAt === null ? '' : new Date(startsAt).toISOString().slice(0, 16));
  const result = withWrongFields(await submitForm(event, form, { only: [type] }));
  if ('data' in result) Object.assign(result.data.values, { startsAt: typed });
  return result;
}

export const actions: Actions = {
  plan: async (event) => submitPlan(event, await event.request.formData(), 'plan-session'),
  change: async (event) => submitPlan(event, await event.request.formData(), 'change-session'),
  cancel: async (event) => submitForm(event, await event.request.formData(), { only: ['cancel-session'] }),
  link: async (event) => submitForm(event, withLinks(await event.request.formData()), { only: ['link-item'] }),
  call: async (event) => submitForm(event, await event.request.formData(), { only: ['set-call'] }),
  /** The same agenda on another day. */
  clone: async (event) => {
    const form = await event.request.formData();
    const { jury } = await openJury(event, ['organiser']);
    const session = jury.sessions.find((one) => one.id === form.get('session'));
    if (!session) return refusedForm(form, { code: 'unknown-session' });
    const startsAt = instantOf(String(form.get('startsAt') ?? ''), timeZone());
    if (startsAt === null) return refusedForm(form, { code: 'invalid', params: { field: 'startsAt' } });
    const agenda = session.agenda.map(({ id: _id, links, ...item }) => ({ ...item, links: links && [...links] }));
    const command = { type: 'plan-session' as const, title: session.title, startsAt, agenda };
    const planned = await runAs(event, { id: newCommandId(), command });
    return planned.ok ? { type: 'clone', done: true } : refusedForm(form, planned.error);
  },
  template: async (event) => {
    const form = await event.request.formData();
    const first = instantOf(String(form.get('first') ?? ''), timeZone());
    const days = Number(form.get('days'));
    if (first === null) return refusedForm(form, { code: 'invalid', params: { field: 'first' } });
    if (!Number.isInteger(days) || days < 1 || days > 60)
      return refusedForm(form, { code: 'invalid', params: { field: 'days' } });
    const programme = PROGRAMME_NAMES.find((name) => name === (form.get('programme') ?? 'eight'));
    if (!programme) return refusedForm(form, { code: 'invalid', params: { field: 'programme' } });
    for (const [index, { title, agenda, at }] of programmeCalled(programme).entries()) {
      const usual = first + index * days * DAY_MS;
      const startsAt = at === undefined ? usual : (instantOf(`${dayAt(usual)}T${at}`, timeZone()) ?? usual);
      const command = { type: 'plan-session' as const, title, startsAt, agenda: [...agenda] };
      const planned = await runAs(event, { id: newCommandId(), command });
      if (!planned.ok) return refusedForm(form, planned.error);
    }
    return { type: 'template', done: true };
  },
};
