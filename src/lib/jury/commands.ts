/** Every command a jury knows, with the shape it must have; shared by the forms, the socket and the rules. */
import * as v from 'valibot';
import { charterCommands } from './charter/commands.ts';
import { deliberationCommands } from './deliberation/commands.ts';
import { evidenceCommands } from './evidence/commands.ts';
import { minutesCommands } from './minutes/commands.ts';
import { recruitmentCommands } from './recruitment/commands.ts';
import { responseCommands } from './response/commands.ts';
import { observationCommands } from './response/observation-commands.ts';
import { surveyCommands } from './surveys/commands.ts';
import { verdictCommands } from './verdict/commands.ts';

export const commandSchema = v.variant('type', [
  ...charterCommands,
  ...recruitmentCommands,
  ...evidenceCommands,
  ...deliberationCommands,
  ...verdictCommands,
  ...responseCommands,
  ...observationCommands,
  ...surveyCommands,
  ...minutesCommands,
]);

export type Command = v.InferOutput<typeof commandSchema>;
/** A command as a form or another program says it: numbers may still be text, what is optional may be empty. */
export type SaidCommand = v.InferInput<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
