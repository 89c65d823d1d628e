import { error } from '@sveltejs/kit';
import { verdictIn, versionsOf } from '$lib/jury/publication/versions.ts';
import { publicJury } from '$lib/server/pages.ts';
import { keepUntilChanged } from '../../../../cache.server.ts';
import { sha256Of, versionText } from '../../../record-text.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  const number = Number(event.params.version);
  const verdict = record.verdict && verdictIn(record.verdict, number);
  if (!record.verdict || !verdict) error(404, { message: 'Not Found', code: 'unknown-jury' });
  keepUntilChanged(event, version);
  return {
    record: { ...record, verdict },
    versions: versionsOf(record.verdict),
    number,
    sha256: sha256Of(versionText(record.jury, verdict)),
    now: Date.now(),
    origin: event.locals.app.config.origin,
  };
};
