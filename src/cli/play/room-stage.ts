/** The stage while the jury meets, and how somebody in the room acts. */
import type { Command } from '../../lib/jury/commands.ts';
import type { Line } from './line.ts';
import { expectThat } from './stage.ts';
import type { SeatedStage } from './stage.ts';

export interface RoomStage extends SeatedStage {
  readonly facilitator: Line;
  /** By seat. */
  readonly lines: ReadonlyMap<string, Line>;
  /** The lines of the script's discussion that were not said yet. */
  readonly toSay: Iterator<string, undefined>;
}

/** Has a command carried out. @throws when the server refuses it. */
export async function must(line: Line, command: Command): Promise<void> {
  const reply = await line.act(command);
  expectThat(reply.ok, `${command.type} was refused over the socket: ${reply.ok ? '' : reply.error.code}`);
}
