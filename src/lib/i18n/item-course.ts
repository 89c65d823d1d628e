/** How an item of a programme begins and goes on, in a few words for those who run it. */
import type { AgendaItem } from '../jury/deliberation/sessions.ts';
import * as m from './compiled/messages.js';

/** Empty for an item that begins and ends when somebody says so. */
export const itemCourse = ({ auto, atLeast, notBefore }: Pick<AgendaItem, 'auto' | 'atLeast' | 'notBefore'>): string =>
  [
    ...(auto ? [m.organiser_programme_auto()] : []),
    ...(atLeast ? [m.organiser_programme_at_least({ count: atLeast })] : []),
    ...(notBefore ? [m.organiser_programme_not_before({ minutes: notBefore })] : []),
  ].join(', ');
