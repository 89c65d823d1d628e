import canonicalize from 'canonicalize';
import type { Command } from '../jury/commands.ts';
import { hexHash } from '../jury/journal.ts';

/**
 * By which a repeated command is told from another one under the same id. It is stored beside whoever gave the command, so a
 * ballot paper's choice must not go in, nor what a juror can live with: three guesses would open it.
 */
export function fingerprint(command: Command): string {
  if (command.type === 'cast-paper' || command.type === 'cast-ranking')
    return hexHash(canonicalize({ type: command.type, ballot: command.ballot }) as string);
  if (command.type === 'answer-round')
    return hexHash(canonicalize({ type: command.type, round: command.round }) as string);
  return hexHash(canonicalize(JSON.parse(JSON.stringify(command))) as string);
}
