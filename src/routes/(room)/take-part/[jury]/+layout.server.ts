import { openJury } from '$lib/server/pages.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { view, seq, names, serverNow, seat } = await openJury(event, ['juror', 'alternate']);
  return { shell: 'room' as const, view, seq, names, serverNow, seat: seat ?? '' };
};
