import { actions as deskActions, openDesk } from '../../../../moderation/desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openDesk(event, 'facilitator');

export const actions: Actions = deskActions;
