/** The codes under which a device can find its answers in the box again, to change them. They are on this device and in the box, nowhere else. */
import { newCommandId } from '../../lib/live/outbox.ts';
import { readKept, writeKept } from './kept.ts';

/** The code of one juror's answer to one sounding, made up where there is none: 48 random bits. */
export function answerCode(jury: string, seat: string, sounding: string): string {
  const key = `alqa.answer.${jury}.${seat}.${sounding}`;
  const code = readKept(key) || newCommandId().slice(20);
  writeKept(key, code);
  return code;
}
