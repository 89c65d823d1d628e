/** Scenes of a session that the dice alone would rarely bring together. */
import type { Command } from '../../src/lib/jury/commands.ts';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import { queueOf } from '../../src/lib/jury/deliberation/floor.ts';
import { ANSWERS } from '../../src/lib/jury/deliberation/soundings/soundings.ts';
import { FACILITATOR, ORGANISER, OVERSIGHT, juror, sitting } from '../support/jury.ts';
import type { Actor, Played, Step } from '../support/jury.ts';
import type { Dice } from './histories.ts';
import { SAMPLES } from './sample-commands.ts';

/** Carries out what may be carried out and passes over what is refused. */
type Try = (from: Played, steps: readonly Step[]) => Played;

/** What the dice alone would rarely bring together: a speech interrupted and taken up again, a signal given and taken back. */
export function debate(played: Played, dice: Dice, tried: Try): Played {
  const session = played.jury.sessions.find((one) => one.state === 'live')?.id ?? 'nothing';
  const [speaker, other] = [sitting(played)[dice(3)], sitting(played)[3 + dice(3)]] as [Actor, Actor];
  const raised = tried(played, [
    [speaker, { type: 'raise-hand', session, note: 'About the depot.' }],
    [other, { type: 'give-signal', session, signal: 'agree' }],
  ]);
  const turn = raised.jury.floor.turns.at(-1)?.id ?? 'nothing';
  const talked = tried(raised, [
    [FACILITATOR, { type: 'grant-floor', session, turn }],
    [other, { type: 'give-signal', session, signal: 'slow-down' }],
    [FACILITATOR, { type: 'extend-turn', session, turn, seconds: 30 }],
    [FACILITATOR, { type: 'pause-turn', session, turn }],
    [other, { type: 'take-back-signal', session, signal: 'slow-down' }],
    [FACILITATOR, { type: 'pause-session', session, reason: 'The power is gone.' }],
    [FACILITATOR, { type: 'resume-session', session }],
    [FACILITATOR, { type: 'resume-turn', session, turn }],
    ...reordered(raised, session),
    ...passedOver(raised, session),
    ...goingOn(session),
    ...moreTime(raised, session),
    ...watched(raised, session),
    ...lastWords(session),
    ...attentive(raised, session),
    ...moderated(raised, session),
    ...atTables(raised, session),
    ...soundedOut(raised, session, dice),
  ]);
  const [, ...waiting] = talked.jury.moderation.waiting;
  const letIn = tried(
    talked,
    waiting.map(({ id, statement }) =>
      statement
        ? [FACILITATOR, { type: 'put-statement', held: id, text: `Put otherwise: ${id}` }]
        : [FACILITATOR, { type: 'approve-message', held: id }],
    ),
  );
  return tried(letIn, askedToChange(letIn.jury, session));
}

/** Tables are laid, help is called and given, words are said and hidden, a note comes back. */
function atTables({ jury }: Played, session: string): readonly Step[] {
  const round = `G${jury.tables.rounds.length + 1}`;
  const last = jury.tables.rounds.at(-1)?.id ?? 'nothing';
  const message = `K${jury.tables.talk.length + 1}`;
  const everywhere = (command: (table: string, by: number) => Command): readonly Step[] =>
    ['1', '2', '3'].flatMap((table) => [1, 2].map((by): Step => [juror(by), command(table, by)]));
  return [
    [FACILITATOR, { type: 'close-tables', round: last }],
    [FACILITATOR, { type: 'open-tables', session, seating: 'mixed', minutes: 10 }],
    ...everywhere((table, by) => ({ type: 'post-at-table', round, table, text: `Said at ${round}.${table} by ${by}` })),
    ...[0, 1].flatMap((further) =>
      [1, 2].map((by): Step => {
        const words = `K${jury.tables.talk.length + 1 + further}`;
        return [juror(by), { type: 'edit-message', message: words, text: `Put otherwise at ${round}: ${words}` }];
      }),
    ),
    [FACILITATOR, { type: 'hide-message', message, rule: 'insult' }],
    [FACILITATOR, { type: 'hold-juror', seat: 'S02', rule: 'insult' }],
    ...everywhere((table, by) => ({ type: 'post-at-table', round, table, text: `Held at ${round}.${table} by ${by}` })),
    [FACILITATOR, { type: 'release-juror', seat: 'S02' }],
    [juror(1), { type: 'call-help', round }],
    ...['1', '2', '3'].map((table): Step => [FACILITATOR, { type: 'give-help', round, table }]),
    [FACILITATOR, { type: 'extend-tables', round, minutes: 5 }],
    [FACILITATOR, { type: 'tell-tables', round, text: 'Two minutes.' }],
    ...everywhere((table, by) => ({ type: 'name-reporter', round, table, seat: `S0${by}` })),
    ...everywhere((table) => ({ ...SAMPLES['file-note'], round, table })),
    [FACILITATOR, { type: 'move-juror', round, seat: 'S01', table: '1' }],
    [FACILITATOR, { type: 'move-juror', round, seat: 'S01', table: '2' }],
    [FACILITATOR, { type: 'recall-tables', round }],
    [FACILITATOR, { type: 'close-tables', round }],
  ];
}

/** Some want to speak, and the second of them does so before the first. */
function reordered({ jury }: Played, session: string): readonly Step[] {
  const turn = (further: number): string => `T${jury.floor.turns.length + further}`;
  return [
    ...[11, 12, 13].map((by): Step => [juror(by), { type: 'raise-hand', session }]),
    [FACILITATOR, { ...SAMPLES['move-turn'], session, turn: turn(2), ahead: turn(1) }],
  ];
}

/** The lines of all who wait are gone for a while. */
function passedOver({ jury }: Played, session: string): readonly Step[] {
  const waiting = queueOf(jury.floor, session).map(({ id }) => id);
  return (['skip-turn', 'unskip-turn'] as const).flatMap((type) =>
    waiting.map((turn): Step => [CLOCK, { type, session, turn }]),
  );
}

/** Enough are ready, some would rather stay, others are asked what to talk about. */
function goingOn(session: string): readonly Step[] {
  const jurors = Array.from({ length: 25 }, (_, index) => juror(index + 1));
  return [
    [FACILITATOR, { type: 'start-item', session, item: '1', after: null, sure: true }],
    [FACILITATOR, { type: 'start-item', session, item: '1', after: '2', sure: true }],
    [FACILITATOR, { type: 'offer-topics', session, topics: ['Routes', 'Fares'] }],
    ...jurors.slice(0, 5).map((one): Step => [one, { type: 'choose-topic', session, topic: '2' }]),
    ...jurors.map((one): Step => [one, { type: 'mark-ready', session, item: '1' }]),
    ...['1', '2', '3'].flatMap((item) =>
      jurors.slice(0, 6).map((one): Step => [one, { type: 'cancel-countdown', session, item }]),
    ),
  ];
}

/** More time is asked of all: some agree, some do not, and what they decide is done. */
function moreTime({ jury }: Played, session: string): readonly Step[] {
  const jurors = Array.from({ length: 25 }, (_, index) => juror(index + 1));
  const ask = (item: string, minutes: number): Step => {
    return [FACILITATOR, { type: 'extend-item', session, item, minutes, from: 'session' }];
  };
  const answered = (minutes: number, agrees: (index: number) => boolean): readonly Step[] =>
    jurors.map((one, index): Step => {
      return [one, { type: 'answer-extension', session, minutes, agrees: agrees(index) }];
    });
  const running = jury.sessions.find(({ id }) => id === session)?.running?.item ?? '1';
  return [
    ...[...new Set([running, '1', '2'])].flatMap((item) => [ask(item, 20), ask(item, 25)]),
    ...answered(20, () => true),
    ...answered(25, (index) => index % 5 === 0),
    ...[...new Set([running, '1', '2'])].map((item) => ask(item, 30)),
    ...answered(30, (index) => index % 5 !== 0),
  ];
}

/** A recording is taken in and watched, by halves. */
function watched({ jury }: Played, session: string): readonly Step[] {
  const exhibit = `E${jury.evidence.exhibits.length + 1}`;
  const steer = (position: number, playing: boolean): Step => {
    return [FACILITATOR, { type: 'steer-recording', session, exhibit, position, playing }];
  };
  return [
    [ORGANISER, { ...SAMPLES['add-file-exhibit'], file: 'video-1' }],
    [FACILITATOR, { type: 'show-recording', session, exhibit }],
    steer(0, true),
    steer(30, true),
    [FACILITATOR, { type: 'pause-session', session, reason: 'The sound is gone.' }],
    [FACILITATOR, { type: 'resume-session', session }],
    steer(20, false),
    [FACILITATOR, { type: 'end-recording', session }],
  ];
}

/** Last words are begun too early, and an item is taken up once more. */
function lastWords(session: string): readonly Step[] {
  return [
    ...['1', '2', null].map((after): Step => [FACILITATOR, { type: 'begin-closing', session, after, sure: true }]),
    [
      FACILITATOR,
      { type: 'start-item', session, item: '1', after: null, sure: true, reason: `Taken up again in ${session}.` },
    ],
  ];
}

/** Words are held and some let in; a juror is removed and taken back; an appeal is made and decided, a line redacted. */
function moderated({ jury }: Played, session: string): readonly Step[] {
  const line = (further: number): string => `L${jury.moderation.log.length + further}`;
  const talkative = { session, seat: 'S07', rule: 'insult' } as const;
  // Refused where S07 is removed or has left: then nothing of this takes place.
  return [
    [FACILITATOR, { type: 'mute-juror', ...talkative }],
    [juror(7), { type: 'appeal-action', action: line(1), text: 'An appeal of S07.' }],
    [OVERSIGHT, { type: 'decide-appeal', action: line(1), outcome: 'changed', reason: 'Too strict.' }],
    [OVERSIGHT, { type: 'redact-action', action: line(1), reason: 'It pointed at a person.' }],
    [FACILITATOR, { type: 'remove-juror', ...talkative }],
    [FACILITATOR, { type: 'readmit-juror', session, seat: 'S07' }],
    [FACILITATOR, { type: 'hold-juror', ...talkative }],
    ...reported(jury.room.messages.length),
    ...[8, 9].map((by): Step => [juror(by), { type: 'propose-statement', session, text: `Stated ${line(by)}` }]),
    ...[1, 2].map((part): Step => [juror(7), { type: 'post-message', session, text: `Held ${line(part)}` }]),
  ];
}

/** Words are reported by two, left standing, and reported once more. */
function reported(messages: number): readonly Step[] {
  const message = `M${messages}`;
  const report = (by: number): Step => [juror(by), { type: 'report-message', message, rule: 'insult' }];
  return [report(8), report(9), [FACILITATOR, { type: 'leave-message', message }], report(10), report(11)];
}

/** Words are asked to be changed and are changed, are left standing, are hidden; those of the facilitator are reported past them. */
function askedToChange({ room }: Played['jury'], session: string): readonly Step[] {
  const [one, two, three, four] = [1, 2, 3, 4].map((at) => `M${room.messages.length + at}`) as [
    string,
    string,
    string,
    string,
  ];
  const ask = (message: string): Step => [FACILITATOR, { type: 'request-edit', message, rule: 'repeats' }];
  const say = (by: Actor, message: string): Step => [
    by,
    { type: 'post-message', session, text: `Said of asking ${message}` },
  ];
  const report = (by: number): Step => [juror(by), { type: 'report-message', message: four, rule: 'off-topic' }];
  return [
    ...[one, two, three].map((message, at) => say(juror(3 + at), message)),
    say(FACILITATOR, four),
    ...[one, two, three].map(ask),
    [juror(3), { type: 'edit-message', message: one, text: `Put better: ${one}` }],
    [FACILITATOR, { type: 'drop-edit-request', message: two }],
    [FACILITATOR, { type: 'hide-message', message: three, rule: 'repeats' }],
    ask(one),
    [juror(3), { type: 'keep-words', message: one }],
    ask(one),
    report(3),
    report(4),
    [OVERSIGHT, { type: 'leave-message', message: four }],
    report(5),
  ];
}

/** Somebody thinks again, everybody answers; the last answer closes it. */
function soundedOut(played: Played, session: string, dice: Dice): readonly Step[] {
  const { soundings } = played.jury;
  const sounding = `Z${soundings.length + 1}`;
  const last = soundings.at(-1)?.id ?? 'nothing';
  const answers = ANSWERS.statement;
  const [first] = sitting(played) as [Actor];
  return [
    [FACILITATOR, { type: 'close-sounding', sounding: last }],
    [FACILITATOR, { type: 'open-sounding', session, kind: 'statement', text: 'Buses are for everyone.' }],
    [first, { type: 'answer-sounding', sounding, answer: 'agree', code: 'C0DEC0DE0001' }],
    [first, { type: 'change-answer', sounding, answer: 'disagree', code: 'C0DEC0DE0001' }],
    ...sitting(played).map((actor): Step => {
      return [actor, { type: 'answer-sounding', sounding, answer: answers[dice(3)] ?? 'unsure' }];
    }),
    [FACILITATOR, { type: 'close-sounding', sounding }],
  ];
}

/** A question is supported for a while and answered, minutes are added, an item is dropped, somebody is ready and thinks again. */
function attentive({ jury }: Played, session: string): readonly Step[] {
  const meeting = jury.sessions.find((one) => one.id === session);
  const item = meeting?.running?.item ?? '1';
  const start: Step = [FACILITATOR, { type: 'start-item', session, item: '1', after: null }];
  const witness = jury.evidence.witnesses.findLast((one) => !one.withdrawn)?.id ?? 'nothing';
  const question = `Q${jury.evidence.questions.length + 1}`;
  return [
    [juror(5), { type: 'ask-question', witness, text: `Asked at ${question}` }],
    [juror(6), { type: 'support-question', question }],
    [juror(6), { type: 'unsupport-question', question }],
    [ORGANISER, { type: 'declare-interests', witness, interests: 'None.' }],
    [FACILITATOR, { type: 'open-hearing', witness }],
    [FACILITATOR, { type: 'approve-question', question }],
    [FACILITATOR, { type: 'answer-question', question, text: `Answered at ${question}` }],
    ...(meeting?.running ? [] : [start]),
    [FACILITATOR, { type: 'extend-item', session, item, minutes: 5, from: 'session' }],
    [FACILITATOR, { type: 'drop-item', session, item: '2' }],
    [juror(4), { type: 'mark-ready', session, item }],
    [juror(4), { type: 'unmark-ready', session, item }],
  ];
}
