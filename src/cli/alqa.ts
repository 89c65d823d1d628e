/** The command line of Alqa. Exit codes: 0 done, 1 it could not be done, 2 it was asked for in the wrong way. */
import { Command } from 'commander';
import { adminCommand } from './admin.ts';
import { complain } from './complain.ts';
import { demoCommand } from './demo.ts';
import { exportCommand } from './export/export.ts';
import { followerCommand } from './follower.ts';
import { journalCommand } from './journal.ts';
import { lotteryCommand } from './lottery/lottery.ts';
import { serveCommand } from './serve.ts';

const program = new Command('alqa')
  .description("Citizens' juries from the lottery to the authority's answer")
  .showHelpAfterError('Add --help to see what there is.')
  .helpCommand(false);

for (const command of [
  serveCommand(),
  demoCommand(),
  adminCommand(),
  followerCommand(),
  journalCommand(),
  exportCommand(),
  lotteryCommand(),
])
  program.addCommand(command);
misuseEndsWith2(program);

try {
  await program.parseAsync();
} catch (error) {
  complain(error);
}

/** Commander ends with 1, which is kept for what was asked for rightly and could not be done. */
function misuseEndsWith2(command: Command): void {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  command.commands.forEach(misuseEndsWith2);
}
