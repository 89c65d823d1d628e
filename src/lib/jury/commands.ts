/** Every command a jury knows, with the shape it must have; shared by the forms, the socket and the rules. */
import * as v from 'valibot';
import { charterCommands } from './charter/commands.ts';
import { complaintCommands } from './complaints/commands.ts';
import { deliberationCommands } from './deliberation/commands.ts';
import { evidenceCommands } from './evidence/commands.ts';
import { minutesCommands } from './minutes/commands.ts';
import { recruitmentCommands } from './recruitment/commands.ts';
import { responseCommands } from './response/commands.ts';
import { observationCommands } from './response/observation-commands.ts';
import { surveyCommands } from './surveys/commands.ts';
import { verdictCommands } from './verdict/commands.ts';

/** All of them. To check one, `commandSchema` is quicker. */
export const everyCommand = v.variant('type', [
  ...charterCommands,
  ...recruitmentCommands,
  ...evidenceCommands,
  ...deliberationCommands,
  ...verdictCommands,
  ...responseCommands,
  ...observationCommands,
  ...surveyCommands,
  ...minutesCommands,
  ...complaintCommands,
]);

const schemaOf = new Map<unknown, v.GenericSchema<unknown, Command>>(
  everyCommand.options.map((option) => [option.entries.type.literal, option as v.GenericSchema<unknown, Command>]),
);

/** The one that is named by the type is found at once; without a known one, all are asked, and what they say is the answer. */
export const commandSchema = v.lazy((input): v.GenericSchema<unknown, Command> => {
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
  return schemaOf.get(type) ?? everyCommand;
});

export type Command = v.InferOutput<typeof everyCommand>;
/** A command as a form or another program says it: numbers may still be text, what is optional may be empty. */
export type SaidCommand = v.InferInput<typeof everyCommand>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
