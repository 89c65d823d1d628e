import { describe, expect, test } from 'vitest';
import { callAddress } from '../../src/lib/server/calls.ts';
import { setSecurityHeaders } from '../../src/lib/server/http/security-headers.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';
import { doorOf } from '../../src/routes/organise/doors.ts';
import { SLICES_SEEN } from '../../src/lib/jury/view.ts';

const session = 'D1';
const config = { callOrigin: 'https://meet.example' };
const set = (call: object) => ({ type: 'set-call', session, ...call }) as never;
const planned = play(juryAt('deliberating'), [
  [
    ORGANISER,
    { type: 'plan-session', title: 'Options', startsAt: START_OF_SESSION, agenda: [{ title: 'Round', minutes: 45 }] },
  ],
]);
const opened = (call: object, played: Played = planned) =>
  play(played, [
    [ORGANISER, set(call)],
    [FACILITATOR, { type: 'open-session', session }],
    [FACILITATOR, { type: 'open-tables', session, seating: 'manual', minutes: 20 }],
  ]);
const room = opened({ kind: 'room' });
const address = 'https://call.example/all';
const link = opened({ kind: 'link', address, tableAddresses: 'https://call.example/one' });
const juror = (seat: string) => ({ role: 'juror', seat }) as const;
const sittingAt = (played: Played, table: number) => played.jury.tables.rounds[0]!.tables[table - 1]!.seats[0]!;
const asked = (played: Played, viewer: Parameters<typeof callAddress>[1], table?: string, set_ = config) => {
  const told = callAddress(played.jury, viewer, { session, table }, set_);
  return told.ok ? told.value : told.error.code;
};

describe('[D77] the address of a call', () => {
  test('of all is for those in the session and those who watch, while it is live', () => {
    for (const role of ['facilitator', 'organiser', 'oversight', 'witness', 'observer'] as const)
      expect(asked(link, { role })).toBe(address);
    expect(asked(link, juror('S01'))).toBe(address);
    for (const role of ['authority', 'returning-officer', 'public'] as const)
      expect(asked(link, { role })).toBe('not-allowed');
    expect(asked(play(planned, [[ORGANISER, set({ kind: 'room' })]]), juror('S01'))).toBe('session-not-live');
    const removed = play(link, [[FACILITATOR, { type: 'remove-juror', session, seat: 'S01', rule: 'insult' }]]);
    expect(asked(removed, juror('S01'))).toBe('removed');
    expect(asked(opened({ kind: 'none' }), juror('S01'))).toBe('call-address-missing');
  });

  test('of a table is for those who sit there and the facilitator', () => {
    const [here, there] = [sittingAt(room, 1), sittingAt(room, 2)];
    expect(asked(room, juror(here), '1')).toMatch(/^https:\/\/meet\.example\/alqa-[0-9a-f]{40}$/);
    expect(asked(room, { role: 'facilitator' }, '1')).toBe(asked(room, juror(here), '1'));
    for (const viewer of [juror(there), { role: 'observer' }, { role: 'oversight' }, { role: 'organiser' }] as const)
      expect(asked(room, viewer, '1')).toBe('not-at-table');
    expect([asked(link, juror(sittingAt(link, 1)), '1'), asked(link, juror(sittingAt(link, 2)), '2')]).toEqual([
      'https://call.example/one',
      'call-address-missing',
    ]);
  });

  test('is another one in every room, and tells none of the others', () => {
    const facilitator = { role: 'facilitator' } as const;
    const names = [undefined, '1', '2', '3'].map((table) => asked(room, facilitator, table));
    expect(new Set(names).size).toBe(4);
    // Set anew, the key is another one.
    const anew = opened({ kind: 'room' }, play(planned, [[ORGANISER, set({ kind: 'room' })]]));
    expect(asked(anew, facilitator)).not.toBe(asked(room, facilitator));
    expect(asked(room, facilitator, undefined, { callOrigin: null } as never)).toBe('no-call-rooms');
  });
});

describe('what a page may contact', () => {
  const headersWith = (callOrigin: string | null) => {
    const headers = new Headers({ 'Content-Security-Policy': "default-src 'self'" });
    setSecurityHeaders(headers, { https: true, callOrigin }, false);
    return [headers.get('Content-Security-Policy'), headers.get('Permissions-Policy')] as const;
  };

  test('is nobody, and no camera, unless a service for calls is configured', () => {
    const [policy, devices] = headersWith(null);
    expect(policy).toBe("default-src 'self'");
    expect(devices).toContain('camera=(), microphone=(), display-capture=()');
  });

  test('is that service and our own documents, in a frame', () => {
    const [policy, devices] = headersWith('https://meet.example');
    expect(policy).toBe("default-src 'self'; frame-src 'self' https://meet.example");
    expect(devices).toContain('camera=(self "https://meet.example")');
    expect(devices).toContain('geolocation=()');
  });
});

test('[D106] [W51] an observer watches sessions, and sees there programme, hearing and soundings but nothing that is said in the room', () => {
  expect(doorOf('observer', 'night-buses')).toBe('/watch/night-buses');
  const seen = SLICES_SEEN.observer;
  expect(seen).toEqual(expect.arrayContaining(['sessions', 'evidence', 'soundings']));
  for (const slice of ['room', 'floor', 'tables', 'moderation', 'seats'] as const) expect(seen).not.toContain(slice);
});
