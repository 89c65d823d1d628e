import { once } from 'node:events';
import { Command } from 'commander';
import { createApp } from '../lib/server/app.ts';
import { readConfig } from '../lib/server/config.ts';
import type { Config } from '../lib/server/config.ts';
import { announcedHttp } from '../lib/server/rendezvous.ts';
import { SMOG, loadDemonstration } from './demo/load.ts';
import { openDoors } from './demo/people.ts';
import type { Door } from './demo/people.ts';
import { startServer } from './serve.ts';

interface DemoOptions {
  readonly play?: true;
  readonly exit?: true;
  readonly seed: string;
}

/** `alqa demo`. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('start the server with two demonstration juries and print a personal link for each role')
    .option(
      '--play',
      'let invented people play one more jury, from its founding to the answers, through pages and sockets',
    )
    .option('--exit', 'with --play: end when the play is over, even if the server was started for it')
    .option('--seed <text>', 'with --play: what their choices are drawn from', 'alqa')
    .action(async ({ play, exit = process.stdout.isTTY ? undefined : true, seed }: DemoOptions) => {
      // The invented people's addresses are nobody's to write to.
      delete process.env['ALQA_SMTP_URL'];
      delete process.env['ALQA_MAIL_FROM'];
      const config = readConfig();
      if (!play) return showDemonstration(config);
      const { playOnce } = await import('./play/play.ts');
      process.exitCode = await playOnce(config, { seed, exit: exit === true });
    });
}

async function showDemonstration(told: Config): Promise<void> {
  // Letters go to a page that shows everybody's; where others could reach it, they wait instead.
  if (told.local) process.env['ALQA_MAILBOX'] = 'demo';
  const config = readConfig();
  const doors = await prepare(config);
  await startServer();
  const http = announcedHttp();
  if (http && !http.listening) await once(http, 'listening');
  console.log(`\n${listOf(doors)}`);
  console.log(`\nEach link lets one person in once; the next start prints new ones.`);
  console.log(`What the public sees: ${config.origin}/`);
  if (config.mail.to === 'mailbox') console.log(`The letters that people get: ${config.origin}/mailbox`);
  console.log('');
}

/** Loads the juries where they are missing and makes a link for each role. Holds the database only for as long as that takes. */
async function prepare(config: Config): Promise<readonly Door[]> {
  const app = await createApp(config);
  try {
    console.log(`Demonstration data: ${config.data}`);
    if (await loadDemonstration(app)) console.log('Loaded the two demonstration juries.');
    const standing = await app.juries.standing(SMOG);
    if (!standing) throw new Error('The demonstration jury was loaded and is not there.');
    return await openDoors(app, standing.jury);
  } finally {
    await app.close();
  }
}

function listOf(doors: readonly Door[]): string {
  const width = Math.max(...doors.map(({ role }) => role.length));
  return doors.map(({ role, name, url }) => `${role.padEnd(width)}  ${url}  ${name}`).join('\n');
}
