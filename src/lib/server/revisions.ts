import type { JuryId } from '../jury/terms.ts';
import type { Commands } from './commands.ts';

/** How often each jury, and any jury at all, has changed since the server started. */
export interface Revisions {
  of(jury: JuryId | undefined): number;
}

export function countRevisions(commands: Pick<Commands, 'onAnnounced'>): Revisions {
  const byJury = new Map<JuryId, number>();
  let all = 0;
  commands.onAnnounced(({ jury }) => {
    all += 1;
    byJury.set(jury.id, (byJury.get(jury.id) ?? 0) + 1);
  });
  return { of: (jury) => (jury === undefined ? all : (byJury.get(jury) ?? 0)) };
}
