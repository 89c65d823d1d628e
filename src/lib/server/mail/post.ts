/**
 * Carries letters out of the outbox, one at a time. A letter is marked before its words leave the house and again when the mail server has
 * answered; a server killed in between leaves one that nobody can be sure of, which is shown to the organiser and not sent twice.
 */
import type { Logger } from 'pino';
import type { Jury } from '../../jury/jury.ts';
import { isStillSo } from '../../jury/publication/letters.ts';
import { occasionsAt } from '../../jury/publication/timed-letters.ts';
import type { Letter } from '../../jury/publication/letter-kinds.ts';
import type { Day, Instant, Locale } from '../../jury/terms.ts';
import { LOCALES } from '../../jury/terms.ts';
import type { Auth } from '../auth/auth.ts';
import type { Config } from '../config.ts';
import type { Juries } from '../juries.ts';
import type { Database } from '../records/database.ts';
import { sweepFollowersStatements } from '../records/followers.ts';
import {
  handOverStatements,
  nextMail,
  nextMailAt,
  occasionStatements,
  postponeStatements,
  recoverStatements,
  settleStatements,
  sweepMailStatements,
  takeUpStatements,
} from '../records/mail.ts';
import type { Mail } from '../records/mail.ts';
import type { Carrier, Delivery, Written } from './carrier.ts';
import { linkFor } from './links.ts';
import { recipientOf } from './recipients.ts';
import type { Found } from './recipients.ts';

/** What a letter may speak of. */
export interface About {
  readonly jury: Jury | null;
  readonly to: Pick<Found, 'name' | 'role'>;
  /** Seat or witness, where the reader is one. */
  readonly ref: string | null;
  readonly origin: string;
  /** The personal link that the letter brings. */
  readonly link: string | null;
  readonly linkUntil: Instant | null;
  /** Where the reader confirms or ends that they follow. */
  readonly follow: string | null;
}

export type Write = (letter: Letter, about: About, locale: Locale) => Promise<Written>;

interface Surroundings {
  readonly config: Pick<Config, 'origin' | 'timeZone'>;
  readonly database: Database;
  readonly juries: Pick<Juries, 'all' | 'standing'>;
  readonly auth: Pick<Auth, 'prepareLink'>;
  /** Null where no mail server is known: then letters wait. */
  readonly carrier: Carrier | null;
  readonly log: Logger;
  readonly now: () => Instant;
  /** How long to wait after an attempt of that number, the first being 1. */
  readonly patience?: (attempt: number) => number;
}

export interface Post {
  /** Takes up what was left, and listens to the clock. */
  start(write: Write): Promise<void>;
  /** There may be something to carry. */
  wake(): void;
  /** Resolves when nothing is on its way. */
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** About a day, with the waits below. */
export const MOST_ATTEMPTS = 12;
const KEPT_FOR_MS = 180 * DAY_MS;
const UNCONFIRMED_FOR_MS = 7 * DAY_MS;

const doubling = (attempt: number): number => Math.min(6 * 60 * MINUTE_MS, MINUTE_MS * 2 ** (attempt - 1));

export function createPost(surroundings: Surroundings): Post {
  const { config, database, juries, auth, carrier, log, now, patience = doubling } = surroundings;
  const dayAt = (at: Instant): Day => new Date(at).toLocaleDateString('sv-SE', { timeZone: config.timeZone });
  let write: Write | undefined;
  let stopped = false;
  let carrying: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let ticking: NodeJS.Timeout | undefined;

  const settle = (mail: Mail, outcome: Delivery) => {
    if (outcome.state === 'sent') return settleStatements(mail.id, 'sent', now());
    const { state, problem } = outcome;
    if (state === 'later' && mail.attempts + 1 < MOST_ATTEMPTS)
      return postponeStatements(mail.id, now() + patience(mail.attempts + 1), problem);
    log.warn({ mail: mail.id, kind: mail.letter.kind, state, problem }, 'a letter was not delivered');
    return settleStatements(mail.id, state === 'unsure' ? 'unsure' : 'given-up', now(), problem);
  };

  /** Why the letter need not be sent any more; null where it must be. */
  const needless = (mail: Mail, jury: Jury | null, to: Found | undefined): string | null => {
    if (mail.notAfter !== null && now() > mail.notAfter) return 'too-late';
    if (!to) return 'no-address';
    return jury && !isStillSo(jury, mail.letter, mail.recipient, dayAt) ? 'no-longer-so' : null;
  };

  const carry = async (mail: Mail, by: Carrier, put: Write): Promise<void> => {
    const jury = mail.jury === null ? null : ((await juries.standing(mail.jury))?.jury ?? null);
    const to = await recipientOf(database, jury, mail.recipient);
    const why = needless(mail, jury, to);
    if (why !== null || !to) return void (await database.write(settleStatements(mail.id, 'needless', now(), why)));
    const door = linkFor(mail.letter, to, jury, await juries.all(), auth);
    await database.write([...takeUpStatements(mail.id), ...door.statements]);
    const follow = to.key === undefined ? null : `${config.origin}/follow/${to.key}`;
    const ref = to.holder && to.holder.kind !== 'account' ? to.holder.ref : null;
    const link = { link: door.link?.url ?? null, linkUntil: door.link?.expiresAt ?? null };
    const about: About = { jury, to, ref, origin: config.origin, follow, ...link };
    const written = Object.fromEntries(
      await Promise.all(LOCALES.map(async (locale) => [locale, await put(mail.letter, about, locale)] as const)),
    ) as Record<Locale, Written>;
    const { email, locale, name, role } = to;
    const outgoing = { mail, to: { email, locale, name, role }, written, leave: follow ?? undefined };
    const outcome = await by.deliver(outgoing, async () => {
      await database.write(handOverStatements(mail.id));
    });
    await database.write(settle(mail, outcome));
  };

  /** A fault of ours with one letter: it waits its turn like one that was not taken, so that the others are not held up. */
  const setAside = async (mail: Mail, err: unknown): Promise<void> => {
    log.error({ err, mail: mail.id, kind: mail.letter.kind }, 'a letter failed');
    await database.write(recoverStatements(now()));
    const late = mail.attempts + 1 >= MOST_ATTEMPTS;
    await database.write(
      late
        ? settleStatements(mail.id, 'given-up', now(), 'internal')
        : postponeStatements(mail.id, now() + patience(mail.attempts + 1), 'internal'),
    );
  };

  const carryAll = async (by: Carrier, put: Write): Promise<void> => {
    do {
      again = false;
      for (let mail = await nextMail(database, now()); mail && !stopped; mail = await nextMail(database, now()))
        await carry(mail, by, put).catch((err: unknown) => setAside(mail, err));
      const at = await nextMailAt(database);
      clearTimeout(timer);
      if (at !== undefined && !stopped) timer = setTimeout(wake, Math.min(MINUTE_MS, Math.max(0, at - now())));
    } while (again && !stopped);
  };

  const wake = (): void => {
    if (!carrier || !write || stopped) return;
    again = true;
    carrying ??= carryAll(carrier, write)
      .catch((err: unknown) => {
        log.error({ err }, 'letters could not be carried; the next tick tries again');
      })
      .finally(() => (carrying = undefined));
  };

  const tick = async (): Promise<void> => {
    const at = now();
    const standing = await juries.all();
    const due = standing.flatMap(({ jury }) => occasionStatements(jury.id, occasionsAt(jury, at, dayAt), at));
    await database.write([...due, ...sweepMailStatements(at - KEPT_FOR_MS)]);
    const swept = await database.write(sweepFollowersStatements(at - UNCONFIRMED_FOR_MS));
    if (swept.some(({ changes }) => changes > 0)) await database.checkpoint();
    wake();
  };
  const listen = (): void => void tick().catch((err: unknown) => log.error({ err }, 'the clock of letters failed'));

  return {
    async start(put) {
      write = put;
      await database.write(recoverStatements(now()));
      ticking = setInterval(listen, MINUTE_MS);
      listen();
    },
    wake,
    async stop() {
      stopped = true;
      clearInterval(ticking);
      clearTimeout(timer);
      await carrying;
    },
  };
}
