import { dayAt } from '$lib/i18n/deadline.ts';
import { checksOf } from '$lib/jury/publication/principles/checks.ts';
import { publicJury } from '$lib/server/pages.ts';
import { keepUntilChanged } from '../../../cache.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  keepUntilChanged(event, version);
  const now = Date.now();
  const today = dayAt(now);
  const { origin } = event.locals.app.config;
  return { record, now, today, origin, checks: checksOf({ record, today, dayOf: dayAt }) };
};
