import { expect, test } from 'vitest';
import { newSalt, ticketsFor } from '../../../src/lib/server/lottery/tickets.ts';
import { SALT, readPoolOf } from './kit.ts';
import type { Registrant } from '../../../src/lib/server/records/registrants.ts';

const ids = Array.from({ length: 2_000 }, (_, index) => `${index}`);

test('everybody has a ticket of eight signs that are not misread, and no two have the same', () => {
  const tickets = [...ticketsFor(ids, newSalt()).values()];
  expect(new Set(tickets).size).toBe(ids.length);
  expect(tickets.filter((ticket) => !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(ticket))).toEqual([]);
});

test('the same salt gives the same tickets whatever the order of the rows, another salt gives others', () => {
  const tickets = ticketsFor(ids, SALT);
  expect(ticketsFor(ids.toReversed(), SALT)).toEqual(tickets);
  const others = ticketsFor(ids, newSalt());
  expect(ids.filter((id) => others.get(id) === tickets.get(id))).toEqual([]);
});

test('two ids that would have the same ticket get different ones', () => {
  const few = ids.slice(0, 32);
  expect(new Set(ticketsFor(few, SALT, 1).values()).size).toBe(32);
  expect(ticketsFor(few.toReversed(), SALT, 1)).toEqual(ticketsFor(few, SALT, 1));
});

test('a pool that was taken knows its registrants by ticket, and keeps what their file calls them', () => {
  const { registrants, size, uniqueRows, sha256 } = readPoolOf(24);
  const people = JSON.parse(registrants) as Registrant[];
  expect(size).toBe(24);
  expect(people[3]).toMatchObject({ fileId: 'F3', name: 'Person 3', household: expect.stringMatching(/^h\d+$/) });
  expect(people[3]?.household).toBe(people[2]?.household);
  expect(people.map(({ ticket }) => ticket)).not.toContain('F3');
  expect(uniqueRows).toBe(0);
  expect(readPoolOf(24).sha256).toBe(sha256);
  expect(readPoolOf(25).sha256).not.toBe(sha256);
});
