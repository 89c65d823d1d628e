/** [R18] Who has which ticket, as a table for the organiser alone; that it was taken out is told to everybody first. */
import { error } from '@sveltejs/kit';
import { newCommandId } from '$lib/live/outbox.ts';
import { organisedBy } from '$lib/server/organised.ts';
import { runAs } from '$lib/server/pages.ts';
import { poolOf } from '$lib/server/records/registrants.ts';
import type { RequestHandler } from './$types';
import { ticketTable } from './table.ts';

export const POST: RequestHandler = async (event) => {
  const jury = await organisedBy(event);
  if (!jury.ok) error(403, { message: 'Forbidden', code: jury.error.code });
  const noted = await runAs(event, { id: newCommandId(), command: { type: 'hand-out-tickets' } });
  if (!noted.ok) error(409, { message: 'Conflict', code: noted.error.code });
  const registrants = await poolOf(event.locals.app.database, jury.value.id);
  return new Response(ticketTable(registrants), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="tickets-${jury.value.id}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
};
