/** What a viewer may see of moderation: [W5]. */
import type { Act, Action } from './deliberation/moderation/moderation.ts';
import type { Viewer } from './view.ts';

export const seesMuted = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'oversight';

/** [W5] Whom an action concerns, and in which words; of an exclusion the organiser knows too, who has a part in it. */
export const seesCase = (act: Act, viewer: Viewer): boolean =>
  seesMuted(viewer) || (viewer.role === 'organiser' && EXCLUDING.includes(act));
const EXCLUDING: readonly Act[] = ['propose-exclusion', 'drop-exclusion', 'exclude'];

export function viewAction<A extends Pick<Action, 'act' | 'seat' | 'words' | 'by'>>(action: A, viewer: Viewer): A {
  if (seesCase(action.act, viewer)) return action;
  const { by: _by, ...unsigned } = action;
  if (action.seat !== undefined && action.seat === viewer.seat) return unsigned as A;
  const { seat: _seat, words: _words, ...unnamed } = unsigned;
  return unnamed as A;
}

export function viewAppeal(action: Action, viewer: Viewer): Action {
  const { appeal } = action;
  if (!appeal || seesCase(action.act, viewer) || (action.seat !== undefined && action.seat === viewer.seat))
    return action;
  const { text: _text, ...silent } = appeal;
  return { ...action, appeal: silent };
}
