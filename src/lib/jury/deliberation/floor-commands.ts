import * as v from 'valibot';
import { id, line, optionalLine, whole, yes } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { SIGNALS } from './signals.ts';

export const QUEUE_MODES = ['first-come', 'equity', 'rounds'] as const;
export const TURN_KINDS = ['speech', 'clarifying-question', 'procedural'] as const;

const kind = v.optional(v.picklist(TURN_KINDS));
const turn = { session: id, turn: id };

export const floorCommands = [
  v.object({ type: v.literal('raise-hand'), session: id, kind, note: optionalLine(LIMITS.note) }),
  v.object({ type: v.literal('raise-hand-for'), session: id, seat: id, kind }),
  v.object({ type: v.literal('lower-hand'), session: id, kind }),
  v.object({ type: v.literal('grant-floor'), ...turn }),
  v.object({ type: v.literal('pause-turn'), ...turn }),
  v.object({ type: v.literal('resume-turn'), ...turn }),
  v.object({ type: v.literal('extend-turn'), ...turn, seconds: whole(10, 300) }),
  v.object({ type: v.literal('end-turn'), ...turn }),
  v.object({ type: v.literal('return-to-front'), ...turn }),
  v.object({ type: v.literal('take-from-queue'), ...turn, reason: line() }),
  v.object({ type: v.literal('move-turn'), ...turn, ahead: id, reason: line() }),
  v.object({
    type: v.literal('set-queue'),
    session: id,
    mode: v.picklist(QUEUE_MODES),
    limit: whole(30, 600),
    /** Without these the floor keeps what it had. A form sends each as `true` or `false`. */
    newFirst: v.optional(yes),
    linesWatched: v.optional(yes),
  }),
  v.object({ type: v.literal('close-queue'), session: id }),
  v.object({ type: v.literal('open-queue'), session: id }),
  v.object({ type: v.literal('skip-turn'), ...turn }),
  v.object({ type: v.literal('unskip-turn'), ...turn }),
  v.object({ type: v.literal('give-signal'), session: id, signal: v.picklist(SIGNALS) }),
  v.object({ type: v.literal('take-back-signal'), session: id, signal: v.picklist(SIGNALS) }),
  v.object({ type: v.literal('clear-signals'), session: id }),
] as const;

export type FloorCommand = v.InferOutput<(typeof floorCommands)[number]>;
