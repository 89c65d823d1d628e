import { expect, test } from 'vitest';
import { createLimits, networkOf } from '../../src/lib/server/auth/limits.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { scratchAuth } from './scratch.ts';

test('guessing the password of one address is stopped wherever it comes from, and nobody else is', async () => {
  const { auth } = await scratchAuth();
  const guess = (email: string, ip: string) => auth.signIn(email, 'guess', { ip, token: null });
  for (let n = 0; n < 10; n += 1) {
    expect(await guess('dana@example.kz', `192.0.2.${n}`)).toMatchObject({ error: { code: 'sign-in-failed' } });
  }
  const refused = await guess(' DANA@example.kz ', '192.0.2.99');
  expect(refused).toMatchObject({ error: { code: 'too-many-attempts', params: { minutes: 15 } } });
  expect(await guess('other@example.kz', '192.0.2.0')).toMatchObject({ error: { code: 'sign-in-failed' } });
});

test('one address may try a link as often as a full venue needs, and no more', async () => {
  const { auth } = await scratchAuth();
  const enter = (ip: string) => auth.enterByLink('no such link', { ip, token: null });
  const answers = await Promise.all(Array.from({ length: 121 }, () => enter('192.0.2.1')));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code === 'link-invalid')).toHaveLength(120);
  expect(codes.at(-1)).toBe('too-many-attempts');
  expect(await enter('192.0.2.2')).toMatchObject({ error: { code: 'link-invalid' } });
});

test('sockets and commands are counted as configured', async () => {
  const limits = createLimits(readConfig({ ALQA_CONNECTS_PER_MINUTE: '3', ALQA_COMMANDS_PER_MINUTE: '12' }));
  const outcomes = async (door: (key: string) => Promise<{ ok: boolean }>) => {
    const results = [];
    for (let n = 0; n < 4; n += 1) results.push((await door('192.0.2.1')).ok);
    return results;
  };
  expect(await outcomes(limits.connectFrom)).toEqual([true, true, true, false]);
  expect(await outcomes(limits.commandBy)).toEqual([true, true, false, false]);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));
