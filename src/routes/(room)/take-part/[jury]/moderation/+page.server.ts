import { submit } from '$lib/server/pages.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  act: (event) => submit(event, { only: ['appeal-action', 'edit-message', 'keep-words'] }),
};
