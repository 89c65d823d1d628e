/** Carries out a script's commands in process, one after the other, so that a loading that was cut short goes on where it stopped. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { commandSchema } from '../../lib/jury/commands.ts';
import type { CommandOf, CommandType } from '../../lib/jury/commands.ts';
import type { JuryEvent } from '../../lib/jury/jury.ts';
import type { Actor, JuryId } from '../../lib/jury/terms.ts';
import type { App } from '../../lib/server/app.ts';
import type { Request } from '../../lib/server/commands.ts';
import { recallCommand } from '../../lib/server/records/commands.ts';

export interface Hands {
  readonly jury: JuryId;
  /** Gives the command as this person. @throws when it is refused: then the script is wrong. */
  give<T extends CommandType>(
    actor: Actor,
    command: CommandOf<T>,
    alongside?: Request['alongside'],
  ): Promise<readonly JuryEvent[]>;
  /** Gives the command that ends the loading. */
  giveLast<T extends CommandType>(actor: Actor, command: CommandOf<T>): Promise<void>;
}

/** 32 hexadecimal digits that are the same each time. */
export const steadyId = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

const lastId = (jury: JuryId): string => steadyId(jury, 'last');

export const isLoaded = async ({ database }: App, jury: JuryId): Promise<boolean> =>
  (await recallCommand(database, jury, lastId(jury))) !== undefined;

export function handsFor({ commands }: App, jury: JuryId): Hands {
  let given = 0;

  const run = async (
    id: string,
    actor: Actor,
    fields: unknown,
    alongside?: Request['alongside'],
  ): Promise<readonly JuryEvent[]> => {
    const command = v.parse(commandSchema, fields);
    const request = { jury, actor, id, command, ...(alongside ? { alongside } : {}) };
    const done =
      command.type === 'create-jury' ? await commands.found({ ...request, command }) : await commands.run(request);
    if (!done.ok) throw new Error(`The demonstration's ${command.type} was refused: ${JSON.stringify(done.error)}`);
    return done.value.events;
  };

  return {
    jury,
    give: (actor, command, alongside) => run(steadyId(jury, (given += 1)), actor, command, alongside),
    giveLast: async (actor, command) => void (await run(lastId(jury), actor, command)),
  };
}
