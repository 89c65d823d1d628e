/** Scenes of talk and of its record that the dice alone would rarely bring together. */
import { lastVersion } from '../../src/lib/jury/minutes/minutes.ts';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { FACILITATOR, ORGANISER, OVERSIGHT, juror, sitting } from '../support/jury.ts';
import type { Played, Step } from '../support/jury.ts';

type Try = (from: Played, steps: readonly Step[]) => Played;

/** Whoever was called late opens what they missed, and may act. */
export const caughtUp = (played: Played, tried: Try): Played =>
  tried(
    played,
    sitting(played).map((actor) => [actor, { type: 'open-catch-up' }]),
  );

/** People come in four ways and leave; words are changed, reacted to and hidden; what a scribe wrote is confirmed, refused and left. */
export function talked(played: Played, tried: Try): Played {
  const session = played.jury.sessions.find((one) => one.state === 'live')?.id ?? 'nothing';
  const message = `M${played.jury.room.messages.length + 1}`;
  const next = `M${played.jury.room.messages.length + 2}`;
  const entered = (part: number): Step => [
    FACILITATOR,
    { type: 'enter-contribution', session, seat: 'S05', text: `By telephone ${message}.${part}` },
  ];
  const said = tried(played, [
    ...[1, 2, 3, 4].map((number): Step => [juror(number), { type: 'check-in', session }]),
    [juror(2), { type: 'check-out', session }],
    [juror(2), { type: 'check-in', session }],
    [FACILITATOR, { type: 'check-in-for', session, seat: 'S05', mode: 'phone' }],
    [FACILITATOR, { type: 'check-in-for', session, seat: 'S01', mode: 'in-room' }],
    [FACILITATOR, { type: 'check-out-for', session, seat: 'S03' }],
    [juror(1), { type: 'post-message', session, text: `First words of ${message}`, quote: 'exhibit:E1' }],
    [juror(1), { type: 'post-message', session, text: `First words of ${next}` }],
    [juror(1), { type: 'edit-message', message, text: `Second words of ${message}` }],
    [juror(2), { type: 'react-to-message', message, reaction: 'agreement' }],
    [juror(3), { type: 'react-to-message', message, reaction: 'agreement' }],
    [juror(3), { type: 'take-back-reaction', message, reaction: 'agreement' }],
    [juror(1), { type: 'edit-message', message: next, text: `Second words of ${next}` }],
    [FACILITATOR, { type: 'hide-message', message: next, rule: 'insult' }],
    ...[1, 2, 3].map(entered),
  ]);
  const [first, second] = said.jury.room.unconfirmed.slice(-3);
  return tried(said, [
    [juror(6), { type: 'confirm-contribution', contribution: first?.id ?? 'nothing' }],
    [juror(5), { type: 'refuse-contribution', contribution: second?.id ?? 'nothing' }],
  ]);
}

/** The session is closed; its minutes are written, objected to, sent again, objected to again and approved. */
export function minuted(played: Played, tried: Try): Played {
  const { jury } = played;
  const session = jury.sessions.find((one) => one.state === 'live')?.id ?? jury.sessions.at(-1)?.id ?? 'nothing';
  const came = (jury.attendance[session]?.came.seats ?? []).filter((seat) => jury.seats[seat]?.state === 'confirmed');
  const [one, two] = came.length > 0 ? came : sitting(played).map((actor) => (actor.kind === 'seat' ? actor.id : ''));
  const by = (seat = 'S01') => ({ kind: 'seat', id: seat }) as const;
  const open = jury.soundings.find(({ state }) => state === 'open')?.id ?? 'nothing';
  const sent = tried(played, [
    [FACILITATOR, { type: 'close-sounding', sounding: open }],
    [FACILITATOR, { type: 'close-session', session }],
    [juror(9), { type: 'open-catch-up' }],
    [FACILITATOR, { type: 'note-in-minutes', session, section: 'floor', note: `Noted of ${session}` }],
    [FACILITATOR, { type: 'send-minutes', session }],
  ]);
  const version = versionOfMinutes(sent.jury, session);
  const objected = tried(sent, [
    [by(one), { type: 'back-minutes', session, version }],
    [by(one), { type: 'object-to-minutes', session, version, text: `Not so, ${session}` }],
    [by(one), { type: 'back-minutes', session, version }],
    [by(two), { type: 'object-to-minutes', session, version, text: `Nor so, ${session}` }],
    [FACILITATOR, { type: 'note-in-minutes', session, section: 'floor', note: '' }],
    [FACILITATOR, { type: 'note-in-minutes', session, section: 'tables', note: `Also of ${session}` }],
    [FACILITATOR, { type: 'send-minutes', session }],
    [by(two), { type: 'object-to-minutes', session, version: version + 1, text: `Still not so, ${session}` }],
    [FACILITATOR, { type: 'print-objection', session, objection: 'O1' }],
    [OVERSIGHT, { type: 'send-minutes', session }],
  ]);
  const after = `D${jury.sessions.length + 1}`;
  return tried(objected, [
    ...sitting(objected).map((actor): Step => [actor, { type: 'back-minutes', session, version: version + 1 }]),
    [ORGANISER, { type: 'plan-session', title: 'Another', startsAt: 0, agenda: [{ title: 'Round', minutes: 30 }] }],
    [FACILITATOR, { type: 'open-session', session: after }],
    ...[1, 4].map((number): Step => [juror(number), { type: 'give-signal', session: after, signal: 'slow-down' }]),
  ]);
}

export function versionOfMinutes({ minutes, sessions }: Jury, session = sessions.at(-1)?.id ?? ''): number {
  const written = minutes[session];
  return (written && lastVersion(written)?.number) ?? 1;
}
