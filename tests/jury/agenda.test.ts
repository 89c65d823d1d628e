import { describe, expect, test } from 'vitest';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { viewEvent, viewJury } from '../../src/lib/jury/view.ts';
import { FACILITATOR, ORGANISER, START_OF_SESSION, codeOf, eventsOf } from '../support/jury.ts';
import { juryAfter, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const session = 'D1';
const exhibit = { kind: 'exhibit', id: 'E1' } as const;
const agenda = [
  { title: 'Reading', minutes: 30, links: [exhibit] },
  { title: 'Round', minutes: 45 },
];
const plan = { type: 'plan-session' as const, title: 'Options', startsAt: START_OF_SESSION, agenda };
const link = (id: string, item = '2', kind: 'exhibit' | 'witness' | 'recommendation' = 'exhibit') => ({
  type: 'link-item' as const,
  session,
  item,
  links: [{ kind, id }],
});
const planned = play(juryAt('deliberating'), [[ORGANISER, plan]]);
const D1 = ({ jury }: Played) => jury.sessions[0]!;

describe('[D67] an item of the agenda', () => {
  test('names what it is about, of what there is', () => {
    expect(D1(planned).agenda.map(({ links }) => links)).toEqual([[exhibit], undefined]);
    expect(D1(play(planned, [[FACILITATOR, link('E1')]])).agenda[1]?.links).toEqual([exhibit]);
    const witness = { kind: 'witness', id: 'W1' };
    expect(D1(play(planned, [[ORGANISER, link('W1', '1', 'witness')]])).agenda[0]?.links).toEqual([witness]);
    expect(D1(play(planned, [[ORGANISER, { ...link('E1', '1'), links: [] }]])).agenda[0]?.links).toEqual([]);
    for (const unknown of [link('E9'), link('W9', '2', 'witness'), link('R1', '2', 'recommendation')])
      expect(codeOf(planned, ORGANISER, unknown)).toBe('unknown-link');
    const elsewhere = { ...plan, agenda: [{ ...agenda[0]!, links: [{ kind: 'exhibit' as const, id: 'E9' }] }] };
    expect(codeOf(planned, ORGANISER, elsewhere)).toBe('unknown-link');
    expect(codeOf(planned, ORGANISER, link('E1', '9'))).toBe('unknown-agenda-item');
    expect(codeOf(planned, ORGANISER, { ...link('E1'), session: 'D9' })).toBe('unknown-session');
  });

  test('is as it was once the session is over', () => {
    const over = play(planned, [
      [FACILITATOR, { type: 'open-session', session }],
      [FACILITATOR, { type: 'close-session', session }],
    ]);
    expect(codeOf(over, ORGANISER, link('E1'))).toBe('session-over');
    expect(codeOf(over, ORGANISER, { type: 'set-call', session, kind: 'none' })).toBe('session-over');
  });
});

describe('[D84] the public programme', () => {
  const items = (played: Played) => publicRecord(played.jury, {})?.sessions[0]?.agenda;

  test('tells every item, and leads to what is public', () => {
    expect(items(planned)).toEqual([
      { title: 'Reading', minutes: 30, links: [exhibit] },
      { title: 'Round', minutes: 45, links: [] },
    ]);
  });

  test('names no wording before the verdict is out', () => {
    const drafted = play(juryAfter('drafting'), [[ORGANISER, plan]]);
    const linked = play(drafted, [[ORGANISER, link('R1', '2', 'recommendation')]]);
    expect(items(linked)?.[1]?.links).toEqual([]);
    const published = { ...linked, jury: { ...linked.jury, verdict: { ...linked.jury.verdict, publishedAt: 1 } } };
    expect(items(published)?.[1]?.links).toEqual([{ kind: 'recommendation', id: 'R1' }]);
  });
});

describe('[D76] a video call', () => {
  const set = (more: object) => ({ type: 'set-call', session, kind: 'link', ...more }) as never;
  const address = 'https://call.example/jury-1';

  test('is an address that somebody gives, for all and for each table', () => {
    const given = play(planned, [[ORGANISER, set({ address, tableAddresses: `${address}-a\n${address}-b\n` })]]);
    expect(D1(given).call).toEqual({ kind: 'link', address, tableAddresses: [`${address}-a`, `${address}-b`] });
    expect(codeOf(planned, ORGANISER, set({}))).toBe('call-address-missing');
    expect(D1(play(given, [[ORGANISER, set({ kind: 'none' })]])).call).toBeNull();
    for (const wrong of ['http://call.example', 'javascript:alert(1)', 'call'])
      expect(() => play(planned, [[ORGANISER, set({ address: wrong })]])).toThrow();
  });

  test('or a room at the configured service, under a name that begins with chance', () => {
    expect(codeOf(planned, ORGANISER, set({ kind: 'room' }), { facts: {} })).toBe('no-call-rooms');
    const [event] = eventsOf(planned, ORGANISER, set({ kind: 'room' }), { facts: { callRooms: true } });
    expect(event).toMatchObject({ call: { kind: 'room', key: expect.stringMatching(/^[0-9a-f]{32}$/) as string } });
  });

  test('[D77] nobody is told keys or addresses before they join', () => {
    const given = play(planned, [
      [ORGANISER, set({ address, tableAddresses: address })],
      [ORGANISER, set({ kind: 'room' })],
      [ORGANISER, set({ address, tableAddresses: address })],
    ]);
    for (const role of ROLES) {
      const told = given.log.map(({ event }) => viewEvent(event, { role }));
      const shown = JSON.stringify([viewJury(given.jury, { role }), told]);
      expect(shown).not.toContain('call.example');
      expect(shown).not.toContain('"key"');
    }
  });
});
