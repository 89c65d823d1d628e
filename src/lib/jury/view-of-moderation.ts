/** What a viewer may see of moderation: [W5]. */
import type { Act, Action, ModerationEvent, Report } from './deliberation/moderation/moderation.ts';
import { looksAt } from './deliberation/moderation/moderation.ts';
import type { SeatId } from './terms.ts';
import type { Viewer } from './view.ts';

export const seesMuted = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'oversight';

/** [W5] Whom an action concerns, and in which words; of an exclusion the organiser knows too, who has a part in it. */
export const seesCase = (act: Act, viewer: Viewer): boolean =>
  seesMuted(viewer) || (viewer.role === 'organiser' && EXCLUDING.includes(act));
const EXCLUDING: readonly Act[] = ['propose-exclusion', 'drop-exclusion', 'exclude'];

export function viewAction<A extends Pick<Action, 'act' | 'seat' | 'words' | 'by' | 'message' | 'closed'>>(
  action: A,
  viewer: Viewer,
): A {
  if (seesCase(action.act, viewer)) return action;
  const { by: _by, ...unsigned } = action;
  if (action.seat !== undefined && action.seat === viewer.seat) return unsigned as A;
  const { seat: _seat, words: _words, ...unnamed } = unsigned;
  if (action.act !== 'request-edit') return unnamed as A;
  // [W45] The message, or the moment at which it was changed, would say who was asked.
  const { message: _message, closed: _closed, ...untold } = unnamed;
  return untold as A;
}

export function viewAppeal(action: Action, viewer: Viewer): Action {
  const { appeal } = action;
  if (!appeal || seesCase(action.act, viewer) || (action.seat !== undefined && action.seat === viewer.seat))
    return action;
  const { text: _text, ...silent } = appeal;
  return { ...action, appeal: silent };
}

type EditClosed = Extract<ModerationEvent, { type: 'edit-request-closed' }>;

/** [W45] For those who know of the request. */
export const viewEditClosed = (event: EditClosed, viewer: Viewer): EditClosed | null =>
  seesCase('request-edit', viewer) || isOwn(event.seat, viewer) ? event : null;

/** [D103] [D138] That words were reported is for those who look at it, who do not learn from whom, and for whoever reported them. */
export const viewReports = (reports: readonly Report[], viewer: Viewer): readonly Report[] =>
  reports.flatMap((report): readonly Report[] => {
    const { seat, ...unsigned } = report;
    if (looksAt(report, viewer.role)) return [unsigned];
    return isOwn(seat, viewer) ? [{ ...report, left: false }] : [];
  });

type Reported = Extract<ModerationEvent, { type: 'message-reported' | 'message-left' }>;

export function viewReported(event: Reported, viewer: Viewer): Reported | null {
  if (event.type === 'message-left') return looksAt(event, viewer.role) ? event : null;
  if (isOwn(event.seat, viewer)) return event;
  const { seat: _seat, ...unsigned } = event;
  return looksAt(event, viewer.role) ? unsigned : null;
}

const isOwn = (seat: SeatId | undefined, viewer: Viewer): boolean => seat !== undefined && seat === viewer.seat;
