import { error } from '@sveltejs/kit';
import { wordsOf } from '$lib/jury/evidence/exhibit.ts';
import type { Exhibit } from '$lib/jury/evidence/exhibit.ts';
import { LARGEST_FILE, LARGEST_RECORDING, submitExhibit } from '$lib/server/exhibit-files.ts';
import { openJury, refusedForm, submit } from '$lib/server/pages.ts';
import { shownVersion } from '../../../../exhibit/shown.server.ts';
import { withWrongFields } from '../../../field-problems.server.ts';
import { belongsTo } from '../../../stage-gate.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const exhibit = jury.evidence.exhibits.find((one) => one.id === event.params.exhibit);
  const shown = exhibit && shownVersion(exhibit, exhibit.version);
  if (!exhibit || !shown) error(404, { message: 'Not Found', code: 'unknown-exhibit' });
  const { id, kind, title, author, version, withdrawn, marks } = exhibit;
  const { stage } = jury.charter;
  return {
    jury: jury.id,
    exhibit: { id, kind, title, author, version, told: marks.told, withdrawn: withdrawn?.reason ?? null },
    shown,
    now: fieldsOf(exhibit),
    revisable: !withdrawn && belongsTo(stage, 'revise-text-exhibit'),
    correctable: !withdrawn && belongsTo(stage, 'correct-exhibit'),
    limits: { file: LARGEST_FILE, recording: LARGEST_RECORDING },
  };
};

/** What the form for a new version begins with. A day of copying is that of the new copy. */
function fieldsOf(exhibit: Exhibit): Readonly<Record<string, string>> {
  const words = wordsOf(exhibit)?.text ?? '';
  switch (exhibit.kind) {
    case 'text':
      return { body: words };
    case 'link':
      return { body: words, address: exhibit.address };
    case 'file':
      return {
        alt: exhibit.alt ?? '',
        uncaptioned: exhibit.uncaptioned ?? '',
        words: exhibit.captions ? '' : words,
      };
  }
}

export const actions: Actions = {
  act: async (event) => withWrongFields(await submit(event, { only: ['correct-exhibit', 'revise-text-exhibit'] })),
  file: async (event) => {
    const form = await event.request.formData();
    const shown = await submitExhibit(event, form, ['revise-link-exhibit', 'revise-file-exhibit']);
    return shown.ok ? { type: shown.value.type, done: true } : withWrongFields(refusedForm(form, shown.error));
  },
};
