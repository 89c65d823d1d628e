/** Publishes what two people have agreed on when its time has come, as the organiser who proposed it. */
import type { Logger } from 'pino';
import type { Jury } from '../../jury/jury.ts';
import type { JuryId } from '../../jury/terms.ts';
import { newCommandId } from '../../live/outbox.ts';
import type { Commands } from '../commands.ts';
import type { Juries } from '../juries.ts';

/** The longest that one timer can wait; then it looks again. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

interface Surroundings {
  readonly juries: Pick<Juries, 'all' | 'standing'>;
  readonly commands: Pick<Commands, 'run' | 'onAnnounced'>;
  readonly log: Logger;
  readonly now: () => number;
}

export interface ReleaseClock {
  /** Takes up what was agreed on before the server started. */
  start(): Promise<void>;
  stop(): void;
}

export function createReleaseClock({ juries, commands, log, now }: Surroundings): ReleaseClock {
  const timers = new Map<JuryId, NodeJS.Timeout>();

  const wind = ({ id, charter, verdict: { release } }: Jury): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (charter.stage !== 'voting' || !release?.agreed || release.at === null) return;
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, release.at - now()));
    timers.set(
      id,
      setTimeout(() => void look(id).catch((err: unknown) => log.error({ err, jury: id }, 'a release failed')), wait),
    );
  };

  const look = async (id: JuryId): Promise<void> => {
    const jury = (await juries.standing(id))?.jury;
    const release = jury?.verdict.release;
    if (!jury || !release?.agreed || release.at === null) return;
    if (release.at > now()) return wind(jury);
    const actor = { kind: 'member', id: release.by } as const;
    const done = await commands.run({ jury: id, actor, id: newCommandId(), command: { type: 'publish-verdict' } });
    if (!done.ok) log.warn({ jury: id, refusal: done.error.code }, 'a release that was due was refused');
  };

  let stopListening: (() => void) | undefined;
  return {
    async start() {
      stopListening = commands.onAnnounced(({ jury }) => wind(jury));
      for (const { jury } of await juries.all()) wind(jury);
    },
    stop() {
      stopListening?.();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
