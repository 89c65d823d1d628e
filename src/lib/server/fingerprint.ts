import canonicalize from 'canonicalize';
import type { Command } from '../jury/commands.ts';
import { hexHash } from '../jury/journal.ts';

/**
/**
 * By which a repeated command is told from another one under the same id. It is stored beside whoever gave the command, so what goes
 * into a box must not go in, a paper's choice or what a juror can live with: a few guesses would open it.
 */
export const fingerprint = (command: Command): string =>
  hexHash(canonicalize(JSON.parse(JSON.stringify(withoutSecret(command)))) as string);

function withoutSecret(command: Command): object {
  switch (command.type) {
    case 'cast-paper':
    case 'change-paper':
    case 'cast-ranking':
      return { type: command.type, ballot: command.ballot };
    case 'answer-round':
      return { type: command.type, round: command.round };
    case 'answer-survey':
      return { type: command.type, survey: command.survey };
    case 'answer-sounding':
    case 'change-answer':
      return { type: command.type, sounding: command.sounding };
    default:
      return command;
  }
}
