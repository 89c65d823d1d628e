/**
 * Does by itself what is due in a live session: goes on when a countdown is over, pauses whoever lost their line, ends a turn whose juror
 * did not come back, passes over who is next and gone. It only looks and asks; whether something is due is for the rules ([D83]).
 */
import type { Logger } from 'pino';
import { CLOCK } from '../jury/clock.ts';
import type { Command } from '../jury/commands.ts';
import { settledAlready } from '../jury/deliberation/extension-rules.ts';
import { openExtension } from '../jury/deliberation/extension.ts';
import { onDeck, queueOf, speakerOf } from '../jury/deliberation/floor.ts';
import type { Turn } from '../jury/deliberation/floor.ts';
import { countdownDue, enoughFor, interrupts } from '../jury/deliberation/going-on.ts';
import { RETURN } from '../jury/deliberation/line-rules.ts';
import type { Session } from '../jury/deliberation/sessions.ts';
import { waitsForNobody } from '../jury/deliberation/soundings/rules.ts';
import type { Jury } from '../jury/jury.ts';
import type { Instant, JuryId } from '../jury/terms.ts';
import { newCommandId } from '../live/outbox.ts';
import type { Commands } from './commands.ts';
import type { Juries } from './juries.ts';
import type { Presence } from './presence.ts';

/** [D72] A shorter break is a page that loads anew. Milliseconds. */
export const BREAK = 3_000;

interface Surroundings {
  readonly juries: Pick<Juries, 'all' | 'standing'>;
  readonly commands: Pick<Commands, 'run' | 'onAnnounced'>;
  readonly presence: Pick<Presence, 'of' | 'lineOf' | 'onChanged' | 'onLine'>;
  readonly log: Logger;
  readonly now: () => Instant;
}

export interface RoomClock {
  /** Takes up what was under way before the server started. */
  start(): Promise<void>;
  stop(): void;
}

/** Something to be done, and from when on. */
interface Due {
  readonly at: Instant;
  readonly command: Command;
}

export function createRoomClock({ juries, commands, presence, log, now }: Surroundings): RoomClock {
  const timers = new Map<JuryId, NodeJS.Timeout>();
  /** At work; true where something has changed meanwhile. */
  const working = new Map<JuryId, boolean>();
  /** How often a jury has changed: whoever looked at an older one looks in vain. */
  const changes = new Map<JuryId, number>();
  let running = false;

  /** `after`: what was due before was asked for already. */
  const wind = (jury: Jury, after = -1): void => {
    clearTimeout(timers.get(jury.id));
    timers.delete(jury.id);
    if (!running) return;
    const [first] = dueIn(jury, presence)
      .filter(({ at }) => at > after)
      .toSorted((a, b) => a.at - b.at);
    if (!first) return;
    const wait = Math.max(0, first.at - now());
    timers.set(
      jury.id,
      setTimeout(() => {
        act(jury.id).catch((err: unknown) => log.error({ err, jury: jury.id }, 'the clock failed'));
      }, wait),
    );
  };

  const look = (id: JuryId): void => {
    if (!running) return;
    const seen = changes.get(id);
    juries.standing(id).then(
      (standing) => standing && changes.get(id) === seen && wind(standing.jury),
      (err: unknown) => log.error({ err, jury: id }, 'the clock could not look at a jury'),
    );
  };

  /** Asks for everything that is due; what was refused is not asked for again before something has changed. */
  const act = async (id: JuryId): Promise<void> => {
    if (working.has(id)) return void working.set(id, true);
    working.set(id, false);
    try {
      const jury = (await juries.standing(id))?.jury;
      const due = jury ? dueIn(jury, presence).filter(({ at }) => at <= now()) : [];
      for (const { command } of due) {
        const done = await commands.run({ jury: id, actor: CLOCK, id: newCommandId(), command });
        if (!done.ok) log.info({ jury: id, command: command.type, refusal: done.error.code }, 'the clock was refused');
      }
    } finally {
      const changed = working.get(id);
      working.delete(id);
      if (changed) look(id);
      else await waitForMore(id);
    }
  };

  const waitForMore = async (id: JuryId): Promise<void> => {
    const seen = changes.get(id);
    const jury = (await juries.standing(id))?.jury;
    if (changes.get(id) !== seen) return;
    if (jury && dueIn(jury, presence).some(({ at }) => at > now())) wind(jury, now());
  };

  let stopListening: (() => void) | undefined;
  presence.onLine(look);
  presence.onChanged(look);
  return {
    async start() {
      running = true;
      stopListening = commands.onAnnounced(({ jury }) => {
        changes.set(jury.id, (changes.get(jury.id) ?? 0) + 1);
        wind(jury);
      });
      for (const { jury } of await juries.all()) wind(jury);
    },
    stop() {
      running = false;
      stopListening?.();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function dueIn(jury: Jury, presence: Pick<Presence, 'of' | 'lineOf'>): readonly Due[] {
  const session = jury.sessions.find((one) => one.state === 'live');
  if (!session || session.paused) return [];
  return [
    ...goingOn(jury, session, presence),
    ...askedOf(jury, session, presence),
    ...onTheFloor(jury, session, presence),
  ];
}

/** [D68] [D111] */
function goingOn(jury: Jury, session: Session, presence: Pick<Presence, 'of'>): readonly Due[] {
  const { agenda, countdown, running, id } = session;
  const present = presence.of(jury.id);
  if (countdown) {
    const next = agenda.find((item) => item.id === countdown.item);
    if (!next || interrupts(jury, id) || !enoughFor(jury, id, next, present).ok) return [];
    const command = { type: 'start-item', session: id, item: next.id, after: running?.item ?? null } as const;
    return [{ at: countdown.endsAt, command }];
  }
  const due = countdownDue(jury, session, present);
  return running && due ? [{ at: due.from, command: { type: 'count-down', session: id, item: running.item } }] : [];
}

/** [D113] [D118] What is asked of all, once nobody is waited for any more. */
function askedOf(jury: Jury, session: Session, presence: Pick<Presence, 'of'>): readonly Due[] {
  const present = presence.of(jury.id);
  const extension = openExtension(session);
  const decided = settledAlready(jury, session, present, 0) !== null;
  const silent = jury.soundings.filter((one) => one.state === 'open' && waitsForNobody(jury, one, present));
  const settle = { type: 'settle-extension', session: session.id } as const;
  return [
    ...(extension ? [{ at: decided ? 0 : extension.endsAt, command: settle }] : []),
    ...silent.map(({ id }) => ({ at: 0, command: { type: 'close-sounding', sounding: id } as const })),
  ];
}

/** [D72] [D73] */
function onTheFloor(jury: Jury, { id: session }: Session, presence: Pick<Presence, 'lineOf'>): readonly Due[] {
  const { floor } = jury;
  const of = (type: 'pause-turn' | 'resume-turn' | 'return-to-front' | 'skip-turn' | 'unskip-turn', turn: Turn) =>
    ({ type, session, turn: turn.id }) as const;
  const line = (turn: Turn) => presence.lineOf(jury.id, turn.seat);
  /** From when on a line has been gone for so long; nothing where it is not gone, or not watched. */
  const goneFor = (turn: Turn | undefined, long: number): readonly Instant[] => {
    const since = turn && floor.linesWatched && !turn.inHall ? line(turn) : 'none';
    return typeof since === 'number' ? [since + long] : [];
  };
  const speaker = speakerOf(floor, session);
  const next = onDeck(floor, session);
  const away = floor.turns.filter(
    (turn) => turn.session === session && turn.state === 'paused' && turn.returnBy !== undefined,
  );
  return [
    ...goneFor(speaker, BREAK).map((at) => ({ at, command: of('pause-turn', speaker as Turn) })),
    ...away.map((turn): Due => {
      const back = line(turn) === 'open' && !speaker;
      return back
        ? { at: 0, command: of('resume-turn', turn) }
        : { at: turn.returnBy ?? 0, command: of('return-to-front', turn) };
    }),
    ...goneFor(next, RETURN).map((at) => ({ at, command: of('skip-turn', next as Turn) })),
    ...queueOf(floor, session)
      .filter((turn) => turn.skipped === true && line(turn) === 'open')
      .map((turn) => ({ at: 0, command: of('unskip-turn', turn) })),
  ];
}
