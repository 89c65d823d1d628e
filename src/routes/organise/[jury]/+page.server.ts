import { openJury, submit } from '$lib/server/pages.ts';
import { readinessOf } from './readiness.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  return { readiness: readinessOf(jury), seats: jury.charter.seats };
};

export const actions: Actions = { advance: (event) => submit(event, { only: ['advance-stage'] }) };
