import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve, foundJury } from '../../src/lib/jury/jury.ts';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { SLICE_OF } from '../../src/lib/jury/slices.ts';
import { changesViewer } from '../../src/lib/jury/changes-viewer.ts';
import { SLICES_SEEN, viewEvent, viewJury, viewerOf } from '../../src/lib/jury/view.ts';
import type { JuryView, Viewer } from '../../src/lib/jury/view.ts';
import { ROLES } from '../../src/lib/jury/terms.ts';
import { FACILITATOR, OFFICER, ORGANISER, START, juror, juryAfter, juryAt, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';
import { history } from './histories.ts';
import { ONLOOKERS } from './onlookers.ts';
import { leaksOf } from './leaks.ts';

const HISTORIES = 48;
const STEPS = 10_000;

/** Whoever waits for an end of statements is not through within the minutes that a life lasts. */
const waiting = play(juryAfter('voting'), [
  [OFFICER, { type: 'set-statement-deadline', until: START + 1_000 * 60 * 60_000 }],
]);

const CODED = { codes: true, changeable: true };
const code = 'C0DEC0DE0001';
const changed = play(juryAt('voting', { rule: CODED }), [
  [OFFICER, { type: 'open-ballot', recommendation: 'R1' }],
  [juror(1), { type: 'cast-paper', ballot: 'B1', choice: 'for', code }],
  [juror(1), { type: 'change-paper', ballot: 'B1', choice: 'against', code }],
]);
const byPresence = play(juryAt('voting', { rule: { presence: 60 } }), [
  [OFFICER, { type: 'open-ballot', recommendation: 'R1' }],
  [juror(1), { type: 'cast-paper', ballot: 'B1', choice: 'for' }],
]);
const APART = [waiting, changed, byPresence];

/** Lives of juries from one seed: walked by every test below. */
const lives: readonly Played[] = fc
  .sample(fc.array(fc.nat(2 ** 30), { minLength: 997, maxLength: 997 }), { seed: 20270112, numRuns: HISTORIES })
  .map((throws) => {
    let thrown = 0;
    return history((sides) => (sides === 0 ? 0 : (throws[thrown++ % throws.length] as number) % sides), 40);
  })
  .concat(APART);

/** Calls back with the state before and after every event of a life but the founding. */
function walk(
  { log, jury: last }: Played,
  visit: (before: Jury, event: (typeof log)[number]['event'], after: Jury) => void,
): void {
  const [founding, ...rest] = log;
  if (founding?.event.type !== 'jury-created') throw new Error('A journal begins with the founding');
  let jury = foundJury(last.id, founding.event);
  for (const { event } of rest) {
    const after = evolve(jury, event);
    visit(jury, event, after);
    jury = after;
  }
}

describe('lives of juries', () => {
  test('are lived to the end, and contain every kind of event', () => {
    const events = lives.flatMap((life) => life.log.map((entry) => entry.event.type));
    expect(events.length).toBeGreaterThan(STEPS);
    expect(lives.slice(0, -APART.length).filter((life) => life.jury.charter.stage !== 'closed')).toEqual([]);
    expect(Object.keys(SLICE_OF).filter((type) => type !== 'jury-created' && !events.includes(type as never))).toEqual(
      [],
    );
  });

  test(
    '[W1] what a viewer kept up to date is what a fresh snapshot shows them, after every event',
    { timeout: 90_000 },
    () => {
      let compared = 0;
      for (const life of lives) {
        const kept = ONLOOKERS.map((): { viewer: Viewer; view: JuryView } | null => null);
        walk(life, (before, event, after) => {
          for (const [index, actor] of ONLOOKERS.entries()) {
            const [was, is] = [viewerOf(before, actor), viewerOf(after, actor)];
            const fresh = viewJury(after, is);
            if (!isDeepStrictEqual(was, is)) {
              if (!changesViewer(event)) expect([event, is]).toEqual([event, was]);
              kept[index] = { viewer: is, view: fresh };
              continue;
            }
            const view = kept[index]?.view ?? viewJury(before, was);
            const seen = viewEvent(event, was);
            const followed = seen === null ? view : evolve(view, seen);
            // An event changes one part; the others are compared now and then, to keep this to seconds.
            const part = SLICE_OF[event.type];
            const same =
              compared % 7 === 0 ? isDeepStrictEqual(followed, fresh) : isDeepStrictEqual(followed[part], fresh[part]);
            if (!same) expect([event.type, is, followed]).toEqual([event.type, is, fresh]);
            kept[index] = { viewer: is, view: followed };
            compared += 1;
          }
        });
      }
      expect(compared).toBeGreaterThan(STEPS * (ONLOOKERS.length - 1));
    },
  );

  test(
    '[W2] [W3] [W4] [W5] [W6] [W7] [W8] [W9] [W10] [W11] [W12] [W13] [W14] [W42] [W50] [D103] [E56] [E57] nothing that a viewer must not see is in what they are told or shown',
    { timeout: 90_000 },
    () => {
      for (const life of lives) {
        const hidden = new Set<string>();
        let step = 0;
        walk(life, (before, event, after) => {
          step += 1;
          if (event.type === 'message-hidden' || event.type === 'table-message-hidden') {
            const messages = [...before.room.messages, ...before.tables.talk];
            const message = messages.find((one) => one.id === event.message);
            hidden.add(message?.text?.text as string);
            if (message && 'earlier' in message)
              for (const { text } of message.earlier ?? []) hidden.add(text.text as string);
          }
          for (const actor of ONLOOKERS) {
            const viewer = viewerOf(after, actor);
            const seen = viewEvent(event, viewer);
            if (seen !== null && leaksOf(seen, viewer, hidden).length > 0)
              expect([viewer, seen, leaksOf(seen, viewer, hidden)]).toEqual([]);
            if (step % 10 > 0 && after.charter.stage !== 'closed') continue;
            const leaks = leaksOf(viewJury(after, viewer), viewer, hidden);
            if (leaks.length > 0) expect([viewer, leaks]).toEqual([]);
          }
        });
        expect(hidden.has(undefined as never)).toBe(false);
      }
    },
  );

  test('the search for leaks finds them in what is not cut to the viewer', () => {
    const found = lives.flatMap(({ jury }) => leaksOf(jury, { role: 'observer' }, new Set()));
    for (const kind of [
      'ticket',
      'asker',
      'support',
      'cast',
      'joined',
      'approvals',
      'muted',
      'signals',
      'airtime by seat',
      'table talk',
      'held',
      'removed',
      'reports',
      'help',
      'complaint of seat',
      'complaint of witness',
      'complaint of member',
      'note on a complaint',
      'action',
      'box',
      'fact checks',
      'scribe',
      'attendance by seat: spells',
      'attendance by seat: counted',
      'attendance by seat: people',
      'draft of minutes',
      'who objects',
    ])
      expect([kind, found.some((leak) => leak.startsWith(kind))]).toEqual([kind, true]);
    const told = lives.flatMap(({ log }) => log.flatMap(({ event }) => leaksOf(event, { role: 'witness' }, new Set())));
    for (const kind of [
      'ticket',
      'asker',
      'paper-cast',
      'verdict-approved',
      'juror-muted',
      'words that wait',
      'airtime-counted',
      'signal-given',
      'message-reported',
    ])
      expect([kind, told.some((leak) => leak.startsWith(kind))]).toEqual([kind, true]);
    expect(leaksOf({ text: 'a hidden word' }, { role: 'juror' }, new Set(['a hidden word']))).toHaveLength(1);
  });
});

describe('a view', () => {
  const closed = juryAt('closed').jury;

  test.each(ROLES)('[W1] of the %s holds their slices, and they hear of no others', (role) => {
    expect(Object.keys(viewJury(closed, { role })).toSorted()).toEqual(['id', ...SLICES_SEEN[role]].toSorted());
    const heard = juryAt('closed')
      .log.map(({ event }) => viewEvent(event, { role }))
      .filter((event) => event !== null);
    expect(heard.filter((event) => !SLICES_SEEN[role].includes(SLICE_OF[event.type]))).toEqual([]);
  });

  test('[W2] tells a juror that they voted, and others only how many have', () => {
    const voting = play(juryAt('voting'), [
      [
        { kind: 'member', id: 'Ruslan' },
        { type: 'open-ballot', recommendation: 'R1' },
      ],
      [juror(1), { type: 'cast-paper', ballot: 'B1', choice: 'for' }],
      [juror(2), { type: 'cast-paper', ballot: 'B1', choice: 'against' }],
    ]).jury;
    const castSeenBy = (viewer: Viewer) => viewJury(voting, viewer).verdict?.ballots[0]?.cast;
    expect(castSeenBy({ role: 'juror', seat: 'S01' })).toEqual({ count: 2, seats: ['S01'] });
    expect(castSeenBy({ role: 'juror', seat: 'S03' })).toEqual({ count: 2, seats: [] });
    expect(castSeenBy({ role: 'returning-officer' })).toEqual({ count: 2, seats: [] });
    expect(castSeenBy({ role: 'organiser' })).toEqual({ count: 2, seats: [] });
  });

  test('[W3] shows tickets and reasons to the organiser and oversight', () => {
    const left = play(juryAfter('selecting'), [
      [ORGANISER, { type: 'vacate-seat', seat: 'S02', reason: 'illness' }],
    ]).jury;
    const told = ROLES.filter((role) => JSON.stringify(viewJury(left, { role }).seats ?? {}).includes('illness'));
    const ticketed = ROLES.filter((role) => JSON.stringify(viewJury(left, { role }).seats ?? {}).includes('ticket'));
    expect([told, ticketed]).toEqual([
      ['organiser', 'oversight'],
      ['organiser', 'oversight'],
    ]);
  });

  test('[W4] shows who asked to the asker and the facilitator', () => {
    const { jury } = juryAt('voting');
    const knows = (viewer: Viewer) => viewJury(jury, viewer).evidence?.questions[0]?.asker;
    expect(ROLES.filter((role) => knows({ role }) !== undefined)).toEqual(['facilitator']);
    expect(knows({ role: 'juror', seat: 'S01' })).toBe('S01');
    expect(knows({ role: 'juror', seat: 'S02' })).toBeUndefined();
  });

  test('[W5] shows whose messages are stopped to the facilitator, oversight and that juror', () => {
    const { jury } = play(juryAt('learning'), [[FACILITATOR, { type: 'mute-juror', seat: 'S05', rule: 'insult' }]]);
    const knows = (viewer: Viewer) => viewJury(jury, viewer).room?.muted.includes('S05') ?? false;
    expect(ROLES.filter((role) => knows({ role }))).toEqual(['facilitator', 'oversight']);
    expect([knows({ role: 'juror', seat: 'S05' }), knows({ role: 'juror', seat: 'S06' })]).toEqual([true, false]);
  });

  test('[W7] shows how long each spoke to the facilitator and each their own, and the sum to the room', () => {
    const spoken = play(juryAfter('deliberating'), [
      [FACILITATOR, { type: 'end-turn', session: 'D1', turn: 'T1' }],
    ]).jury;
    const seen = (viewer: Viewer) => viewJury(spoken, viewer).airtime?.['D1'];
    const whole = seen({ role: 'facilitator' });
    expect(Object.keys(whole?.seats ?? {})).toEqual(['S01']);
    expect(seen({ role: 'juror', seat: 'S01' })).toEqual(whole);
    expect(seen({ role: 'juror', seat: 'S02' })).toEqual({ total: whole?.total, seats: {} });
    expect(ROLES.filter((role) => seen({ role })?.seats['S01'] !== undefined)).toEqual(['facilitator']);
    expect(spoken.floor.turns[0]).toMatchObject({ state: 'done', since: null, endsAt: undefined });
  });

  test('[W8] shows how many signal to the facilitator and witnesses, and each juror their own', () => {
    const signal = { type: 'give-signal', session: 'D1', signal: 'slow-down' } as const;
    const { jury } = play(juryAfter('deliberating'), [
      [juror(1), signal],
      [juror(2), signal],
    ]);
    const seen = (viewer: Viewer) => viewJury(jury, viewer).signals?.['slow-down'];
    expect(seen({ role: 'juror', seat: 'S01' })).toEqual({ count: 1, seats: ['S01'] });
    expect(seen({ role: 'juror', seat: 'S03' })).toEqual({ count: 0, seats: [] });
    for (const role of ['facilitator', 'witness'] as const) expect(seen({ role })).toEqual({ count: 2, seats: [] });
    expect(ROLES.filter((role) => (seen({ role })?.count ?? 0) > 0)).toEqual(['facilitator', 'witness']);
    const told = viewEvent({ ...signal, type: 'signal-given', seat: 'S01' }, { role: 'juror', seat: 'S02' });
    expect(told).toBeNull();
  });
});
