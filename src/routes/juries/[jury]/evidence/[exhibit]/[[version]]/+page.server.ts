import { error } from '@sveltejs/kit';
import { keepUntilChanged } from '../../../../../cache.server.ts';
import { shownVersion, versionIn } from '../../../../../exhibit/shown.server.ts';
import { usesOfExhibit } from '$lib/jury/verdict/uses.ts';
import { publicJury } from '$lib/server/pages.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  const exhibit = record.exhibits.find((one) => one.id === event.params.exhibit);
  const number = exhibit && versionIn(event.params.version, exhibit);
  const uses = exhibit && record.verdict ? usesOfExhibit(record.verdict.recommendations, exhibit.id) : [];
  const home = `/juries/${record.jury}#`;
  const shown = exhibit && number ? shownVersion(exhibit, number, uses, home) : null;
  if (!exhibit || !shown) error(404, { message: 'Not Found', code: 'unknown-exhibit' });
  keepUntilChanged(event, version);
  const { id, title, author, nominatedBy, why, at, withdrawn = null, marks } = exhibit;
  return {
    jury: record.jury,
    juryTitle: record.charter.title,
    exhibit: { id, title, author, nominatedBy, why, at, withdrawn, marks },
    shown,
    // Nothing is said of uses before there is a verdict.
    uses: record.verdict ? uses : null,
  };
};
