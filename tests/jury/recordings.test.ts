/** A recording that all watch together. */
import { describe, expect, test } from 'vitest';
import { positionAt } from '../../src/lib/jury/deliberation/showing.ts';
import { FACILITATOR, ORGANISER, START, codeOf, eventsOf, juror, juryAfter, play } from '../support/jury.ts';
import type { Played } from '../support/jury.ts';
import { SAMPLES } from './sample-commands.ts';

const session = 'D1';
const D1 = ({ jury }: Played) => jury.sessions.find(({ id }) => id === session)!;
const file = (name: string) => [ORGANISER, { ...SAMPLES['add-file-exhibit'], file: name }] as const;
const begun = play(juryAfter('deliberating'), [file('video-1'), file('file-1')]);
const [video, picture] = begun.jury.evidence.exhibits.slice(-2).map(({ id }) => id) as [string, string];
const ended = begun.jury.floor.turns.find(({ state }) => state === 'speaking');
const live = ended ? play(begun, [[FACILITATOR, { type: 'end-turn', session, turn: ended.id }]]) : begun;
const show = (exhibit = video) => ({ type: 'show-recording', session, exhibit }) as const;
const steer = (position: number, playing: boolean, exhibit = video) =>
  ({ type: 'steer-recording', session, exhibit, position, playing }) as const;
const shown = play(live, [[FACILITATOR, show()]]);
const at = (seconds: number) => ({ now: START + 10_000_000 + seconds * 1_000 });
const playing = play(shown, [[FACILITATOR, steer(5, true)]], at(0));

describe('[D119] a recording', () => {
  test('is an exhibit that sounds or moves and stands', () => {
    expect(D1(shown).showing).toMatchObject({ exhibit: video, playing: false, position: 0 });
    for (const none of [picture, 'E1', 'E99']) expect(codeOf(live, FACILITATOR, show(none))).toBe('unknown-exhibit');
    const gone = play(live, [[ORGANISER, { type: 'withdraw-exhibit', exhibit: video, reason: 'A mistake.' }]]);
    expect(codeOf(gone, FACILITATOR, show())).toBe('exhibit-withdrawn');
    expect(codeOf(live, FACILITATOR, steer(0, true))).toBe('unknown-exhibit');
    expect(codeOf(shown, FACILITATOR, steer(0, true, picture))).toBe('unknown-exhibit');
    expect(codeOf(shown, juror(1), steer(0, true))).toBe('not-allowed');
  });

  test('stands for every screen where the server’s clock says', () => {
    const showing = D1(playing).showing!;
    expect([positionAt(showing, at(7).now), positionAt(showing, at(-2).now)]).toEqual([12, 5]);
    const stopped = play(playing, [[FACILITATOR, steer(12, false)]], at(7));
    expect(positionAt(D1(stopped).showing!, at(60).now)).toBe(12);
  });

  test('does not start over a speech, and has the floor while it plays', () => {
    const hands = play(shown, [
      [juror(6), { type: 'raise-hand', session }],
      [juror(7), { type: 'raise-hand', session }],
    ]);
    const [first, second] = hands.jury.floor.queue as [string, string];
    const grant = (turn: string) => ({ type: 'grant-floor', session, turn }) as const;
    const speaking = play(hands, [[FACILITATOR, grant(first)]]);
    expect(codeOf(speaking, FACILITATOR, steer(0, true))).toBe('floor-taken');
    const held = play(speaking, [
      [FACILITATOR, { type: 'pause-turn', session, turn: first }],
      [FACILITATOR, steer(0, true)],
    ]);
    expect(codeOf(held, FACILITATOR, grant(second))).toBe('floor-taken');
    expect(codeOf(held, FACILITATOR, { type: 'resume-turn', session, turn: first })).toBe('floor-taken');
    expect(eventsOf(held, juror(8), { type: 'raise-hand', session })).toHaveLength(1);
    const still = play(held, [[FACILITATOR, steer(9, false)]]);
    expect(eventsOf(still, FACILITATOR, { type: 'resume-turn', session, turn: first })).toHaveLength(1);
  });

  test('stops when everything is paused, and does not start before it is over', () => {
    const dark = play(playing, [[FACILITATOR, { type: 'pause-session', session, reason: 'Dark.' }]], at(4));
    expect(D1(dark).showing).toEqual({ exhibit: video, playing: false, position: 9, at: at(4).now });
    expect(codeOf(dark, FACILITATOR, steer(9, true))).toBe('session-paused');
  });

  test('is taken away, and ends with its item', () => {
    const away = play(playing, [[FACILITATOR, { type: 'end-recording', session }]]);
    expect(D1(away)).not.toHaveProperty('showing');
    expect(codeOf(away, FACILITATOR, { type: 'end-recording', session })).toBe('unknown-exhibit');
    const after = D1(playing).running?.item ?? null;
    const next = D1(playing).agenda.find(({ id }) => id !== after && !D1(playing).done.includes(id))!.id;
    const on = play(playing, [[FACILITATOR, { type: 'start-item', session, item: next, after, sure: true }]]);
    expect(D1(on)).not.toHaveProperty('showing');
    expect(D1(play(playing, [[FACILITATOR, { type: 'close-session', session }]]))).not.toHaveProperty('showing');
  });
});
