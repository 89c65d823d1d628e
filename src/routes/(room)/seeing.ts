import type { Jury } from '../../lib/jury/state.ts';
import type { JuryView } from '../../lib/jury/view.ts';

/** Whether the viewer sees all that is seen from inside the room. Whoever loses their seat loses this too. */
export const seesRoom = (view: JuryView): view is Jury => view.room !== undefined && view.seats !== undefined;
