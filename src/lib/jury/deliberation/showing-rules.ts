/** [D119] A recording is watched together. */
import type { Asked, Rules } from '../context.ts';
import { isRecording } from '../evidence/recording.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { Instant } from '../terms.ts';
import { speakerOf } from './floor.ts';
import { liveSession } from './live-session.ts';
import type { Session } from './sessions.ts';
import { positionAt } from './showing.ts';
import type { Showing } from './showing.ts';

export const showingRules: Rules<'show-recording' | 'steer-recording' | 'end-recording'> = {
  'show-recording': ({ session: id, exhibit }, asked) => {
    const session = liveSession(asked, id);
    if (!session.ok) return session;
    const found = asked.jury.evidence.exhibits.find((one) => one.id === exhibit);
    if (!found || !isRecording(found)) return refuse('unknown-exhibit');
    if (found.withdrawn) return refuse('exhibit-withdrawn');
    return ok([set(id, { exhibit, playing: false, position: 0, at: asked.now })]);
  },

  'steer-recording': ({ session: id, exhibit, position, playing }, asked) => {
    const session = shown(asked, id);
    if (!session.ok) return session;
    if (session.value.showing?.exhibit !== exhibit) return refuse('unknown-exhibit');
    if (playing && session.value.paused) return refuse('session-paused');
    // Nobody is drowned out: who speaks is heard first.
    if (playing && speakerOf(asked.jury.floor, id)) return refuse('floor-taken');
    return ok([set(id, { exhibit, playing, position, at: asked.now })]);
  },

  'end-recording': ({ session: id }, asked) => {
    const session = shown(asked, id);
    return session.ok ? ok([set(id, null)]) : session;
  },
};

/** [D119] While it plays it has the floor. */
export const recordingPlays = ({ jury }: Asked, session: string): boolean =>
  jury.sessions.some(({ id, showing }) => id === session && showing?.playing === true);

/** [D22] Paused with everything else, it stays where it was. */
export function stopRecording({ id, showing }: Session, now: Instant): readonly JuryEvent[] {
  if (!showing?.playing) return [];
  return [set(id, { ...showing, playing: false, position: positionAt(showing, now), at: now })];
}

function shown(asked: Asked, id: string): Result<Session> {
  const session = liveSession(asked, id);
  return session.ok && !session.value.showing ? refuse('unknown-exhibit') : session;
}

const set = (session: string, showing: Showing | null): JuryEvent => ({ type: 'recording-set', session, showing });
