import { actions as helpActions, openHelp } from '../../../help/desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openHelp(event, 'organiser');

export const actions: Actions = helpActions;
