import { Command } from 'commander';
import { checkCommand } from './check.ts';
import { drawCommand } from './draw.ts';
import { replaceCommand } from './replace.ts';
import { rfc3797Command } from './rfc3797.ts';
import { solveCommand } from './solve.ts';
import { verifyCommand } from './verify.ts';

const HELP = `
A jury is drawn in public in four steps:
  check      can the targets be met with this pool?
  draw --commit-only
             writes the pool, the targets, the list of equally likely panels and the commitment: publish its hash
  draw --committed DIR
             with the seed or the ticket that was made in public afterwards: writes the record
  verify     anyone repeats the draw from the record's files
\`draw\` with the files takes the second and third step at once; \`solve\` shows every person's chance and writes nothing.

Files of a record: pool.json, targets.json, list.json, commitment.json, draw.json and SHA256SUMS, which
\`sha256sum --check SHA256SUMS\` reads. They are written all or not at all, and never over others.

Exit code: 0 done; 1 no panel can meet the targets, or the record does not hold; 2 bad input.
With --json, standard output has one JSON value and nothing else: what was asked for, or { "error", "problems"? }.`;

/** `alqa lottery check | solve | draw | verify | replace | rfc3797`. */
export function lotteryCommand(): Command {
  const lottery = new Command('lottery')
    .description('draw a panel that meets every target by a fair lottery, and check a draw')
    .showHelpAfterError('Add --help to see what this command takes.')
    .addHelpText('after', HELP)
    .configureOutput({ outputError: sayAsAsked })
    // Commander's own exit code for a malformed command line is 1, which here means "infeasible".
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  const commands = [checkCommand(), solveCommand(), drawCommand(), verifyCommand(), replaceCommand(), rfc3797Command()];
  for (const command of commands) lottery.addCommand(command.copyInheritedSettings(lottery));
  return lottery.addHelpText('after', () => ['', ...commands.map((command) => command.helpInformation())].join('\n'));
}

/** A malformed command line is told in JSON too, where that was asked for. */
function sayAsAsked(message: string, write: (text: string) => void): void {
  if (!process.argv.includes('--json')) write(message);
  else process.stdout.write(`${JSON.stringify({ error: message.trim().replace(/^error: /, '') })}\n`);
}
