import * as v from 'valibot';
import { id } from '../../fields.ts';

/** How somebody takes part: with their own device, by telephone, in the room, or with somebody who helps them. */
export const MODES = ['app', 'phone', 'in-room', 'assisted'] as const;

const mode = v.picklist(MODES);

export const attendanceCommands = [
  /** Without a mode as before, at first with the app. */
  v.object({ type: v.literal('check-in'), session: id, mode: v.optional(mode) }),
  v.object({ type: v.literal('check-out'), session: id }),
  v.object({ type: v.literal('open-catch-up') }),
  v.object({ type: v.literal('check-in-for'), session: id, seat: id, mode }),
  v.object({ type: v.literal('check-out-for'), session: id, seat: id }),
] as const;

export type AttendanceCommand = v.InferOutput<(typeof attendanceCommands)[number]>;
