import { PUBLIC } from '$lib/jury/terms.ts';
import { publicJury, readCommand, refusedForm } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { record } = await publicJury(event);
  const adopted = record.verdict?.recommendations.filter((one) => one.ballot.decision.outcome === 'adopted') ?? [];
  return {
    id: record.jury,
    title: record.charter.title,
    of: event.url.searchParams.get('of'),
    recommendations: adopted.filter((one) => one.answers.length > 0).map(({ id, title }) => ({ id, title })),
  };
};

export const actions: Actions = {
  /** [P26] Whoever is signed in writes here as one of the public too. */
  default: async (event) => {
    const { app, visitor } = event.locals;
    const form = await event.request.formData();
    const parsed = readCommand(form, ['observe-implementation']);
    if (!parsed.ok) return refusedForm(form, parsed.error);
    const allowed = await app.auth.limits.observeFrom(visitor.ip);
    if (!allowed.ok) return refusedForm(form, allowed.error);
    const done = await app.commands.run({ jury: event.params.jury, actor: PUBLIC, ...parsed.value });
    return done.ok ? { done: true as const, type: 'observe-implementation' } : refusedForm(form, done.error);
  },
};
