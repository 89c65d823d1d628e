import { openJury } from '$lib/server/pages.ts';
import type { JuryView } from '$lib/jury/view.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const seen = await openJury(event, ['juror', 'alternate']);
  const { seq, names, serverNow, seat } = seen;
  return { shell: 'room' as const, view: lightened(seen.view), seq, names, serverNow, seat: seat ?? '' };
};

/** On a bad line the figures of the lottery and the hashes of words are four kilobytes for nothing: jurors check both where everybody does. */
const lightened = ({ selection: _elsewhere, ...view }: JuryView): JuryView =>
  JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'sha256' ? '' : value)));
