/** What the moderation pages of the offices show: each no more than its holder may see. */
import type { RequestEvent } from '@sveltejs/kit';
import { NO_MODERATION } from '../../lib/jury/deliberation/moderation/moderation.ts';
import { activeJurors } from '../../lib/jury/recruitment/seats.ts';
import type { StaffRole } from '../../lib/jury/terms.ts';
import { reportedMessages } from '../(room)/facilitate/[jury]/reported.ts';
import { openJury, submit } from '../../lib/server/pages.ts';

export type DeskData = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk(event: RequestEvent, role: StaffRole) {
  const { jury, actor, view, names } = await openJury(event, [role]);
  return {
    id: jury.id,
    title: jury.charter.title,
    stage: jury.charter.stage,
    role,
    self: actor.kind === 'member' ? actor.id : '',
    moderation: view.moderation ?? NO_MODERATION,
    jurors: activeJurors(jury.seats).map(({ id }) => ({ id, name: names[id] ?? id })),
    names,
    // [D138] The words themselves, also those said at a table, but no reports other than those this office looks at.
    reported:
      role === 'facilitator'
        ? []
        : reportedMessages({ moderation: view.moderation ?? NO_MODERATION, room: jury.room, tables: jury.tables }),
  };
}

export const actions = {
  act: (event: RequestEvent) =>
    submit(event, {
      only: [
        'decide-appeal',
        'redact-action',
        'propose-exclusion',
        'confirm-exclusion',
        'drop-exclusion',
        'leave-message',
        'hide-message',
      ],
    }),
};
