/** The composition root: configuration, database, services, in the order in which they need each other. */
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { createAttendanceClerk } from './attendance-clerk.ts';
import { createAuth } from './auth/auth.ts';
import type { Auth } from './auth/auth.ts';
import { createCommands } from './commands.ts';
import type { Commands } from './commands.ts';
import type { Config } from './config.ts';
import { balanceErrands } from './errands/balance.ts';
import { ballotErrands } from './errands/ballots.ts';
import { declinedErrands } from './errands/declined.ts';
import { callErrands } from './errands/calls.ts';
import { createDrafts } from './drafts/drafts.ts';
import { draftErrands } from './errands/drafts.ts';
import { joinErrands } from './errands/errands.ts';
import { fileErrands } from './errands/files.ts';
import { minutesErrands } from './errands/minutes.ts';
import { noteErrands } from './errands/notes.ts';
import { complaintErrands } from './errands/complaints.ts';
import { releaseErrands } from './errands/releases.ts';
import { selectionErrands } from './errands/selection.ts';
import { soundingErrands } from './errands/soundings.ts';
import { surveyErrands } from './errands/surveys.ts';
import { tableErrands } from './errands/tables.ts';
import { createJuries } from './juries.ts';
import type { Juries } from './juries.ts';
import { createLiveGateway } from './live-gateway.ts';
import { createLog } from './log.ts';
import { createLotteryDesk } from './lottery/desk.ts';
import type { LotteryDesk } from './lottery/desk.ts';
import { createNames } from './names.ts';
import type { Names } from './names.ts';
import { mailboxCarrier } from './mail/mailbox.ts';
import { createPost } from './mail/post.ts';
import type { Post } from './mail/post.ts';
import { smtpCarrier } from './mail/smtp.ts';
import { createPresence } from './presence.ts';
import { openDatabase } from './records/database.ts';
import type { Database } from './records/database.ts';
import { createRoomClock } from './room-clock.ts';
import type { RoomClock } from './room-clock.ts';
import { createReleaseClock } from './release/clock.ts';
import type { ReleaseClock } from './release/clock.ts';
import { createTypesetter } from './typesetting/typesetter.ts';
import type { Typesetter } from './typesetting/typesetter.ts';

export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly auth: Auth;
  readonly juries: Juries;
  readonly commands: Commands;
  readonly names: Names;
  readonly lotteries: LotteryDesk;
  readonly typesetter: Typesetter;
  /** Stands still until it is started. */
  readonly releases: ReleaseClock;
  /** Stands still until it is started. */
  readonly rooms: RoomClock;
  /** Lets letters lie until it is started. */
  readonly post: Post;
  /** Lets sockets in through this server. */
  attachSockets(server: HttpServer): void;
  /** Cuts the lines, then waits until everything promised is on disk. */
  close(): Promise<void>;
}

export async function createApp(config: Config): Promise<App> {
  const log = createLog(config);
  const database = await openDatabase(config.data);
  database.onReadOnly((readOnly, why) =>
    log.warn({ readOnly, why }, 'the database changed between taking writes and not'),
  );
  const auth = createAuth(database, config);
  const juries = createJuries(database);
  const presence = createPresence();
  const names = createNames(database);
  const lotteries = createLotteryDesk({ database, log });
  const drafts = createDrafts(database);
  const errands = joinErrands(
    selectionErrands(database, lotteries),
    ballotErrands(database),
    fileErrands(database),
    balanceErrands(database),
    declinedErrands(database),
    noteErrands(database),
    tableErrands(database),
    soundingErrands(database),
    surveyErrands(database),
    releaseErrands(database),
    complaintErrands(database),
    callErrands(config),
    minutesErrands(juries),
    draftErrands(drafts),
  );
  const commands = createCommands({ database, juries, errands, presence, now: Date.now });
  const releases = createReleaseClock({ juries, commands, log, now: Date.now });
  const rooms = createRoomClock({ juries, commands, presence, log, now: Date.now });
  const clerk = createAttendanceClerk({ juries, commands, presence, log });
  const carrier = carrierOf(config, database);
  const post = createPost({ config, database, juries, auth, carrier, log, now: Date.now });
  commands.onAnnounced(post.wake);
  const gateway = createLiveGateway({ config, auth, juries, commands, drafts, presence, names, log });

  return {
    config,
    log,
    database,
    auth,
    juries,
    commands,
    names,
    lotteries,
    typesetter: createTypesetter(),
    releases,
    rooms,
    post,
    attachSockets: gateway.attach,
    async close() {
      releases.stop();
      rooms.stop();
      await post.stop();
      await gateway.close();
      await clerk.close();
      auth.close();
      await lotteries.close();
      await database.close();
    },
  };
}

function carrierOf({ mail, origin }: Config, database: Database) {
  switch (mail.to) {
    case 'server':
      return smtpCarrier({ ...mail, origin });
    case 'mailbox':
      return mailboxCarrier(database, Date.now);
    case 'nobody':
      return null;
  }
}
