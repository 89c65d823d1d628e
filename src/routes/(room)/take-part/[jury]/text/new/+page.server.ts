import { submitForm } from '$lib/server/pages.ts';
import { withCitations } from '../cite.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) =>
    submitForm(event, withCitations(await event.request.formData()), { only: ['propose-recommendation'] }),
};
