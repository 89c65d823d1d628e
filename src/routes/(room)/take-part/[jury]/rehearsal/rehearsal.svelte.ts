/**
 * A jury on this device alone, in which a juror tries the room: the same rules, the same components, nothing that leaves the device.
 * The line can be lost on purpose; whatever is done meanwhile waits, as it would in a session.
 */
import { SvelteSet } from 'svelte/reactivity';
import * as v from 'valibot';
import { commandSchema } from '../../../../../lib/jury/commands.ts';
import type { SaidCommand } from '../../../../../lib/jury/commands.ts';
import { NO_SIGNALS } from '../../../../../lib/jury/deliberation/signals.ts';
import { OPEN_FLOOR } from '../../../../../lib/jury/deliberation/floor.ts';
import { NO_MODERATION } from '../../../../../lib/jury/deliberation/moderation/moderation.ts';
import { EMPTY_ROOM } from '../../../../../lib/jury/deliberation/room.ts';
import { NO_TABLES } from '../../../../../lib/jury/deliberation/tables/tables.ts';
import { decide, evolve } from '../../../../../lib/jury/jury.ts';
import type { Jury } from '../../../../../lib/jury/jury.ts';
import { refuse } from '../../../../../lib/jury/result.ts';
import { NOBODY } from '../../../../../lib/jury/terms.ts';
import type { Actor, Content, SeatId } from '../../../../../lib/jury/terms.ts';
import { viewJury } from '../../../../../lib/jury/view.ts';
import type { JuryView } from '../../../../../lib/jury/view.ts';
import type { JuryLine, LineStatus } from '../../../../../lib/live/line.ts';
import { newCommandId } from '../../../../../lib/live/outbox.ts';
import type { Unsent } from '../../../../../lib/live/outbox.ts';
import type { ActReply } from '../../../../../lib/live/wire.ts';

const SESSION = 'D0';
const FACILITATOR: Actor = { kind: 'member', id: 'rehearsal' };
/** How long a good line takes, and until the floor is given to whoever asked for it. Milliseconds. */
const ON_THE_WAY = 250;
const UNTIL_THE_FLOOR = 2_500;

export interface RehearsalStart {
  readonly jury: Jury;
  readonly seat: SeatId;
  readonly names: Readonly<Record<string, string>>;
  readonly session: { readonly title: string; readonly item: string };
  now(): number;
}

export class Rehearsal implements JuryLine {
  status: LineStatus = $state('connected');
  unsent: readonly Unsent[] = $state.raw([]);
  names: Readonly<Record<string, string>>;
  readonly present: readonly SeatId[];
  readonly facilitated = true;
  readonly refusedLater = [];
  readonly refused = null;
  asOf = $state(0);
  /** What has been tried so far. */
  readonly tried: { message: boolean; hand: boolean; line: boolean } = $state({
    message: false,
    hand: false,
    line: false,
  });

  #jury: Jury;
  #lost = false;
  readonly #seat: SeatId;
  readonly #clock: () => number;
  readonly #waiting: (() => void)[] = [];

  constructor({ jury, seat, names, session, now }: RehearsalStart) {
    const begun = { ready: NOBODY, done: [], dropped: [], paused: null, countdown: null, call: null };
    const agenda = [{ id: '1', title: session.item, minutes: 10 }];
    const me = jury.seats[seat];
    this.#jury = $state.raw({
      ...jury,
      charter: {
        ...jury.charter,
        stage: 'learning',
        members: { ...jury.charter.members, [FACILITATOR.kind === 'member' ? FACILITATOR.id : '']: 'facilitator' },
      },
      seats: me ? { [seat]: { ...me, role: 'juror', state: 'confirmed' } } : {},
      sessions: [
        {
          id: SESSION,
          title: session.title,
          startsAt: now(),
          agenda,
          state: 'live',
          running: { item: '1', since: now() },
          ...begun,
        },
      ],
      floor: OPEN_FLOOR,
      airtime: {},
      signals: NO_SIGNALS,
      tables: NO_TABLES,
      soundings: [],
      room: EMPTY_ROOM,
      moderation: NO_MODERATION,
    });
    this.#seat = seat;
    this.#clock = now;
    this.names = names;
    this.present = [seat];
    this.asOf = now();
  }

  get jury(): Jury {
    return this.view as Jury;
  }

  get view(): JuryView {
    return viewJury(this.#jury, { role: 'juror', seat: this.#seat });
  }

  now(): number {
    return this.#clock();
  }

  /** A rehearsal has no text that several write. */
  lend(): () => void {
    return () => undefined;
  }

  act(command: SaidCommand): Promise<ActReply> {
    const unsent: Unsent = { id: newCommandId(), command, since: this.now() };
    this.unsent = [...this.unsent, unsent];
    return new Promise((resolve) => {
      const send = (): void => {
        const reply = this.#decide(command, { kind: 'seat', id: this.#seat });
        this.unsent = this.unsent.filter((one) => one.id !== unsent.id);
        if (reply.ok) this.#notice(command);
        resolve(reply);
      };
      if (this.status === 'connected') setTimeout(send, ON_THE_WAY);
      else this.#waiting.push(send);
    });
  }

  giveBack(): void {
    // Nothing here was written on an earlier visit.
  }

  /** The line is gone until it is found again. */
  loseLine(): void {
    this.#lost = true;
    this.status = 'offline';
  }

  findLine(): void {
    this.status = 'connected';
    this.asOf = this.now();
    if (this.#lost && this.#waiting.length > 0) this.tried.line = true;
    for (const send of this.#waiting.splice(0)) send();
  }

  #decide(said: SaidCommand, actor: Actor): ActReply {
    const command = v.safeParse(commandSchema, said);
    if (!command.success) return refuse('invalid');
    const decided = decide(this.#jury, command.output, {
      actor,
      now: this.now(),
      seal: (text): Content => ({ sha256: '', text }),
      cast: () => undefined,
      seed: newCommandId(),
      present: new SvelteSet([this.#seat]),
      facilitated: true,
      facts: {},
      lineOf: () => 'open',
    });
    if (!decided.ok) return decided;
    this.#jury = decided.value.reduce(evolve, this.#jury);
    return { ok: true, value: { seq: 0 } };
  }

  #notice({ type }: SaidCommand): void {
    if (type === 'post-message') this.tried.message = true;
    if (type === 'end-turn') this.tried.hand = true;
    const turn = this.#jury.floor.turns.at(-1);
    if (type !== 'raise-hand' || !turn) return;
    const give = (): void => void this.#decide({ type: 'grant-floor', session: SESSION, turn: turn.id }, FACILITATOR);
    setTimeout(give, UNTIL_THE_FLOOR);
  }
}
