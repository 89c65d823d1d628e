/** One plain example of every command by which a session is planned, held and closed. */
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import type { SessionCommand } from '../../src/lib/jury/deliberation/session-commands.ts';
import { START_OF_SESSION } from '../support/jury.ts';

export const SAMPLES_OF_A_SESSION: { readonly [T in SessionCommand['type']]: CommandOf<T> } = {
  'plan-session': {
    type: 'plan-session',
    title: 'Options',
    startsAt: START_OF_SESSION,
    agenda: [{ title: 'Round', minutes: 30, auto: true, atLeast: 3, notBefore: 5 }],
  },
  'change-session': {
    type: 'change-session',
    session: 'D1',
    title: 'Options, once more',
    startsAt: START_OF_SESSION,
    agenda: [{ was: '1', title: 'Round', minutes: 45 }],
  },
  'cancel-session': { type: 'cancel-session', session: 'D1', reason: 'The hall is flooded.' },
  'link-item': { type: 'link-item', session: 'D1', item: '1', links: [{ kind: 'exhibit', id: 'E1' }] },
  'set-call': { type: 'set-call', session: 'D1', kind: 'none' },
  'count-down': { type: 'count-down', session: 'D1', item: '1' },
  'cancel-countdown': { type: 'cancel-countdown', session: 'D1', item: '2' },
  'open-doors': { type: 'open-doors', session: 'D1' },
  'open-session': { type: 'open-session', session: 'D1' },
  'start-item': { type: 'start-item', session: 'D1', item: '1', after: null },
  'extend-item': { type: 'extend-item', session: 'D1', item: '1', minutes: 5, from: 'session' },
  'answer-extension': { type: 'answer-extension', session: 'D1', minutes: 15, agrees: true },
  'settle-extension': { type: 'settle-extension', session: 'D1' },
  'drop-item': { type: 'drop-item', session: 'D1', item: '1' },
  'mark-ready': { type: 'mark-ready', session: 'D1', item: '1' },
  'unmark-ready': { type: 'unmark-ready', session: 'D1', item: '1' },
  'show-recording': { type: 'show-recording', session: 'D1', exhibit: 'E1' },
  'steer-recording': { type: 'steer-recording', session: 'D1', exhibit: 'E1', position: 12, playing: true },
  'end-recording': { type: 'end-recording', session: 'D1' },
  'pause-session': { type: 'pause-session', session: 'D1', reason: 'The power is gone.' },
  'resume-session': { type: 'resume-session', session: 'D1' },
  'begin-closing': { type: 'begin-closing', session: 'D1', after: null },
  'close-session': { type: 'close-session', session: 'D1' },
};
