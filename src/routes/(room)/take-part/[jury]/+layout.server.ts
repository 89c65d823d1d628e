import { openJury } from '$lib/server/pages.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const seen = await openJury(event, ['juror', 'alternate']);
  const { seq, names, serverNow, seat } = seen;
  // Jurors read about the lottery where everybody does; on a bad line its figures would be a kilobyte for nothing.
  const { selection: _elsewhere, ...view } = seen.view;
  return { shell: 'room' as const, view, seq, names, serverNow, seat: seat ?? '' };
};
