import { error } from '@sveltejs/kit';
import { keepUntilChanged } from '../../../../../cache.server.ts';
import { shownVersion, versionIn } from '../../../../../exhibit/shown.server.ts';
import { publicJury } from '$lib/server/pages.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  const exhibit = record.exhibits.find((one) => one.id === event.params.exhibit);
  const number = exhibit && versionIn(event.params.version, exhibit);
  const shown = exhibit && number ? shownVersion(exhibit, number) : null;
  if (!exhibit || !shown) error(404, { message: 'Not Found', code: 'unknown-exhibit' });
  keepUntilChanged(event, version);
  const { id, title, author, nominatedBy, why, at, withdrawn = null, marks } = exhibit;
  return {
    jury: record.jury,
    juryTitle: record.charter.title,
    exhibit: { id, title, author, nominatedBy, why, at, withdrawn, marks },
    shown,
  };
};
