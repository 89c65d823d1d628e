import { publicJury } from '$lib/server/pages.ts';
import { keepUntilChanged } from '../../cache.server.ts';
import { recordText, sha256Of, versionText } from '../record-text.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  keepUntilChanged(event, version);
  return {
    record,
    version,
    sha256: sha256Of(recordText(record)),
    verdictHash: record.verdict && sha256Of(versionText(record.jury, record.verdict)),
    now: Date.now(),
    origin: event.locals.app.config.origin,
  };
};
