/** Whole lives of juries by the dice: in every stage things happen at random, then what is left to do is done. */
import { CLOCK } from '../../src/lib/jury/clock.ts';
import type { Command, CommandType } from '../../src/lib/jury/commands.ts';
import { QUEUE_MODES } from '../../src/lib/jury/deliberation/floor-commands.ts';
import { SIGNALS } from '../../src/lib/jury/deliberation/signals.ts';
import { MODES } from '../../src/lib/jury/deliberation/attendance/commands.ts';
import { MUTE_LASTS } from '../../src/lib/jury/deliberation/moderation/commands.ts';
import { HELP_TOPICS } from '../../src/lib/jury/deliberation/help/commands.ts';
import { REACTIONS } from '../../src/lib/jury/deliberation/room.ts';
import { PERMISSIONS } from '../../src/lib/jury/permissions.ts';
import { PUBLIC } from '../../src/lib/jury/terms.ts';
import { jurorsOf, vacancies } from '../../src/lib/jury/recruitment/seats.ts';
import type { Version } from '../../src/lib/jury/verdict/verdict.ts';
import { STAGES, nextStage } from '../../src/lib/jury/stages.ts';
import type { Stage } from '../../src/lib/jury/stages.ts';
import {
  AUTHORITY,
  EXHIBIT,
  FACILITATOR,
  OBSERVER,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  RELEASE,
  RULE,
  WITNESS,
  advance,
} from '../support/jury.ts';
import { juryAt, sitting, targetsFor, wording, witness } from '../support/jury.ts';
import type { Actor, Played, Step } from '../support/jury.ts';
import { asked, decided, followed, heard, saidAsAWhole, settled, talkedOver, tried } from './finishing.ts';
import { translatedLate } from './finishing.ts';
import { statedInWords } from './deciding-scenes.ts';
import { complained, corrected, marked } from './kit-scenes.ts';
import { SAMPLES } from './sample-commands.ts';
import { ANSWERED_THEMSELVES } from './samples-of-seats.ts';
import { debate } from './session-scenes.ts';
import { caughtUp, minuted, talked, versionOfMinutes } from './talk-scenes.ts';

/** A whole number from 0 up to, not including, `sides`. */
export type Dice = (sides: number) => number;

const SEATS = { seats: 22, alternates: 6 } as const;
const ROUND = [
  { title: 'Round', minutes: 30 },
  { title: 'Break', minutes: 10 },
];
/** What would end a stage before its time. */
const NOT_AT_RANDOM: readonly CommandType[] = [
  'create-jury',
  'advance-stage',
  'publish-verdict',
  'set-statement-deadline',
  'plan-closing',
];
const TYPES = (Object.keys(SAMPLES) as CommandType[]).filter((type) => !NOT_AT_RANDOM.includes(type));

/** From the founding to the end, `busy` attempts at random in every stage, and more where wording goes back and forth. */
export function history(dice: Dice, busy: number): Played {
  return STAGES.reduce(
    (played, stage) => {
      let current = played;
      const attempts = stage === 'drafting' ? 3 * busy : busy;
      for (let count = 0; count < attempts; count++) current = tried(current, [atRandom(current, dice, count)]);
      return finish[stage](current, dice);
    },
    juryAt('designing', SEATS),
  );
}

function atRandom(played: Played, dice: Dice, count: number): Step {
  const { jury } = played;
  const timely = TYPES.filter(
    (type) => type !== 'create-jury' && PERMISSIONS[type].stages.includes(jury.charter.stage),
  );
  const type = timely[dice(timely.length)] as Exclude<CommandType, 'create-jury'>;
  const { roles } = PERMISSIONS[type];
  // Enough stay to go on with: a jury below fifteen has no further history.
  if (['vacate-seat', 'confirm-exclusion'].includes(type) && jurorsOf(jury.seats).length < 18)
    return [OBSERVER, SAMPLES[type]];
  return [actorIn(roles[dice(roles.length)] as string, played, dice), about(played, SAMPLES[type], dice, count)];
}

function actorIn(role: string, played: Played, dice: Dice): Actor {
  const jurors = sitting(played);
  if (role === 'juror') return jurors[dice(jurors.length)] ?? OBSERVER;
  const staff: Readonly<Record<string, Actor>> = {
    organiser: ORGANISER,
    facilitator: FACILITATOR,
    oversight: OVERSIGHT,
    'returning-officer': OFFICER,
    authority: AUTHORITY,
    public: PUBLIC,
    clock: CLOCK,
  };
  return staff[role] ?? witness(1 + dice(2));
}

/** The sample with ids of what there is, and words that occur nowhere else. */
function about({ jury, log }: Played, sample: Command, dice: Dice, count: number): Command {
  const one = (ids: readonly string[]): string => ids[dice(ids.length)] ?? 'nothing';
  const ids = (things: readonly { readonly id: string }[]): string[] => things.map((thing) => thing.id);
  const session = jury.sessions.find((meeting) => meeting.state === 'live') ?? jury.sessions.at(-1);
  const recommendation = one(ids(jury.verdict.recommendations));
  const version = jury.verdict.recommendations.find((found) => found.id === recommendation)?.versions.length ?? 1;
  const cited = new Set(jury.verdict.recommendations.flatMap(({ versions }) => versions.flatMap(citedIn)));
  const there: Readonly<Record<string, unknown>> = {
    seat: one(Object.keys(jury.seats)),
    vacant: one(ids(vacancies(jury.seats))),
    // A verdict that rests on what was withdrawn is never published.
    exhibit: one(ids(jury.evidence.exhibits).filter((id) => sample.type !== 'withdraw-exhibit' || !cited.has(id))),
    witness: one(ids(jury.evidence.witnesses)),
    question: one(ids(jury.evidence.questions)),
    by: one(ids(jury.evidence.witnesses)),
    call: one(ids(jury.evidence.calls)),
    sent: one(ids([...jury.evidence.fromPublic.box, ...jury.evidence.fromPublic.admitted])),
    check: one(ids(jury.evidence.checks)),
    of: one(ids(jury.evidence.exhibits)),
    session: session?.id ?? 'nothing',
    item: sample.type === 'set-position' ? one([...ids(jury.evidence.witnesses), ...ids(jury.evidence.exhibits)]) : '1',
    after: session?.running?.item ?? null,
    turn: one(ids(jury.floor.turns)),
    sounding: one(ids(jury.soundings)),
    table: `${1 + dice(3)}`,
    ahead: one(jury.floor.queue),
    lasts: one(MUTE_LASTS),
    mode: sample.type === 'set-queue' ? one(QUEUE_MODES) : one(MODES),
    reaction: one(REACTIONS),
    contribution: one(ids(jury.room.unconfirmed)),
    quote: sample.type === 'correct-exhibit' ? sample.quote : one(['exhibit:E1', 'answer:Q1', 'exhibit:E9']),
    signal: one(SIGNALS),
    message: one(ids(jury.room.messages)),
    held: one(ids(jury.moderation.waiting)),
    action: one(ids(jury.moderation.log)),
    request: one(ids(jury.help)),
    complaint: one(ids(jury.complaints)),
    topic: one(HELP_TOPICS),
    observation: one(ids([...jury.response.observations.waiting, ...jury.response.observations.refused])),
    recommendation,
    base: sample.type === 'file-note' ? dice(2) : sample.type.endsWith('-exhibit') ? 1 + dice(2) : version,
    version: sample.type.endsWith('-minutes') ? versionOfMinutes(jury) : version,
    ballot: one(ids([...jury.verdict.ballots, ...jury.verdict.pollBallots])),
    poll: one(ids(jury.verdict.polls)),
    round: one(
      ids(
        sample.type.endsWith('-round')
          ? jury.verdict.rounds.filter((round) => round.state === 'open')
          : jury.tables.rounds,
      ),
    ),
    point: one(ids(jury.verdict.points)),
    suggestion: one(ids(jury.verdict.suggestions.filter((suggestion) => suggestion.state === 'pending'))),
    choice: one(['for', 'against', 'abstain']),
    spokesperson: one(ids(jury.verdict.spokespersons.map(({ seat }) => ({ id: seat })))),
    erratum: one(ids(jury.verdict.errata)),
    translation: one(ids(jury.verdict.lateTranslations)),
    code: `RANDQM${dice(1_000_000).toString().padStart(6, '0')}`,
  };
  const known = Object.entries(there).filter(([key]) => key in sample);
  const instead = 'instead' in sample ? { instead: `Other words of ${log.length}.${count}` } : {};
  const text = 'text' in sample ? { text: `Words of ${log.length}.${count}` } : {};
  const statement =
    'statement' in sample && sample.type === 'join-minority-statement'
      ? { statement: one(ids(jury.verdict.statements)) }
      : {};
  const person = 'member' in sample ? { member: one(['Nazgul', 'Dana']) } : {};
  const unanswered = 'replyTo' in sample ? { replyTo: undefined } : {};
  return {
    ...sample,
    ...Object.fromEntries(known),
    ...text,
    ...instead,
    ...statement,
    ...person,
    ...unanswered,
  } as Command;
}

const citedIn = ({ citations }: Version): string[] => citations.map(({ id }) => id);

const onwards = (stage: Stage): Step[] => [
  [ORGANISER, { type: 'close-survey', survey: 'midway' }],
  advance(nextStage(stage) as Stage),
];

const finish: Readonly<Record<Stage, (played: Played, dice: Dice) => Played>> = {
  designing: (played) =>
    tried(played, [
      [ORGANISER, { type: 'set-decision-rule', ...RULE }],
      [AUTHORITY, { type: 'sign-mandate', statement: 'We shall answer.', respondBy: '2027-06-30' }],
      ...onwards('designing'),
    ]),
  inviting: (played) => tried(played, onwards('inviting')),
  selecting: (played) =>
    tried(played, [
      [ORGANISER, targetsFor(played.jury.charter.seats)],
      [ORGANISER, { type: 'load-pool' }],
      [ORGANISER, { type: 'hand-out-tickets' }],
      [ORGANISER, { type: 'rehearse-draw' }],
      [ORGANISER, { type: 'freeze-selection', alternates: SEATS.alternates }],
      [ORGANISER, { type: 'draw-panel', seed: '4 1 6', witnesses: ['Notary'] }],
      ...onwards('selecting'),
    ]),
  onboarding: (played) => {
    const drawn = tried(played, [[ORGANISER, SAMPLES['draw-replacement']], ...ANSWERED_THEMSELVES]);
    const called = tried(
      drawn,
      vacancies(drawn.jury.seats).map((seat) => [ORGANISER, { type: 'call-alternate', vacant: seat.id }]),
    );
    const confirmed = tried(
      called,
      jurorsOf(called.jury.seats).map((seat) => [ORGANISER, { type: 'confirm-seat', seat: seat.id }]),
    );
    const ready: Step[] = [
      [ORGANISER, EXHIBIT],
      [ORGANISER, WITNESS],
      [ORGANISER, { type: 'plan-session', title: 'First', startsAt: 0, agenda: ROUND }],
    ];
    const revised = { ...SAMPLES['revise-text-exhibit'], exhibit: `E${1 + confirmed.jury.evidence.exhibits.length}` };
    return tried(confirmed, [...ready, [ORGANISER, revised], ...onwards('onboarding')]);
  },
  learning: (played) =>
    tried(heard(caughtUp(played, tried)), [
      ...marked(played),
      ...corrected(played),
      [FACILITATOR, { type: 'open-doors', session: 'D1' }],
      [sitting(played)[0] ?? OBSERVER, { type: 'check-in', session: 'D1' }],
      ...complained(played),
      [FACILITATOR, { type: 'open-session', session: 'D1' }],
      ...onwards('learning'),
    ]),
  deliberating: (played, dice) => {
    const [first] = sitting(played) as [Actor];
    const surveyed: Step[] = [
      [ORGANISER, SAMPLES['open-survey']],
      [first, SAMPLES['answer-survey']],
    ];
    return tried(talked(debate(caughtUp(played, tried), dice, tried), tried), [
      ...surveyed,
      ...onwards('deliberating'),
    ]);
  },
  drafting: (played) => {
    const source = { kind: 'exhibit', id: `E${played.jury.evidence.exhibits.length + 1}` } as const;
    const [first] = sitting(played) as [Actor];
    const next = `R${played.jury.verdict.recommendations.length + 1}`;
    const proposed = tried(played, [
      [ORGANISER, EXHIBIT],
      [first, { type: 'propose-recommendation', ...wording('Second thoughts', []) }],
      [FACILITATOR, { type: 'draw-writing-group', recommendation: next, among: 'everybody', size: 2 }],
      [first, { type: 'withdraw-recommendation', recommendation: next, reason: 'Not ours to say.' }],
      [first, { type: 'propose-recommendation', ...wording('Run buses', [source]) }],
    ]);
    return tried(
      settled(
        talkedOver(
          proposed,
          next.replace(/\d+/, (n) => String(Number(n) + 1)),
        ),
      ),
      onwards('drafting'),
    );
  },
  voting: (played, dice) => {
    const worded = settled(minuted(played, tried));
    const voted = worded.jury.verdict.recommendations.reduce((from, { id }) => decided(from, id, dice), worded);
    const polled = asked(voted);
    const [first, ...others] = sitting(polled) as [Actor, ...Actor[]];
    const stated = polled.jury.verdict.recommendations.flatMap(({ id }): Step[] => [
      [first, { type: 'write-minority-statement', recommendation: id, text: 'We fear the cost.' }],
      ...others
        .slice(0, 1 + dice(3))
        .map((actor): Step => [actor, { type: 'join-minority-statement', statement: 'N1' }]),
    ]);
    const approved = tried(
      tried(statedInWords(saidAsAWhole(polled), tried), stated),
      sitting(polled).map((actor) => [actor, { type: 'approve-verdict' }]),
    );
    const again: Step = [OVERSIGHT, { type: 'withdraw-release', reason: 'Once more.' }];
    return tried(approved, [...(dice(2) === 0 ? [RELEASE[0] as Step, again] : []), ...RELEASE]);
  },
  published: (played) =>
    tried(played, [
      [ORGANISER, { type: 'propose-erratum', where: 'verdict', note: 'A date was wrong.' }],
      [OVERSIGHT, { type: 'agree-erratum', erratum: `C${played.jury.verdict.errata.length + 1}` }],
      [ORGANISER, { type: 'propose-erratum', where: 'verdict', note: 'A name was wrong.' }],
      [OVERSIGHT, { type: 'drop-erratum', erratum: `C${played.jury.verdict.errata.length + 2}` }],
      ...translatedLate(played),
      ...onwards('published'),
    ]),
  responding: (played) =>
    tried(played, [
      ...played.jury.verdict.recommendations.flatMap(({ id }) => followed(played, id)),
      ...onwards('responding'),
    ]),
  closed: (played) => played,
};
