import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

const SECRETS = ['token', 'password', 'passwordHash', 'cookie', 'authorization', 'url', 'text', 'body'];
const PEOPLE = ['email', 'name', 'displayName', 'phone', 'address', 'ip'];

/** One JSON line an event, with ids only: whatever is called like a secret or like something personal is left out, two levels deep. */
export function createLog({ log }: Pick<Config, 'log'>, destination?: { write(line: string): void }): Logger {
  const paths = [...SECRETS, ...PEOPLE].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options = { level: log, redact: { paths, remove: true }, base: null };
  return destination ? pino(options, destination) : pino(options);
}
