/** Tells whoever presses "join" where the call is held: a page that embeds it as data, a browser without a script by going there. */
import { callAddress } from '$lib/server/calls.ts';
import { openJury, statusOf } from '$lib/server/pages.ts';
import { ROLES } from '$lib/jury/terms.ts';
import { error, json, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { jury, viewer } = await openJury(event, ROLES);
  const meeting = { session: event.params.session, table: event.url.searchParams.get('table') ?? undefined };
  const address = callAddress(jury, viewer, meeting, event.locals.app.config);
  const asData = event.request.headers.get('accept')?.includes('application/json') ?? false;
  if (asData) return json(address, { status: address.ok ? 200 : statusOf(address.error) });
  if (!address.ok) error(statusOf(address.error), { message: 'Refused', code: address.error.code });
  redirect(303, address.value);
};
