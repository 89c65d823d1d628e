import { newCommandId } from '$lib/live/outbox.ts';
import { openJury, refusedForm, runAs, submitForm } from '$lib/server/pages.ts';
import { timeZone } from '$lib/i18n/time-zone.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { hoursOf } from './hours.ts';
import { instantOf } from './local-time.ts';
import { usualProgramme } from './usual-programme.ts';
import type { Actions, PageServerLoad } from './$types';

const DAY_MS = 86_400_000;

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const sessions = jury.sessions.toSorted((a, b) => a.startsAt - b.startsAt);
  return {
    sessions: sessions.map(({ id, title, startsAt, state, agenda }) => ({ id, title, startsAt, state, agenda })),
    hours: hoursOf(sessions),
    starts: jury.charter.starts,
    open: belongsTo(jury.charter.stage, 'plan-session'),
  };
};

export const actions: Actions = {
  plan: async (event) => {
    const form = await event.request.formData();
    const typed = String(form.get('startsAt') ?? '');
    const startsAt = instantOf(typed, timeZone());
    // The command counts in UTC; the organiser types the time on the wall.
    form.set('startsAt', startsAt === null ? '' : new Date(startsAt).toISOString().slice(0, 16));
    const result = withWrongFields(await submitForm(event, form, { only: ['plan-session'] }));
    if ('data' in result) Object.assign(result.data.values, { startsAt: typed });
    return result;
  },
  /** The same agenda on another day. */
  clone: async (event) => {
    const form = await event.request.formData();
    const { jury } = await openJury(event, ['organiser']);
    const session = jury.sessions.find((one) => one.id === form.get('session'));
    if (!session) return refusedForm(form, { code: 'unknown-session' });
    const startsAt = instantOf(String(form.get('startsAt') ?? ''), timeZone());
    if (startsAt === null) return refusedForm(form, { code: 'invalid', params: { field: 'startsAt' } });
    const agenda = session.agenda.map(({ id: _id, ...item }) => item);
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
    for (const [index, { title, agenda }] of usualProgramme().entries()) {
      const startsAt = first + index * days * DAY_MS;
      const command = { type: 'plan-session' as const, title, startsAt, agenda: [...agenda] };
      const planned = await runAs(event, { id: newCommandId(), command });
      if (!planned.ok) return refusedForm(form, planned.error);
    }
    return { type: 'template', done: true };
  },
};
