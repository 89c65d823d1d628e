import { error, fail } from '@sveltejs/kit';
import { shownVersion, versionIn } from '../../../../../../exhibit/shown.server.ts';
import { LONGEST_NOTE, readNote, writeNote } from '$lib/server/exhibit-notes.ts';
import { citingIn, usesOfExhibit } from '$lib/jury/verdict/uses.ts';
import { submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { view } = await event.parent();
  const exhibit = view.evidence?.exhibits.find((one) => one.id === event.params.exhibit);
  const number = exhibit && versionIn(event.params.version, exhibit);
  const uses = exhibit && view.verdict ? usesOfExhibit(citingIn(view.verdict), exhibit.id) : [];
  const home = `/take-part/${view.id}/text/`;
  const shown = exhibit && number ? shownVersion(exhibit, number, uses, home) : null;
  if (!exhibit || !shown) error(404, { message: 'Not Found' });
  return { shown, note: await readNote(event, exhibit.id), longestNote: LONGEST_NOTE };
};

export const actions: Actions = {
  act: (event) => submit(event, { only: ['mark-exhibit'] }),
  note: async (event) => {
    const form = await event.request.formData();
    const written = await writeNote(event, form);
    const note = form.get('note');
    return written.ok
      ? { noted: true }
      : fail(400, { noted: false, unkept: written.error, note: typeof note === 'string' ? note : '' });
  },
};
