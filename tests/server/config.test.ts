import { expect, test } from 'vitest';
import { dayAt } from '../../src/lib/i18n/deadline.ts';
import { keepTimeOf } from '../../src/lib/i18n/time-zone.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { createLog } from '../../src/lib/server/log.ts';

test('without any setting the server is local', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    origin: 'http://localhost:3000',
    hosts: ['localhost:3000'],
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('a public origin is listened for on every address, and further hosts are answered', () => {
  const config = readConfig({
    ORIGIN: 'https://Alqa.example/',
    ALQA_HOSTS: 'a.internal:3000, B.internal',
    PORT: '8080',
  });
  expect(config).toMatchObject({ host: '0.0.0.0', port: 8080, origin: 'https://alqa.example', https: true });
  expect(config.hosts).toEqual(['alqa.example', 'a.internal:3000', 'b.internal']);
});

test.each([
  [{ PORT: 'eighty' }, 'PORT must be a whole number from 1 to 65535; it is "eighty".'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535'],
  [{ ORIGIN: 'alqa.example' }, 'ORIGIN must be an address such as https://alqa.example'],
  [{ ORIGIN: 'https://alqa.example/path' }, 'ORIGIN must be'],
  [{ ORIGIN: 'https://user:pw@alqa.example' }, 'ORIGIN must be'],
  [{ ORIGIN: 'ftp://alqa.example' }, 'ORIGIN must be'],
  [{ ALQA_HOSTS: 'a b' }, 'ALQA_HOSTS must be host names'],
  [{ ALQA_TRUST_PROXY: '-1' }, 'ALQA_TRUST_PROXY must be'],
  [{ ALQA_LOG: 'loud' }, 'ALQA_LOG must be fatal'],
  [{ ALQA_JITSI_DOMAIN: 'https://meet.example' }, 'ALQA_JITSI_DOMAIN must be the name of a host'],
  [{ ALQA_JITSI_DOMAIN: 'meet.example; script-src *' }, 'ALQA_JITSI_DOMAIN must be the name of a host'],
  [{ ALQA_SMTP_URL: 'smtp://mail.example' }, 'must be set together'],
  [{ ALQA_MAIL_FROM: 'jury@alqa.example' }, 'must be set together'],
  [{ ALQA_SMTP_URL: 'https://mail.example', ALQA_MAIL_FROM: 'jury@alqa.example' }, 'ALQA_SMTP_URL must be an address'],
  [{ ALQA_SMTP_URL: 'smtp://mail.example', ALQA_MAIL_FROM: 'jury' }, 'ALQA_MAIL_FROM must be a mail address'],
  [{ ALQA_MAILBOX: 'yes' }, 'ALQA_MAILBOX can be "demo"'],
  [{ ALQA_MAILBOX: 'demo', ORIGIN: 'https://alqa.example' }, 'ALQA_MAILBOX is for a demonstration on this machine'],
  [{ ALQA_TIME_ZONE: 'Mars/Olympus' }, 'ALQA_TIME_ZONE must be the name of a time zone'],
])('%o is refused with a sentence', (variables, sentence) => expect(() => readConfig(variables)).toThrow(sentence));

test('calls are held nowhere unless a host is named', () => {
  expect(readConfig({}).callOrigin).toBeNull();
  expect(readConfig({ ALQA_JITSI_DOMAIN: 'Meet.example:8443' }).callOrigin).toBe('https://meet.example:8443');
});

test('days and deadlines are told in the zone of the institution', () => {
  expect(readConfig({}).timeZone).toBe('Asia/Almaty');
  keepTimeOf(readConfig({ ALQA_TIME_ZONE: 'Europe/London' }).timeZone);
  expect(dayAt(Date.UTC(2027, 0, 10, 22))).toBe('2027-01-10');
  keepTimeOf('Asia/Almaty');
  expect(dayAt(Date.UTC(2027, 0, 10, 22))).toBe('2027-01-11');
});

test('the log leaves out what is secret and who people are', () => {
  const lines: string[] = [];
  const log = createLog({ log: 'info' }, { write: (line) => lines.push(line) });
  log.info(
    { jury: 'J1', email: 'a@b.kz', link: { token: 'secret1' }, request: { headers: { cookie: 'secret2' } } },
    'entered',
  );
  expect(lines[0]).toContain('"jury":"J1"');
  for (const secret of ['a@b.kz', 'secret1', 'secret2']) expect(lines[0]).not.toContain(secret);
});

test('letters go to a mail server, to the page of a demonstration, or wait; a password is not repeated', () => {
  expect(readConfig({}).mail).toEqual({ to: 'nobody' });
  expect(readConfig({ ALQA_MAILBOX: 'demo' }).mail).toEqual({ to: 'mailbox' });
  const server = { ALQA_SMTP_URL: 'smtps://u:secret@mail.example:465', ALQA_MAIL_FROM: 'jury@alqa.example' };
  const public_ = readConfig({ ...server, ORIGIN: 'https://alqa.example' });
  expect(public_.mail).toEqual({ to: 'server', url: server.ALQA_SMTP_URL, from: server.ALQA_MAIL_FROM });
  expect(() => readConfig({ ...server, ALQA_SMTP_URL: 'imap://u:secret@mail.example' })).toThrow(
    /^(?!.*secret).*ALQA_SMTP_URL/,
  );
});
