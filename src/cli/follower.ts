import { Command } from 'commander';
import { readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/records/database.ts';
import { eraseFollowerStatements, followedBy } from '../lib/server/records/followers.ts';
import { UsageError } from './complain.ts';

/** [P52] `alqa follower erase`. Also while the server runs. */
export function followerCommand(): Command {
  const follower = new Command('follower').description('addresses of those who follow a jury by e-mail');
  follower
    .command('erase')
    .description('erase an address from every jury that it follows, for whoever asks for it and has no letter at hand')
    .argument('<address>', 'the e-mail address')
    .action(erase);
  return follower;
}

async function erase(address: string): Promise<void> {
  const database = await openDatabase(readConfig().data);
  try {
    const juries = await followedBy(database, address.trim());
    if (juries.length === 0) throw new UsageError('Nobody follows a jury with this address.');
    await database.write(eraseFollowerStatements(address.trim()));
    await database.checkpoint();
    console.log(`The address has been erased. It followed: ${juries.join(', ')}.`);
  } finally {
    await database.close();
  }
}
