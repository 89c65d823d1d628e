/** The command line of Alqa. Exit codes: 0 done, 1 it could not be done, 2 it was asked for in the wrong way. */
import { Command } from 'commander';
import { adminCommand } from './admin.ts';
import { complain } from './complain.ts';
import { journalCommand } from './journal.ts';
import { lotteryCommand } from './lottery.ts';
import { serveCommand } from './serve.ts';

const program = new Command('alqa')
  .description("Citizens' juries from the lottery to the authority's answer")
  .showHelpAfterError('Add --help to see what there is.')
  .helpCommand(false);

for (const command of [serveCommand(), adminCommand(), journalCommand(), lotteryCommand()]) program.addCommand(command);
program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
for (const command of program.commands) command.copyInheritedSettings(program);

try {
  await program.parseAsync();
} catch (error) {
  complain(error);
}
