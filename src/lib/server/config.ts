import * as v from 'valibot';
import { resolve } from 'node:path';

/** Everything that can be set from outside, checked and frozen. */
export interface Config {
  /** Absolute path of the folder that holds the database and the uploaded files. */
  readonly data: string;
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Where the public finds this server, `https://alqa.example`. Links and cookies are made from it and from nothing else. */
  readonly origin: string;
  readonly https: boolean;
  /** The origin is an address of this machine. */
  readonly local: boolean;
  /** Every value of the Host header that is answered. */
  readonly hosts: readonly string[];
  /** How many proxies of our own stand in front; only that many forwarded addresses are believed. */
  readonly trustedProxies: number;
  /** IANA name of the zone in which the institution's days and deadlines are told. */
  readonly timeZone: string;
  readonly log: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /**
   * Where letters go: to a mail server, as from an address of ours; in a demonstration to a page that everybody can read; or nowhere, so that
   * they wait.
   */
  readonly mail:
    | { readonly to: 'server'; readonly url: string; readonly from: string }
    | { readonly to: 'mailbox' }
    | { readonly to: 'nobody' };
  /** New sockets that one address may open in a minute. */
  readonly connectsPerMinute: number;
  /** Commands that one person may give in a minute, counted over ten seconds. */
  readonly commandsPerMinute: number;
  /** Where rooms for video calls are had, `https://meet.example`; null where none are. Nothing else may be shown in a frame. */
  readonly callOrigin: string | null;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const whole = (min: number, max: number, fallback: number) => {
  const sentence = `must be a whole number from ${min} to ${max}`;
  const number = v.pipe(
    v.string(),
    v.regex(/^\d+$/, sentence),
    v.transform(Number),
    v.minValue(min, sentence),
    v.maxValue(max, sentence),
  );
  return v.optional(number, String(fallback));
};

const environment = v.object({
  ALQA_DATA: v.optional(v.pipe(v.string(), v.minLength(1, 'must name a folder')), './data'),
  PORT: whole(1, 65_535, 3000),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1, 'must name an address'))),
  ORIGIN: v.optional(
    v.pipe(v.string(), v.check(isOrigin, 'must be an address such as https://alqa.example, without a path')),
  ),
  ALQA_HOSTS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w.:[\]-]+( *, *[\w.:[\]-]+)*$/, 'must be host names separated by commas'),
      v.transform((list) => list.toLowerCase().split(/ *, */)),
    ),
  ),
  ALQA_TRUST_PROXY: whole(0, 10, 0),
  ALQA_TIME_ZONE: v.optional(
    v.pipe(v.string(), v.check(isTimeZone, 'must be the name of a time zone such as Europe/London')),
    'Asia/Almaty',
  ),
  ALQA_LOG: v.optional(
    v.picklist(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    ),
    'info',
  ),
  ALQA_SMTP_URL: v.optional(
    v.pipe(v.string(), v.check(isMailServer, 'must be an address such as smtps://user:password@mail.example:465')),
  ),
  ALQA_MAIL_FROM: v.optional(v.pipe(v.string(), v.email('must be a mail address such as jury@alqa.example'))),
  ALQA_MAILBOX: v.optional(v.literal('demo', 'can be "demo" or nothing')),
  ALQA_CONNECTS_PER_MINUTE: whole(1, 1_000_000, 600),
  ALQA_COMMANDS_PER_MINUTE: whole(6, 1_000_000, 600),
  ALQA_JITSI_DOMAIN: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/i,
        'must be the name of a host such as meet.example, without https:// and without a path',
      ),
      v.toLowerCase(),
    ),
  ),
});

/** @throws ConfigError whose message is a sentence that names the variable. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  // A variable that is set to nothing counts as not set.
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(environment, set);
  if (!parsed.success) {
    const [problem] = parsed.issues;
    const told = v.getDotPath(problem) === 'ALQA_SMTP_URL' ? '' : `; it is "${String(problem.input)}"`;
    throw new ConfigError(`${v.getDotPath(problem)} ${problem.message}${told}.`);
  }
  const settings = parsed.output;
  const origin = new URL(settings.ORIGIN ?? `http://localhost:${settings.PORT}`);
  return Object.freeze({
    data: resolve(settings.ALQA_DATA),
    port: settings.PORT,
    host: settings.HOST ?? (LOOPBACK.includes(origin.hostname) ? '127.0.0.1' : '0.0.0.0'),
    origin: origin.origin,
    https: origin.protocol === 'https:',
    local: LOOPBACK.includes(origin.hostname),
    hosts: Object.freeze([origin.host, ...(settings.ALQA_HOSTS ?? [])]),
    trustedProxies: settings.ALQA_TRUST_PROXY,
    timeZone: settings.ALQA_TIME_ZONE,
    log: settings.ALQA_LOG,
    mail: Object.freeze(mailOf(settings, origin)),
    connectsPerMinute: settings.ALQA_CONNECTS_PER_MINUTE,
    commandsPerMinute: settings.ALQA_COMMANDS_PER_MINUTE,
    callOrigin: settings.ALQA_JITSI_DOMAIN === undefined ? null : `https://${settings.ALQA_JITSI_DOMAIN}`,
  });
}

function mailOf(
  { ALQA_SMTP_URL: url, ALQA_MAIL_FROM: from, ALQA_MAILBOX: mailbox }: v.InferOutput<typeof environment>,
  origin: URL,
): Config['mail'] {
  if (mailbox !== undefined) {
    // Everybody could read everybody's letters, with the personal links in them.
    if (!LOOPBACK.includes(origin.hostname))
      throw new ConfigError('ALQA_MAILBOX is for a demonstration on this machine; ORIGIN names a public address.');
    return { to: 'mailbox' };
  }
  if (url !== undefined && from !== undefined) return { to: 'server', url, from };
  if (url === undefined && from === undefined) return { to: 'nobody' };
  throw new ConfigError('ALQA_SMTP_URL and ALQA_MAIL_FROM must be set together.');
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '' && ['', '/'].includes(pathname);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [origin, `${origin}/`].includes(text.toLowerCase());
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
