import { openJury, submit } from '$lib/server/pages.ts';
import { readinessOf } from './readiness.ts';
import { emptyPlaces } from './seats/empty-places.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, serverNow } = await openJury(event, ['organiser']);
  const { database } = event.locals.app;
  return {
    readiness: readinessOf(jury),
    seats: jury.charter.seats,
    places: await emptyPlaces(database, jury, serverNow),
  };
};

export const actions: Actions = {
  advance: (event) => submit(event, { only: ['advance-stage'] }),
  act: (event) => submit(event, { only: ['call-alternate'] }),
};
