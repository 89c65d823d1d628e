import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/server/project-root.ts';
import { UsageError } from './complain.ts';

const SETTINGS = `
Settings are environment variables:
  ALQA_DATA         folder of the database and the files (./data)
  PORT, HOST        where to listen (3000; 127.0.0.1 as long as ORIGIN is local)
  ORIGIN            the address under which people find the server (http://localhost:PORT)
  ALQA_HOSTS        further host names to answer to, separated by commas
  ALQA_TRUST_PROXY  how many of your own proxies stand in front (0)
  ALQA_TIME_ZONE    the zone in which days and deadlines are told (Asia/Almaty)
  ALQA_SMTP_URL     the mail server, such as smtps://user:password@mail.example:465 (letters wait)
  ALQA_MAIL_FROM    the address from which letters come; to be set with it
  ALQA_LOG          fatal, error, warn, info, debug or silent (info)`;

/** `alqa serve`. */
export function serveCommand(): Command {
  return new Command('serve').description('start the server').addHelpText('after', SETTINGS).action(startServer);
}

export async function startServer(): Promise<void> {
  if (!existsSync(join(projectRoot, 'build/handler.js'))) {
    throw new UsageError(
      'The pages are not built yet. Use "npm start", which builds them, or run "npm run build" first.',
    );
  }
  await import('../../server.js');
}
