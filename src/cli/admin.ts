import { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { createAuth, holderForAccount } from '../lib/server/auth/auth.ts';
import { readConfig } from '../lib/server/config.ts';
import { accountByEmail } from '../lib/server/records/accounts.ts';
import { openDatabase } from '../lib/server/records/database.ts';
import type { Refusal } from '../lib/jury/result.ts';
import { UsageError } from './complain.ts';

interface CreateOptions {
  readonly email: string;
  readonly name: string;
  readonly passwordStdin?: true;
}

/** `alqa admin create`. Also while the server runs. */
export function adminCommand(): Command {
  const admin = new Command('admin').description('accounts of those who may found juries');
  admin
    .command('create')
    .description('create an account; without a password it prints a link by which its owner comes in and chooses one')
    .requiredOption('--email <address>', 'the address to sign in with')
    .requiredOption('--name <name>', 'how the person is called')
    .option('--password-stdin', 'read the password from standard input')
    .action(create);
  admin
    .command('link')
    .description('print a new link for an account whose owner cannot come in any more; links made before stop working')
    .requiredOption('--email <address>', 'the address of the account')
    .action(link);
  return admin;
}

async function link({ email }: Pick<CreateOptions, 'email'>): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config.data);
  const auth = createAuth(database, config);
  try {
    const account = await accountByEmail(database, email);
    if (!account) throw new UsageError(`There is no account with the address ${email}.`);
    const issued = await auth.issueLink(holderForAccount(account.id), { purpose: 'staff-invitation' });
    if (!issued.ok) throw new UsageError(sentenceFor(issued.error));
    console.log(`Within one hour, open this link to come in:\n${issued.value.url}`);
  } finally {
    auth.close();
    await database.close();
  }
}

async function create({ email, name, passwordStdin }: CreateOptions): Promise<void> {
  const config = readConfig();
  const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
  const database = await openDatabase(config.data);
  const auth = createAuth(database, config);
  try {
    const created = await auth.createAccount({
      email,
      name,
      mayCreate: true,
      ...(password !== undefined && { password }),
    });
    if (!created.ok) throw new UsageError(sentenceFor(created.error));
    console.log(`Created the account of ${email}.`);
    if (password !== undefined) return;
    const issued = await auth.issueLink(holderForAccount(created.value.id), { purpose: 'staff-invitation' });
    if (!issued.ok) throw new UsageError(sentenceFor(issued.error));
    console.log(`Within one hour, open this link to come in and choose a password:\n${issued.value.url}`);
  } finally {
    auth.close();
    await database.close();
  }
}

function sentenceFor({ code, params }: Refusal): string {
  switch (code) {
    case 'invalid':
      return `The ${String(params?.['field'])} is not usable.`;
    case 'email-taken':
      return 'There is an account with this e-mail address already.';
    case 'password-too-short':
      return `The password needs at least ${String(params?.['min'])} characters.`;
    case 'too-large':
      return 'The password is too long.';
    default:
      return 'The disk takes no writes at present; free some space and try again.';
  }
}
