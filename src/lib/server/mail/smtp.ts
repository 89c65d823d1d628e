/** The one file that speaks SMTP. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import type { Carrier, Delivery, Outgoing } from './carrier.ts';

/** An answer of the server has a code; what never got one failed on the way. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

const PATIENCE_MS = 30_000;

/** `url`: `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. `from`: the sender's address. `origin`: names us. */
export function smtpCarrier({ url, from, origin }: { url: string; from: string; origin: string }): Carrier {
  const { auth, ...server } = parseConnectionUrl(url);
  const name = new URL(origin).hostname;

  return {
    async deliver(outgoing, beforeWords) {
      const words = await compose(outgoing, from, name);
      let wordsLeft = false;
      // A stream that is first read when the server has said that it takes the letter, and no earlier.
      const letter = Readable.from(
        (async function* () {
          await beforeWords();
          wordsLeft = true;
          yield words;
        })(),
      );
      const connection = new SMTPConnection({
        ...server,
        name,
        // A password is never sent where anybody could read it.
        requireTLS: auth !== undefined && !server.secure,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
      });
      try {
        await connected(connection);
        if (auth) await answered((done) => connection.login(auth, done));
        const envelope = { from, to: [outgoing.to.email] };
        await answered((done) => connection.send(envelope, letter, done));
        connection.quit();
        return { state: 'sent' };
      } catch (error) {
        connection.close();
        return deliveryAfter(error as SmtpError, wordsLeft);
      }
    },
  };
}

/** A server that refuses for good answers with 5xx; everything else may pass. Being refused as ourselves is for us to mend, not the letter's fault. */
function deliveryAfter({ responseCode, code = 'ERROR', message }: SmtpError, wordsLeft: boolean): Delivery {
  const problem = withoutAddresses(`${responseCode ?? code} ${message}`);
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') return { state: 'never', problem };
  return { state: wordsLeft && responseCode === undefined ? 'unsure' : 'later', problem };
}

/** What the server says goes to a page; whom it was about does not. */
const withoutAddresses = (text: string): string => text.replaceAll(/[^\s<>"]+@[^\s<>"]+/g, '…').slice(0, 200);

const answered = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => act((error) => (error ? reject(error) : resolve())));

function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // Stays for as long as the connection: an error that nobody hears would end the server.
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('The mail server ended the connection.')));
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function compose({ mail, to, written, leave }: Outgoing, from: string, host: string): Promise<Buffer> {
  const { subject, text } = written[to.locale];
  const composer = new MailComposer({
    from,
    to: to.email,
    subject,
    text,
    date: new Date(),
    // The same at every attempt, so that a server or reader that gets it twice can tell.
    messageId: `<${mail.id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': to.locale,
      // RFC 8058: the reader's own program can end the letters by one request to this address.
      ...(leave === undefined
        ? {}
        : { 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  });
  return composer.compile().build();
}
