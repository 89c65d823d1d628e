import { afterEach, expect, test, vi } from 'vitest';
import { holderForAccount, holderForSeat, type Auth, type SignedIn } from '../../src/lib/server/auth/auth.ts';
import { scratchAuth } from './scratch.ts';

const PASSWORD = 'a long enough password';
const nobody = { ip: '192.0.2.1', token: null };
const header = ({ cookie }: SignedIn) => `theme=dark; ${cookie.name}=${cookie.value}`;

afterEach(() => void vi.useRealTimers());

async function withAccount(settings: Record<string, string> = {}) {
  const scratch = await scratchAuth(settings);
  const created = await scratch.auth.createAccount({
    email: 'Dana@example.kz',
    name: 'Dana',
    mayCreate: true,
    password: PASSWORD,
  });
  if (!created.ok) throw new Error(created.error.code);
  const ended: string[] = [];
  scratch.auth.onSessionEnded((hash) => ended.push(hash));
  return { ...scratch, id: created.value.id, ended };
}

async function signIn(auth: Auth, token: string | null = null): Promise<SignedIn> {
  const result = await auth.signIn('dana@EXAMPLE.kz', PASSWORD, { ...nobody, token });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const known = async (auth: Auth, signedIn: SignedIn) => (await auth.authenticate(header(signedIn))).principal;

test('the right password lets in and the cookie proves it', async () => {
  const { auth, id } = await withAccount();
  const dana = await signIn(auth);
  expect(await auth.authenticate(header(dana))).toEqual({
    principal: { kind: 'account', id, email: 'Dana@example.kz', name: 'Dana', mayCreate: true, hasPassword: true },
    sessionHash: dana.sessionHash,
    token: dana.cookie.value,
  });
});

test('an unknown address and a wrong password get the same answer after the same work', async () => {
  const { auth } = await withAccount();
  const timed = async (email: string) => {
    const start = performance.now();
    const answer = await auth.signIn(email, 'not the password', nobody);
    return { answer, ms: performance.now() - start };
  };
  await timed('warm@example.kz');
  const unknown = await timed('nobody@example.kz');
  const wrong = await timed('dana@example.kz');
  expect(unknown.answer).toEqual({ ok: false, error: { code: 'sign-in-failed' } });
  expect(wrong.answer).toEqual(unknown.answer);
  // Hashing takes a hundred milliseconds; skipping it would be seen at once.
  expect(unknown.ms).toBeGreaterThan(wrong.ms / 4);
});

test('sign-in makes a new token and ends the session that the browser had', async () => {
  const { auth, ended } = await withAccount();
  const planted = await signIn(auth);
  const own = await signIn(auth, planted.cookie.value);
  expect(own.cookie.value).not.toBe(planted.cookie.value);
  expect(await known(auth, planted)).toBeNull();
  expect(await known(auth, own)).not.toBeNull();
  expect(ended).toEqual([planted.sessionHash]);
});

test('a token made up beforehand is worth nothing after sign-in', async () => {
  const { auth } = await withAccount();
  const { cookie } = await signIn(auth, 'a-made-up-token');
  expect(cookie.value).not.toContain('made-up');
  expect(await auth.authenticate(`${cookie.name}=a-made-up-token`)).toMatchObject({
    principal: null,
    cookie: { value: '' },
  });
});

test('the hash in the database opens nothing', async () => {
  const { auth } = await withAccount();
  const { cookie, sessionHash } = await signIn(auth);
  expect((await auth.authenticate(`${cookie.name}=${sessionHash}`)).principal).toBeNull();
});

test('signing out ends this session only; everywhere ends them all', async () => {
  const { auth, id, ended } = await withAccount();
  const [phone, laptop, office] = [await signIn(auth), await signIn(auth), await signIn(auth)];
  expect((await auth.signOut(phone.cookie.value)).value).toBe('');
  expect([await known(auth, phone), await known(auth, laptop)]).toMatchObject([null, { kind: 'account' }]);
  await auth.signOutEverywhere(holderForAccount(id));
  expect([await known(auth, laptop), await known(auth, office)]).toEqual([null, null]);
  expect(ended.sort()).toEqual([phone, laptop, office].map(({ sessionHash }) => sessionHash).sort());
});

test('a new password ends every other session', async () => {
  const { auth, id, ended } = await withAccount();
  const [thief, own] = [await signIn(auth), await signIn(auth)];
  expect(await auth.setPassword(id, 'short', nobody)).toMatchObject({
    error: { code: 'password-too-short', params: { min: 12 } },
  });
  const renewed = await auth.setPassword(id, 'another long password', { ...nobody, token: own.cookie.value });
  expect(renewed.ok && (await known(auth, renewed.value))).toMatchObject({ kind: 'account' });
  expect([await known(auth, thief), await known(auth, own)]).toEqual([null, null]);
  expect(new Set(ended)).toEqual(new Set([thief.sessionHash, own.sessionHash]));
  expect(await auth.signIn('dana@example.kz', PASSWORD, nobody)).toMatchObject({ error: { code: 'sign-in-failed' } });
});

test('staff stay for half a day, jurors for a month, and whoever comes back is prolonged', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { auth } = await withAccount();
  const start = Date.now();
  const hours = (n: number) => start + n * 3_600_000;
  const dana = await signIn(auth);
  const link = await auth.issueLink(holderForSeat('J1', 'S01'));
  const juror = link.ok && (await auth.enterByLink(link.value.token, nobody));
  if (!juror || !juror.ok) throw new Error('no juror');

  vi.setSystemTime(hours(5));
  expect((await auth.authenticate(header(dana))).cookie).toBeUndefined();
  vi.setSystemTime(hours(11));
  expect((await auth.authenticate(header(dana))).cookie?.value).toBe(dana.cookie.value);
  vi.setSystemTime(hours(22));
  expect(await known(auth, dana)).not.toBeNull();
  vi.setSystemTime(hours(22 + 12));
  expect(await known(auth, dana)).toBeNull();
  vi.setSystemTime(hours(22));
  expect(await known(auth, dana)).toBeNull();

  vi.setSystemTime(hours(24 * 29));
  expect((await auth.authenticate(header(juror.value))).cookie?.attributes.maxAge).toBe(30 * 86_400);
  vi.setSystemTime(hours(24 * 58));
  expect(await known(auth, juror.value)).toEqual({ kind: 'seat', jury: 'J1', seat: 'S01' });
});

test.each([
  [{ ORIGIN: 'https://alqa.example' }, '__Host-alqa', true],
  [{}, 'alqa', false],
])('the cookie under %o is called %s', async (settings, name, secure) => {
  const { auth } = await withAccount(settings);
  const { cookie } = await signIn(auth);
  expect(cookie.name).toBe(name);
  expect(cookie.attributes).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure });
  expect(cookie.attributes.domain).toBeUndefined();
});

test('an e-mail address has one account, however it is written', async () => {
  const { auth } = await withAccount();
  expect(await auth.createAccount({ email: 'DANA@example.kz', name: 'D', mayCreate: false })).toMatchObject({
    error: { code: 'email-taken' },
  });
  expect(await auth.createAccount({ email: 'not an address', name: 'D', mayCreate: false })).toMatchObject({
    error: { code: 'invalid', params: { field: 'email' } },
  });
});
