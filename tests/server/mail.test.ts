/** Letters on their way, through a real mail server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { MOST_ATTEMPTS } from '../../src/lib/server/mail/post.ts';
import { occasionStatements, takeUpStatements, tryAgainStatements } from '../../src/lib/server/records/mail.ts';
import { keepPersonStatements } from '../../src/lib/server/records/people.ts';
import { ORIGIN, answer, mailOf, mailServer, postTo, writeTo } from './post-office.ts';
import { readAll } from './read-all.ts';
import { scratchAuth } from './scratch.ts';

async function office() {
  const { auth, database, config } = await scratchAuth({ ORIGIN });
  const created = await auth.createAccount({ email: 'dana@example.org', name: 'Dana', mayCreate: false, locale: 'kk' });
  if (!created.ok) throw new Error(created.error.code);
  return { auth, database, config, account: created.value.id };
}

const settled = async (database: Awaited<ReturnType<typeof office>>['database'], ...states: string[]) =>
  vi.waitFor(async () => expect((await mailOf(database)).map(({ state }) => state)).toEqual(states), 10_000);

test('[P20] a letter goes out once for each reason, in the language of its reader, and no link lies in the outbox', async () => {
  const { auth, database, config, account } = await office();
  const server = await mailServer();
  await database.write([...writeTo(account, 'one'), ...writeTo(account, 'one')]);
  expect(readAll(config.data)).not.toContain('/enter/');
  await postTo(server.url, { database, auth }).start();
  await settled(database, 'sent');
  await database.write(writeTo(account, 'one'));
  await settled(database, 'sent');
  expect(server.taken).toHaveLength(1);
  const [mail] = await mailOf(database);
  const [head = '', ...body] = server.taken[0]?.split('\r\n\r\n') ?? [];
  expect(head).toContain('From: jury@alqa.example');
  expect(head).toContain('To: dana@example.org');
  expect(head).toContain(`Message-ID: <${mail?.id}@alqa.example>`);
  expect(head).toContain('Content-Language: kk');
  expect(head).toContain('Auto-Submitted: auto-generated');
  expect(head).not.toContain('List-Unsubscribe');
  const words = Buffer.from(body.join('').replaceAll(/\s/g, ''), 'base64').toString('utf8');
  const token = /https:\/\/alqa\.example\/enter\/([\w-]{43})/.exec(words)?.[1] ?? '';
  expect(words).toContain('кіру сілтемесін сұрады');
  expect(await auth.enterByLink(token, { ip: '192.0.2.1', token: null })).toMatchObject({ ok: true });
});

test('[P20] [P88] a witness is written to where they have an address, and nobody else of that jury', async () => {
  const { database } = await office();
  const person = { name: 'Timur', displayName: 'Timur', phone: null, locale: 'ru' } as const;
  await database.write([
    ...keepPersonStatements('J1', { ...person, ref: 'W1', email: 'timur@example.org' }),
    ...keepPersonStatements('J1', { ...person, ref: 'W2', email: null }),
    ...keepPersonStatements('J1', { ...person, ref: 'W3', email: 'third@example.org' }),
  ]);
  const letter = { kind: 'complaint-answered', complaint: 'J1' } as const;
  const to = { kind: 'witnesses', witnesses: ['W1', 'W2'] } as const;
  await database.write(occasionStatements('J1', [{ reason: 'one', to, letter }], 1));
  const written = await database.reader.selectFrom('mail').select('recipient').execute();
  expect(written).toEqual([{ recipient: 'witness:W1' }]);
});

test('[P20] a unit that is not written leaves no letter, and two are never on their way at once', async () => {
  const { database, account } = await office();
  const failing = { sql: 'UPDATE jury SET created_at = 1 WHERE id = ?', parameters: ['none'], expect: 1 };
  await expect(database.write([...writeTo(account, 'one'), failing])).rejects.toMatchObject({ code: 'conflict' });
  expect(await mailOf(database)).toEqual([]);
  await database.write([...writeTo(account, 'one'), ...writeTo(account, 'two')]);
  const [first, second] = await mailOf(database);
  await database.write(takeUpStatements(first?.id ?? ''));
  await expect(database.write(takeUpStatements(first?.id ?? ''))).rejects.toMatchObject({ code: 'conflict' });
  await expect(database.write(takeUpStatements(second?.id ?? ''))).rejects.toMatchObject({ code: 'constraint' });
});

describe('[P21] what a mail server does not take', { timeout: 30_000 }, () => {
  test.each([
    [
      'at the words',
      { take: (_words: string, count: number) => (count < 3 ? Promise.reject(answer(451, 'Later')) : undefined) },
    ],
    [
      'at the recipient',
      (() => {
        let asked = 0;
        const onRcptTo = (_to: unknown, _session: unknown, done: (error?: Error) => void) =>
          (asked += 1) < 3 ? done(answer(450, 'Busy, dana@example.org')) : done();
        return { onRcptTo };
      })(),
    ],
  ])('now is tried again under the same name: %s', async (_where, behaviour) => {
    const { auth, database, account } = await office();
    const server = await mailServer(behaviour);
    await database.write(writeTo(account, 'one'));
    await postTo(server.url, { database, auth }).start();
    await settled(database, 'sent');
    expect(await mailOf(database)).toMatchObject([{ attempts: 3 }]);
    expect(server.taken).toHaveLength(1);
  });

  test('ever is given up at once, and its answer is kept without the address', async () => {
    const { auth, database, account } = await office();
    const server = await mailServer({ take: () => Promise.reject(answer(550, 'No <dana@example.org> here')) });
    await database.write(writeTo(account, 'one'));
    await postTo(server.url, { database, auth }).start();
    await settled(database, 'given-up');
    const [mail] = await mailOf(database);
    expect(mail).toMatchObject({ attempts: 1 });
    expect(mail?.problem).toMatch(/^550 /);
    expect(mail?.problem).not.toContain('dana');
  });

  test('in all that time is given up, and holds up nobody', async () => {
    const { auth, database, account } = await office();
    const server = await mailServer({
      take: (words) => (words.includes('To: dana') ? Promise.reject(answer(452, 'Full')) : undefined),
    });
    const other = await auth.createAccount({ email: 'erlan@example.org', name: 'Erlan', mayCreate: false });
    if (!other.ok) throw new Error(other.error.code);
    await database.write([...writeTo(account, 'one')]);
    await database.write([...writeTo(other.value.id, 'one')]);
    await postTo(server.url, { database, auth }).start();
    await settled(database, 'given-up', 'sent');
    expect((await mailOf(database))[0]).toMatchObject({ attempts: MOST_ATTEMPTS });
  });

  test('because it is not there', async () => {
    const { auth, database, account } = await office();
    await database.write(writeTo(account, 'one'));
    await postTo('smtp://127.0.0.1:1', { database, auth }).start();
    await settled(database, 'given-up');
    expect((await mailOf(database))[0]?.problem).toContain('ECONNREFUSED');
  });

  test('because a password would go where anybody could read it', async () => {
    const { auth, database, account } = await office();
    let asked = false;
    const server = await mailServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => {
        asked = true;
        done(null, { user: 'jury' });
      },
    });
    await database.write(writeTo(account, 'one'));
    await postTo(server.url.replace('//', '//jury:secret@'), { database, auth }).start();
    await settled(database, 'given-up');
    expect({ asked, taken: server.taken }).toEqual({ asked: false, taken: [] });
  });
});

test('[P21] a line that breaks after the words leaves a letter that nobody is sure of; it goes again by a press only', async () => {
  const { auth, database, account } = await office();
  let broken = true;
  const server = await mailServer({
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        server.taken.push(session.id);
        if (broken) for (const socket of server.sockets) socket.destroy();
        else done();
      });
    },
  });
  const jury = 'J1';
  await database.write(writeTo(account, 'one'));
  const post = postTo(server.url, { database, auth });
  await post.start();
  await settled(database, 'unsure');
  post.wake();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.taken).toHaveLength(1);
  const [mail] = await mailOf(database);
  // A letter of another jury, or of none, is not this organiser's.
  await expect(database.write(tryAgainStatements(jury, mail?.id ?? '', 1))).rejects.toMatchObject({ code: 'conflict' });
  await database.write([{ sql: 'UPDATE mail SET jury = ?', parameters: [jury] }]);
  broken = false;
  await database.write(tryAgainStatements(jury, mail?.id ?? '', 1));
  post.wake();
  await settled(database, 'sent');
  expect(server.taken).toHaveLength(2);
});

describe('[P21] a server that is killed', { timeout: 30_000 }, () => {
  /** Runs a post of its own on the same folder until the mail server kills it. */
  async function killedWhen(where: 'onRcptTo' | 'onData') {
    const { auth, database, config, account } = await office();
    let kill = (): void => undefined;
    let killed = false;
    const server = await mailServer({
      onRcptTo(_to, _session, done) {
        if (where !== 'onRcptTo' || killed) return done();
        killed = true;
        kill();
      },
      take: () => {
        if (where !== 'onData' || killed) return;
        killed = true;
        kill();
        // The words are here; the answer reaches nobody.
      },
    });
    await database.write(writeTo(account, 'one'));
    const program = join(import.meta.dirname, 'carry-until-killed.ts');
    const child = spawn(process.execPath, [program, config.data, server.url], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    kill = () => void child.kill('SIGKILL');
    await once(child, 'close');
    return { auth, database, server };
  }

  test('before the words have left sends the letter once, after it was started again', async () => {
    const { auth, database, server } = await killedWhen('onRcptTo');
    await settled(database, 'sending');
    await postTo(server.url, { database, auth }).start();
    await settled(database, 'sent');
    expect(server.taken).toHaveLength(1);
  });

  test('after they have left does not send them again', async () => {
    const { auth, database, server } = await killedWhen('onData');
    await settled(database, 'handed-over');
    await postTo(server.url, { database, auth }).start();
    await settled(database, 'unsure');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.taken).toHaveLength(1);
  });
});
