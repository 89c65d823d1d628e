/** Carries the letters of a folder to a mail server until somebody kills it. Arguments: folder, address of the mail server. */
import pino from 'pino';
import { createAuth } from '../../src/lib/server/auth/auth.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { createJuries } from '../../src/lib/server/juries.ts';
import { createPost } from '../../src/lib/server/mail/post.ts';
import { smtpCarrier } from '../../src/lib/server/mail/smtp.ts';
import { openDatabase } from '../../src/lib/server/records/database.ts';

const [folder = '', url = ''] = process.argv.slice(2);
const config = readConfig({ ALQA_DATA: folder, ORIGIN: 'https://alqa.example' });
const database = await openDatabase(folder);
const carrier = smtpCarrier({ url, from: 'jury@alqa.example', origin: config.origin });
const surroundings = { config, database, juries: createJuries(database), auth: createAuth(database, config), carrier };
const post = createPost({ ...surroundings, log: pino({ level: 'silent' }), now: Date.now });
await post.start(() => Promise.resolve({ subject: 'Words', text: 'Words' }));
