/** A real mail server in this process, and an outbox with the letters of one account. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { writeLetter } from '../../src/lib/i18n/letters.ts';
import { createJuries } from '../../src/lib/server/juries.ts';
import { createPost } from '../../src/lib/server/mail/post.ts';
import { smtpCarrier } from '../../src/lib/server/mail/smtp.ts';
import { letterStatements } from '../../src/lib/server/records/mail.ts';
import type { Database } from '../../src/lib/server/records/database.ts';
import type { Auth } from '../../src/lib/server/auth/auth.ts';

export const ORIGIN = 'https://alqa.example';
export const FROM = 'jury@alqa.example';

/** An answer of a mail server with its code. */
export const answer = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

export interface MailServer {
  readonly url: string;
  /** Every letter that was taken, as it came. */
  readonly taken: string[];
  /** Open lines, to be cut. */
  readonly sockets: ReadonlySet<Socket>;
}

interface Behaviour extends SMTPServerOptions {
  /** Asked of each letter once its words have come; what it returns or throws is the answer. */
  readonly take?: (words: string, count: number) => Promise<void> | void;
}

export async function mailServer({ take, ...options }: Behaviour = {}): Promise<MailServer> {
  const taken: string[] = [];
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let words = '';
      stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
      stream.on('end', () => {
        count += 1;
        Promise.resolve(take?.(words, count)).then(
          () => {
            taken.push(words);
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
    ...options,
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  // A line that a test cuts is no fault of the server's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken, sockets };
}

/** A post that waits for nothing between two attempts. */
export function postTo(url: string, { database, auth }: { database: Database; auth: Auth }) {
  const post = createPost({
    config: { origin: ORIGIN, timeZone: 'Asia/Almaty' },
    database,
    juries: createJuries(database),
    auth,
    carrier: smtpCarrier({ url, from: FROM, origin: ORIGIN }),
    log: pino({ level: 'silent' }),
    now: Date.now,
    patience: () => 0,
  });
  onTestFinished(() => post.stop());
  return { start: () => post.start(writeLetter), stop: () => post.stop(), wake: post.wake };
}

export const writeTo = (account: string, reason: string) =>
  letterStatements({ recipient: `account:${account}`, jury: null, letter: { kind: 'sign-in' }, reason }, Date.now());

export const mailOf = (database: Database) =>
  database.reader.selectFrom('mail').select(['state', 'attempts', 'problem', 'id']).orderBy('created_at').execute();
