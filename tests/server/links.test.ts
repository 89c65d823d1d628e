import { afterEach, expect, test, vi } from 'vitest';
import { holderForAccount, holderForSeat } from '../../src/lib/server/auth/auth.ts';
import { readAll } from './read-all.ts';
import { scratchAuth } from './scratch.ts';

const seat = holderForSeat('J1', 'S01');
const nobody = { ip: '192.0.2.1', token: null };
const invalid = { ok: false, error: { code: 'link-invalid' } };
const DAY = 86_400_000;

afterEach(() => void vi.useRealTimers());

async function issued(auth: Awaited<ReturnType<typeof scratchAuth>>['auth'], lifetimeMs?: number) {
  const link = await auth.issueLink(seat, lifetimeMs === undefined ? {} : { lifetimeMs });
  if (!link.ok) throw new Error(link.error.code);
  return link.value;
}

test('a link lets in once, however many try at the same moment', async () => {
  const { auth } = await scratchAuth();
  const { token } = await issued(auth);
  const tries = await Promise.all(Array.from({ length: 100 }, () => auth.enterByLink(token, nobody)));
  const let_in = tries.filter((result) => result.ok);
  expect(let_in).toMatchObject([{ value: { principal: { kind: 'seat', jury: 'J1', seat: 'S01' } } }]);
  expect(tries.filter((result) => !result.ok && result.error.code === 'link-invalid')).toHaveLength(99);
});

test('looking at a link does not use it up', async () => {
  const { auth } = await scratchAuth();
  const { token } = await issued(auth);
  for (let n = 0; n < 20; n += 1) {
    expect(await auth.peekLink(token)).toMatchObject({ ok: true, value: { kind: 'seat', jury: 'J1' } });
  }
  expect(await auth.enterByLink(token, nobody)).toMatchObject({ ok: true });
  expect(await auth.peekLink(token)).toEqual(invalid);
});

test('a link is dead after its time', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { auth } = await scratchAuth();
  const { token, expiresAt } = await issued(auth);
  expect(expiresAt - Date.now()).toBe(14 * DAY);
  vi.setSystemTime(expiresAt - 1);
  expect(await auth.peekLink(token)).toMatchObject({ ok: true });
  vi.setSystemTime(expiresAt);
  expect(await auth.enterByLink(token, nobody)).toEqual(invalid);
});

test('a new link ends the old one; a revoked link lets nobody in', async () => {
  const { auth } = await scratchAuth();
  const first = await issued(auth);
  const second = await issued(auth);
  expect(await auth.enterByLink(first.token, nobody)).toEqual(invalid);
  await auth.revokeLinks(seat);
  expect(await auth.enterByLink(second.token, nobody)).toEqual(invalid);
  const third = await issued(auth);
  expect(await auth.enterByLink(third.token, nobody)).toMatchObject({ ok: true });
});

test('whoever reads the disk learns no link and no cookie', async () => {
  const { auth, database } = await scratchAuth();
  const used = await issued(auth);
  const entered = await auth.enterByLink(used.token, nobody);
  const live = await issued(auth);
  if (!entered.ok) throw new Error(entered.error.code);
  const disk = readAll(database.folder);
  expect(disk).toContain(entered.value.sessionHash);
  for (const secret of [used.token, live.token, entered.value.cookie.value]) expect(disk).not.toContain(secret);
});

test('the address of a link comes from the configuration', async () => {
  const { auth } = await scratchAuth({ ORIGIN: 'https://alqa.example' });
  const { url, token } = await issued(auth);
  expect(url).toBe(`https://alqa.example/enter/${token}`);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

test('by an invitation a colleague without a password comes in and chooses one', async () => {
  const { auth } = await scratchAuth();
  const created = await auth.createAccount({ email: 'a@example.kz', name: 'A', mayCreate: true });
  if (!created.ok) throw new Error(created.error.code);
  const holder = holderForAccount(created.value.id);
  const link = await auth.issueLink(holder, { purpose: 'staff-invitation' });
  if (!link.ok) throw new Error(link.error.code);
  expect(link.value.expiresAt - Date.now()).toBeLessThanOrEqual(3_600_000);
  const entered = await auth.enterByLink(link.value.token, nobody);
  expect(entered).toMatchObject({ ok: true, value: { principal: { hasPassword: false, mayCreate: true } } });
  const chosen = await auth.setPassword(created.value.id, 'twelve chars', nobody);
  expect(chosen).toMatchObject({ ok: true, value: { principal: { hasPassword: true } } });
});

test('a disabled account has no way in', async () => {
  const { auth } = await scratchAuth();
  const created = await auth.createAccount({
    email: 'a@example.kz',
    name: 'A',
    mayCreate: false,
    password: 'twelve chars',
  });
  if (!created.ok) throw new Error(created.error.code);
  const holder = holderForAccount(created.value.id);
  await auth.disableAccount(created.value.id);
  expect(await auth.signIn('a@example.kz', 'twelve chars', nobody)).toMatchObject({
    error: { code: 'sign-in-failed' },
  });
  const link = await auth.issueLink(holder);
  expect(link.ok && (await auth.enterByLink(link.value.token, nobody))).toEqual(invalid);
});
